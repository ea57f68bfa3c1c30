extension AssignmentFilter {
    /// One entry of a file of filters.
    public enum Entry: Hashable, Sendable {
        case filter(AssignmentFilter, findings: [ProfileFinding])
        case refused(ProfileError)
    }

    /// Reads Graph's JSON: one filter, an array of them, or `{"value": […]}`.
    /// - Throws: `ProfileError` for text that is no JSON, and for a document of another shape.
    public static func readEach(json: String) throws(ProfileError) -> [Entry] {
        try ProfileDocument.objects(in: ProfileDocument.parse(json).root).map { object in
            do throws(ProfileError) {
                var reader = PropertyReader(object.members, path: object.path, position: object.position)
                let filter = try read(&reader)
                reader.reportUnknown(besides: names)
                return .filter(filter, findings: reader.sortedFindings)
            } catch {
                return .refused(error)
            }
        }
    }

    private static func read(_ reader: inout PropertyReader) throws(ProfileError) -> AssignmentFilter {
        let id = try reader.required("id", reader.string("id"))
        let text = try reader.required("rule", reader.string("rule"))
        let rule: FilterRule
        do throws(FilterRuleError) { rule = try FilterRule(parsing: text) } catch {
            throw reader.error(.badRule(error), at: "rule")
        }
        return AssignmentFilter(
            id: id, displayName: try reader.string("displayName") ?? id, platform: try reader.string("platform"),
            rule: rule)
    }

    private static let names: Set<String> = [
        "id", "displayName", "description", "platform", "rule", "createdDateTime", "lastModifiedDateTime",
        "roleScopeTags", "roleScopeTagIds", "payloads", "assignmentFilterManagementType",
    ]
}
