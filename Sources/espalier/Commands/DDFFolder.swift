import ArgumentParser
import CSP
import DDF

/// Reads folders of device description files.
enum DDFFolder {
    /// The shipped catalogue, with the descriptions of a folder on top when one is given.
    static func store(_ folder: String?) throws -> RootStore {
        guard let folder else { return .shipped }
        let catalogue = try compile(folder, edition: "--ddf")
        return RootStore(RootStore.shippedReader, additional: catalogue.entries)
    }

    /// Compiles the files of a folder. Subfolders are editions, as in the published collection; files beside them belong to the edition
    /// of the folder itself.
    static func compile(_ folder: String, edition: String? = nil) throws -> Catalogue {
        let files: [(edition: String, name: String, bytes: [UInt8])]
        do {
            files = try read(folder, edition: edition)
        } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
        guard !files.isEmpty else {
            Terminal.printError("\(folder): found no .xml files; expected device description files")
            throw ExitCode(2)
        }
        do {
            return try CatalogueCompiler.compile(files: files)
        } catch {
            Terminal.printError("\(error)")
            throw ExitCode(2)
        }
    }

    private static func read(
        _ folder: String, edition: String?
    ) throws(FileFault) -> [(edition: String, name: String, bytes: [UInt8])] {
        var files: [(edition: String, name: String, bytes: [UInt8])] = []
        for name in try Files.list(folder) {
            let path = folder + "/" + name
            if Files.isDirectory(path) {
                for file in try Files.list(path) where isDescription(file) {
                    files.append((edition ?? name, "\(name)/\(file)", try Files.read(path + "/" + file)))
                }
            } else if isDescription(name) {
                files.append((edition ?? folder, name, try Files.read(path)))
            }
        }
        return files
    }

    private static func isDescription(_ name: String) -> Bool {
        name.lowercased().hasSuffix(".xml") && !name.lowercased().hasSuffix(".xsd")
    }
}
