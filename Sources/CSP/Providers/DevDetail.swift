import DMTree

/// DevDetail: the standard object with the device's details (windows-csp.md 4.8). All values are facts of the device,
/// set when it is made; only the local time moves.
struct DevDetail: Provider {
    let name = "DevDetail"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        node.keys.elementsEqual(["ext", "microsoft", "localtime"]) ? tree.localTime : nil
    }
}
