import XMLStream

/// The `Application` document that starts the installation of a Store or UWP app (windows-csp.md 4.2).
enum ModernAppRequest: Hashable, Sendable {
    /// HostedInstall: the package and its dependencies, where the server keeps them.
    case hosted(packageURI: String, dependencies: [String], deploymentOptions: String?)
    /// StoreInstall: a product of the Store.
    case store(productID: String, skuID: String?)

    /// - Throws: when the text is not XML, or lacks what the method needs.
    init(_ method: ModernAppInstall.Method, parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "Application")
        switch method {
        case .store:
            guard let id = cursor.attribute("id") else {
                throw DocumentFault(message: "the Application has no id, the product's in the Store")
            }
            self = .store(productID: id, skuID: cursor.attribute("skuid"))
        case .hosted:
            guard let uri = cursor.attribute("PackageUri") else {
                throw DocumentFault(message: "the Application has no PackageUri")
            }
            let options = cursor.attribute("DeploymentOptions")
            var dependencies: [String] = []
            try Self.readDependencies(&cursor, into: &dependencies)
            self = .hosted(packageURI: uri, dependencies: dependencies, deploymentOptions: options)
        }
    }

    private static func readDependencies(
        _ cursor: inout XMLCursor, into dependencies: inout [String]
    ) throws(DocumentFault) {
        cursor.enter()
        while let child = cursor.nextChild() {
            switch cursor.tape.names[child].local {
            case "Dependencies": try readDependencies(&cursor, into: &dependencies)
            case "Dependency":
                guard let uri = cursor.attribute("PackageUri") else {
                    throw DocumentFault(message: "a Dependency has no PackageUri")
                }
                dependencies.append(uri)
                cursor.skipElement()
            default: cursor.skipElement()
            }
        }
    }
}
