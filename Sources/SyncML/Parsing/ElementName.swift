/// The element names of SyncML and metinf (oma-dm.md 1.2 and 1.3). Closed, so that readers switch over it; everything else
/// is `other`.
enum ElementName: String, CaseIterable, Sendable {
    // The frame.
    case syncML = "SyncML"
    case syncHdr = "SyncHdr"
    case syncBody = "SyncBody"
    case final = "Final"
    // SyncHdr.
    case verDTD = "VerDTD"
    case verProto = "VerProto"
    case sessionID = "SessionID"
    case msgID = "MsgID"
    case respURI = "RespURI"
    // Commands of DM.
    case add = "Add"
    case replace = "Replace"
    case delete = "Delete"
    case get = "Get"
    case copy = "Copy"
    case exec = "Exec"
    case alert = "Alert"
    case atomic = "Atomic"
    case sequence = "Sequence"
    case status = "Status"
    case results = "Results"
    // Commands of data synchronization.
    case put = "Put"
    case map = "Map"
    case move = "Move"
    case search = "Search"
    case sync = "Sync"
    // Inside commands.
    case cmdID = "CmdID"
    case msgRef = "MsgRef"
    case cmdRef = "CmdRef"
    case cmd = "Cmd"
    case targetRef = "TargetRef"
    case sourceRef = "SourceRef"
    case cred = "Cred"
    case chal = "Chal"
    case item = "Item"
    case data = "Data"
    case correlator = "Correlator"
    case noResp = "NoResp"
    case moreData = "MoreData"
    case target = "Target"
    case source = "Source"
    case locURI = "LocURI"
    case locName = "LocName"
    case meta = "Meta"
    // Defined, and unused in DM (oma-dm.md 1.2, restriction layer).
    case archive = "Archive"
    case sftDel = "SftDel"
    case lang = "Lang"
    case noResults = "NoResults"
    case numberOfChanges = "NumberOfChanges"
    case mapItem = "MapItem"
    case sourceParent = "SourceParent"
    case targetParent = "TargetParent"
    case filter = "Filter"
    case field = "Field"
    case record = "Record"
    case filterType = "FilterType"
    // metinf.
    case metInf = "MetInf"
    case format = "Format"
    case type = "Type"
    case mark = "Mark"
    case size = "Size"
    case nextNonce = "NextNonce"
    case maxMsgSize = "MaxMsgSize"
    case maxObjSize = "MaxObjSize"
    case version = "Version"
    case emi = "EMI"
    case fieldLevel = "FieldLevel"
    case anchor = "Anchor"
    case last = "Last"
    case next = "Next"
    case mem = "Mem"
    case sharedMem = "SharedMem"
    case freeMem = "FreeMem"
    case freeID = "FreeID"
    // Anything else.
    case other = ""

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    static let byLowercasedName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

    /// - Parameter local: a local name as `XMLName` has it. An unbound prefix is still part of it and does not count.
    init(local: String) {
        if let known = Self.byName[local] {
            self = known
        } else if let colon = local.utf8.lastIndex(of: UInt8(ascii: ":")) {
            self = Self.byName[String(local[local.index(after: colon)...])] ?? .other
        } else {
            self = .other
        }
    }

    /// The known name that differs from `name` only in the case of letters.
    static func differingInCase(from name: String) -> ElementName? {
        guard let known = byLowercasedName[name.lowercased()], known != .other, known.rawValue != name else {
            return nil
        }
        return known
    }

    /// What stands under SyncBody: the commands of DM and of data synchronization.
    static let commands: Set<ElementName> = [
        .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .status, .results, .put, .map, .move,
        .search, .sync,
    ]

    /// The children of Meta.
    static let metinf: Set<ElementName> = [
        .metInf, .format, .type, .mark, .size, .nextNonce, .maxMsgSize, .maxObjSize, .version, .emi, .fieldLevel,
        .anchor, .last, .next, .mem, .sharedMem, .freeMem, .freeID,
    ]

    /// What SyncML defines and DM does not use.
    static let unused: Set<ElementName> = [
        .archive, .sftDel, .lang, .noResults, .numberOfChanges, .mapItem, .sourceParent, .targetParent, .filter, .field,
        .record, .filterType, .fieldLevel, .anchor, .last, .next, .mem, .sharedMem, .freeMem, .freeID,
    ]
}
