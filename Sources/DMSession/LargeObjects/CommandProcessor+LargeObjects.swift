import DMTree
import SyncML

/// Objects that the server sends in chunks (oma-dm.md 2.9).
extension CommandProcessor {
    /// False for an Item that begins, continues or interrupts no object and is not too large for one: nearly every Item.
    /// Then `gather` has nothing to say.
    func isAboutObject(_ item: Item, _ request: Request) -> Bool {
        object != nil || item.moreData || (request.data?.utf8.count ?? 0) > rules.maxObjSize
    }

    /// Looks at one Item outside of containers before it is executed.
    ///
    /// - Returns: the request to execute: the Item's own, or the whole object with its last chunk. nil when the Item was
    ///   answered here.
    mutating func gather(_ item: Item, _ request: Request, _ origin: Origin, size: String?) -> Request? {
        if let object, object.continues(request, rules.profile.ambiguities.chunkMatching) {
            tookChunk = true
            if size != nil {
                diagnostics.append(SessionText.sizeRepeated(item, request.cmdID))
            }
            return add(item, request, to: object, origin)
        }
        if object != nil { interrupt(by: request.verb.name, request.cmdID, origin) }
        guard item.moreData else {
            guard let data = request.data, data.utf8.count > rules.maxObjSize else { return request }
            let bytes = rules.incoming.bytes(of: data, format: request.format)
            guard bytes > rules.maxObjSize else { return request }
            answer(request, origin, 413)
            diagnostics.append(SessionText.objectTooLarge(item, request.cmdID, bytes, rules.maxObjSize))
            return nil
        }
        switch request.verb {
        case .add, .replace, .exec: break
        case .delete, .get, .copy, .alert, .notACommand:
            // There is no data that could go on: our choice is to take the command as it stands.
            diagnostics.append(SessionText.moreDataMisplaced(item, request.cmdID, request.verb.name))
            return request
        }
        guard let target = request.target, request.cmdID != nil else { return request }
        tookChunk = true
        let bytes = size.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        if bytes == nil { diagnostics.append(SessionText.sizeMissing(item, request.cmdID, size)) }
        return add(
            item, request,
            to: IncomingObject(
                verb: request.verb, target: target, source: request.source, cmdID: request.cmdID,
                format: request.format, type: request.type, size: bytes, progress: begin(item, request, bytes)), origin)
    }

    /// Whether the object may begin at all. What cannot is refused with its first chunk (4.2 row 18).
    ///
    /// Chunks are taken in every dialect and whatever `./DevDetail/LrgObj` says: Windows says false (OBS-008) and still
    /// has large objects (windows-csp.md 5.3).
    private mutating func begin(_ item: Item, _ request: Request, _ size: Int?) -> IncomingObject.Progress {
        if let size, size > rules.maxObjSize {
            diagnostics.append(SessionText.objectTooLarge(item, request.cmdID, size, rules.maxObjSize))
            return .refused(status: 413)
        }
        return .gathering(chunks: [], bytes: 0)
    }

    /// Takes a chunk.
    ///
    /// - Returns: the whole as a request, when this was the last chunk and everything is right.
    private mutating func add(
        _ item: Item, _ request: Request, to object: IncomingObject, _ origin: Origin
    ) -> Request? {
        var object = object
        self.object = nil
        switch object.progress {
        case .refused(let status):
            answer(request, origin, status)
            if item.moreData { self.object = object }
            return nil
        case .gathering(var chunks, var bytes):
            let data = request.data ?? ""
            chunks.append(data)
            let format = request.format ?? object.format
            bytes += rules.incoming.bytes(of: data, format: format)
            guard bytes <= rules.maxObjSize else {
                diagnostics.append(SessionText.objectTooLarge(item, request.cmdID, bytes, rules.maxObjSize))
                answer(request, origin, 413)
                object.progress = .refused(status: 413)
                if item.moreData { self.object = object }
                return nil
            }
            guard !item.moreData else {
                if let size = object.size, bytes >= size {
                    diagnostics.append(SessionText.moreDataComplete(item, request.cmdID, bytes, size))
                }
                object.progress = .gathering(chunks: chunks, bytes: bytes)
                self.object = object
                answer(request, origin, 213)
                return nil
            }
            return whole(
                rules.incoming.joined(chunks, format: format), bytes, item, request, object, origin)
        }
    }

    /// The last chunk is there: compares the sizes (rule 7).
    private mutating func whole(
        _ text: String, _ bytes: Int, _ item: Item, _ request: Request, _ object: IncomingObject, _ origin: Origin
    ) -> Request? {
        if let size = object.size {
            switch ObjectSize.check(text, bytes, against: size, rules.profile.ambiguities.textSize) {
            case .right: break
            case .escaped:
                diagnostics.append(SessionText.sizeEscaped(item, request.cmdID, bytes, size))
            case .wrong:
                diagnostics.append(SessionText.sizeMismatch(item, request.cmdID, bytes, size))
                answer(request, origin, 424)
                return nil
            }
        }
        var whole = request
        whole.data = text
        whole.format = request.format ?? object.format
        whole.type = request.type ?? object.type
        return whole
    }

    /// Gives up the object that is under way, because something else came (rule 8): Alert 1225, nothing is committed.
    mutating func interrupt(by name: String, _ cmdID: String?, _ origin: Origin) {
        guard let object else { return }
        self.object = nil
        diagnostics.append(SessionText.objectInterrupted(object, by: name, cmdID, origin))
        alerts.append(object.noEndOfData)
    }

    /// Whether a command, which is no chunk, interrupts an object: everything but answers and the signals of the session.
    static func interrupts(_ command: Command) -> Bool {
        switch command {
        case .status, .results: false
        case .alert(let alert): !["1222", "1223", "1225"].contains(alert.code)
        // Their Items are looked at one by one.
        case .add, .replace, .delete, .get, .copy, .exec: false
        case .atomic, .sequence, .unknown: true
        }
    }

    private mutating func answer(_ request: Request, _ origin: Origin, _ status: Int) {
        append(
            CommandOutcome(
                commandID: request.cmdID, command: request.verb.name, target: request.target, status: status,
                originalError: nil, rule: .largeObject, line: origin.position?.line, column: origin.position?.column,
                parent: nil))
    }
}
