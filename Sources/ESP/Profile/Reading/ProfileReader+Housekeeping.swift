extension ProfileReader {
    /// Reads what every enrolment configuration has beside its settings.
    mutating func readHousekeeping(into profile: inout EnrollmentStatusPageProfile) throws(ProfileError) {
        profile.id = try frame.string("id")
        profile.displayName = try frame.string("displayName")
        profile.description = try frame.string("description")
        profile.createdDateTime = try frame.string("createdDateTime")
        profile.lastModifiedDateTime = try frame.string("lastModifiedDateTime")
        profile.version = try frame.int("version", in: 0...Int(Int32.max))
        profile.priority = try frame.int("priority", in: 0...Int(Int32.max))
        profile.roleScopeTagIds = try frame.strings("roleScopeTagIds")
        profile.isDefault = try isDefault(id: profile.id)
        profile.assignments = try assignments()
    }

    /// Graph's documentation gives the default profile a type of its own. Exports of real tenants have the type of the
    /// others, and an id that ends in that name.
    private func isDefault(id: String?) throws(ProfileError) -> Bool {
        let name = "deviceEnrollmentConfigurationType"
        let type = try frame.string(name)
        if let type, ![ProfileNames.newerType, ProfileNames.defaultType].contains(type) {
            throw frame.error(.unknownWord(type, known: [ProfileNames.newerType, ProfileNames.defaultType]), at: name)
        }
        return type == ProfileNames.defaultType
            || id?.lowercased().hasSuffix("_" + ProfileNames.defaultType.lowercased()) ?? false
    }

    // MARK: assignments

    private mutating func assignments() throws(ProfileError) -> [ProfileAssignment] {
        var assignments: [ProfileAssignment] = []
        for var entry in try frame.objects("assignments") {
            var target = try entry.required("target", entry.object("target"))
            if let assignment = try assignment(&target) { assignments.append(assignment) }
            entry.reportUnknown(besides: ["id", "target", "source", "sourceId", "intent"])
            target.reportUnknown(besides: [
                "groupId", "deviceAndAppManagementAssignmentFilterId", "deviceAndAppManagementAssignmentFilterType",
                "targetType", "entraObjectId", "collectionId",
            ])
            frame.findings += entry.findings + target.findings
        }
        return assignments
    }

    private func assignment(_ target: inout PropertyReader) throws(ProfileError) -> ProfileAssignment? {
        let type = try target.required("@odata.type", target.string("@odata.type"))
        let filter = try filter(target)
        switch type.split(separator: ".").last ?? "" {
        case "groupAssignmentTarget":
            return ProfileAssignment(.group(try target.required("groupId", target.string("groupId"))), filter: filter)
        case "exclusionGroupAssignmentTarget":
            return ProfileAssignment(
                .exclusionGroup(try target.required("groupId", target.string("groupId"))), filter: filter)
        case "allDevicesAssignmentTarget": return ProfileAssignment(.allDevices, filter: filter)
        case "allLicensedUsersAssignmentTarget": return ProfileAssignment(.allUsers, filter: filter)
        default:
            target.report(.unknownTarget(type), "@odata.type")
            return nil
        }
    }

    /// Graph writes "no filter" as the mode `none`, as a null id, or as a GUID of zeros.
    private func filter(_ target: PropertyReader) throws(ProfileError) -> ProfileAssignment.Filter? {
        let idName = "deviceAndAppManagementAssignmentFilterId"
        let modeName = "deviceAndAppManagementAssignmentFilterType"
        let noID = "00000000-0000-0000-0000-000000000000"
        let id = try target.string(idName).flatMap { $0 == noID ? nil : $0 }
        let mode = try target.string(modeName)
        guard let mode, mode != "none" else {
            // An id without a mode could mean either.
            if id != nil, mode == nil { throw target.error(.missing, at: modeName) }
            return nil
        }
        guard let known = ProfileAssignment.Filter.Mode(rawValue: mode) else {
            let words = ProfileAssignment.Filter.Mode.allCases.map(\.rawValue) + ["none"]
            throw target.error(.unknownWord(mode, known: words), at: modeName)
        }
        guard let id else { throw target.error(.missing, at: idName) }
        return ProfileAssignment.Filter(id: id, mode: known)
    }
}
