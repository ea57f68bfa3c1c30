/// The forms that senders write differently (oma-dm.md 8, A1, A2 and A17). All of them are read.
public struct WritingOptions: Hashable, Sendable {
    /// A1: the order of the children of a Status.
    public enum StatusOrder: Hashable, Sendable {
        /// TargetRef, SourceRef, Cred, Chal, Data, Item: the DTD's.
        case dtd
        /// Data and Item before TargetRef and SourceRef, as MS-MDM prints it.
        case msmdm
    }

    /// A2: the content of TargetRef and SourceRef.
    public enum ReferenceContent: Hashable, Sendable {
        case text
        /// A LocURI element, as MS-MDM says.
        case locURI
    }

    /// A17: the order of Data and Correlator in an Alert.
    public enum AlertOrder: Hashable, Sendable {
        case dataFirst
        case correlatorFirst
    }

    public var statusOrder: StatusOrder
    public var referenceContent: ReferenceContent
    public var alertOrder: AlertOrder

    public init(
        statusOrder: StatusOrder = .dtd, referenceContent: ReferenceContent = .text,
        alertOrder: AlertOrder = .dataFirst
    ) {
        self.statusOrder = statusOrder
        self.referenceContent = referenceContent
        self.alertOrder = alertOrder
    }

    /// As the DTD has it, which is what Windows writes.
    public static let standard = WritingOptions()
}
