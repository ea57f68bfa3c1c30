import CLibXML2

/// What is said about a document that is not well-formed: what was found, and what was expected.
enum XMLErrorText {
    static func undeclared(_ name: String) -> String {
        "entity \"&\(name);\" is not one that XML predefines; a bare \"&\" is written \"&amp;\""
    }

    static let noElement = "the document holds no element"

    private static func number(of error: UnsafePointer<xmlError>) -> xmlParserErrors {
        xmlParserErrors(rawValue: UInt32(bitPattern: error.pointee.code))
    }

    /// Which kind of refusal an error of libxml2 is.
    static func code(of error: UnsafePointer<xmlError>) -> XMLError.Code {
        switch number(of: error) {
        case XML_ERR_NO_MEMORY: .outOfMemory
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING: .encoding
        case XML_ERR_INVALID_CHAR: .forbiddenCharacter
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP: .entity
        default: .notWellFormed
        }
    }

    /// How many bytes before the parser's position the fault begins. libxml2 reports most faults where it stands, and some
    /// only when it has passed them.
    static func bytesBack(_ error: UnsafePointer<xmlError>, in context: xmlParserCtxtPtr) -> Int {
        switch number(of: error) {
        case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_QNAME, XML_NS_ERR_XML_NAMESPACE,
            XML_NS_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_EMPTY, XML_ERR_RESERVED_XML_NAME:
            Int(espalier_distance_to(context, UInt8(ascii: "<")))
        case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY,
            XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF:
            Int(espalier_distance_to(context, UInt8(ascii: "&")))
        case XML_ERR_NAME_REQUIRED where espalier_previous_byte(context) == UInt8(ascii: "&"): 1
        case XML_ERR_INVALID_CHAR where espalier_is_character_reference(error) != 0:
            Int(espalier_distance_to(context, UInt8(ascii: "&")))
        default: 0
        }
    }

    /// The reason without what only the document's bytes can tell; `complete` adds that.
    static func reason(_ pointer: UnsafePointer<xmlError>) -> String {
        let error = pointer.pointee
        let first = error.str1.map { String(cString: $0) } ?? ""
        let second = error.str2.map { String(cString: $0) } ?? ""
        switch number(of: pointer) {
        case XML_ERR_TAG_NAME_MISMATCH: return "found end tag </\(second)>, expected </\(first)>"
        case XML_ERR_DOCUMENT_EMPTY: return "expected an element"
        case XML_ERR_DOCUMENT_END: return "found content after the root element; a document has one root"
        case XML_ERR_ENTITYREF_SEMICOL_MISSING:
            return "expected \";\" at the end of an entity reference; a bare \"&\" is written \"&amp;\""
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: return undeclared(first)
        case XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF:
            return "expected a character reference such as \"&#38;\" or \"&#x26;\""
        // In an attribute's value libxml2 does not say which character it is.
        case XML_ERR_INVALID_CHAR where error.int1 == 0 && espalier_is_character_reference(pointer) == 0: return ""
        case XML_ERR_INVALID_CHAR: return forbidden(UInt32(bitPattern: error.int1))
        case XML_ERR_INVALID_ENCODING: return notUTF8
        case XML_ERR_LT_IN_ATTRIBUTE: return "found \"<\" in an attribute's value; it is written \"&lt;\""
        case XML_ERR_ATTRIBUTE_NOT_STARTED: return "expected a quotation mark (\" or ') before an attribute's value"
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: return "attribute \"\(first)\" has no value"
        case XML_ERR_ATTRIBUTE_REDEFINED: return "attribute \"\(first)\" is given twice"
        case XML_ERR_SPACE_REQUIRED: return "expected white space"
        case XML_ERR_MISPLACED_CDATA_END: return "found \"]]>\" in a text; it is written \"]]&gt;\""
        case XML_ERR_RESERVED_XML_NAME: return "found an XML declaration that is not at the start of the document"
        case XML_ERR_GT_REQUIRED: return "expected \">\" at the end of a tag"
        default: return firstLine(of: error.message.map { String(cString: $0) } ?? "not well-formed")
        }
    }

    /// Makes the error of a failure with the help of the document.
    static func error(for failure: XMLCallbackFailure, source: [UInt8], place: (Int) -> XMLPosition) -> XMLError {
        var failure = failure
        if failure.libxml2Code == Int(XML_ERR_MISPLACED_CDATA_END.rawValue) {
            // libxml2 reports it at the start of the text.
            var scanner = ByteScanner(source, at: failure.offset)
            scanner.skip(through: "]]>")
            failure.offset = scanner.index - 3
        }
        if failure.code == .forbiddenCharacter, failure.reason.isEmpty {
            (failure.code, failure.reason) = invalidCharacter(source[failure.offset...])
        }
        return XMLError(
            code: failure.code, position: place(failure.offset),
            reason: complete(failure, source: source, place: place),
            libxml2Code: failure.libxml2Code)
    }

    /// Adds what stands at the place, and the element that was open.
    private static func complete(
        _ failure: XMLCallbackFailure, source: [UInt8], place: (Int) -> XMLPosition
    ) -> String {
        let code = xmlParserErrors(rawValue: UInt32(truncatingIfNeeded: failure.libxml2Code))
        let opened = failure.openElement.map { "<\($0.name)>, opened at \(place($0.offset))" }
        if failure.offset >= source.count, failure.libxml2Code != 0, failure.code != .empty {
            return "the document ends too early" + (opened.map { ": \($0), is not closed" } ?? ": \(failure.reason)")
        }
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH:
            return failure.reason + (opened.map { " for \($0)" } ?? "")
        case XML_ERR_NAME_REQUIRED:
            if source[failure.offset] == UInt8(ascii: "&") { return "found a bare \"&\"; it is written \"&amp;\"" }
            let found = character(at: failure.offset, in: source)
            return "found \(found), expected a name; a bare \"<\" is written \"&lt;\""
        case XML_ERR_DOCUMENT_EMPTY where source[failure.offset...].starts(with: "&lt;".utf8):
            return "found \"&lt;\", expected an element: the whole document is escaped"
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_SPACE_REQUIRED, XML_ERR_GT_REQUIRED:
            return "found \(character(at: failure.offset, in: source)), " + failure.reason
        default:
            return failure.reason
        }
    }

    /// Tells a character that XML forbids from bytes that are none.
    private static func invalidCharacter(_ bytes: ArraySlice<UInt8>) -> (XMLError.Code, String) {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): return (.forbiddenCharacter, forbidden(scalar.value))
        case .emptyInput, .error: return (.encoding, notUTF8)
        }
    }

    private static let notUTF8 = "the bytes are not UTF-8"

    private static func forbidden(_ scalar: UInt32) -> String { "XML forbids character U+\(hexadecimal(Int(scalar)))" }

    /// The character at a place, as it is shown to people.
    private static func character(at offset: Int, in source: [UInt8]) -> String {
        let text = String(decoding: source[offset..<min(offset + 4, source.count)], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return "nothing" }
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20: return "white space"
        case 0x21...0x7E: return "\"\(scalar)\""
        case 0x2018...0x201F: return "typographic quotation mark \(scalar) (U+\(hexadecimal(Int(scalar.value))))"
        case 0x2026: return "an ellipsis (U+2026)"
        default: return "character U+\(hexadecimal(Int(scalar.value)))"
        }
    }

    private static func hexadecimal(_ value: Int) -> String {
        let digits = String(max(value, 0), radix: 16, uppercase: true)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }

    private static func firstLine(of message: String) -> String {
        String(message.prefix { !$0.isNewline })
    }
}
