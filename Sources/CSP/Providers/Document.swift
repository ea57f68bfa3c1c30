import DMTree
import Notation
import XMLStream

/// Why a document that a command brought is not the one its node expects.
struct DocumentFault: Error {
    /// No XML at all, which answers 415; otherwise XML without what the node needs, which answers 500.
    var isMalformed = false
    var message: String
}

extension XMLCursor {
    /// A cursor on the root of a document that a command brought.
    ///
    /// - Parameter root: the name that the root has to have.
    init(document text: String, root: String) throws(DocumentFault) {
        do throws(XMLError) {
            self.init(try XMLTape(parsing: Array(text.utf8)))
        } catch {
            throw DocumentFault(isMalformed: true, message: "the \(root) document is not well-formed XML: \(error)")
        }
        guard name.local == root else {
            throw DocumentFault(message: "found <\(name.local)> where <\(root)> is expected")
        }
    }

    /// An attribute of the element that the cursor stands on, without blanks at its ends; nil when it is missing or
    /// blank.
    func attribute(_ name: String) -> String? {
        guard let value = attributes.first(where: { $0.name.local == name })?.value else { return nil }
        let trimmed = value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}

extension Execution {
    /// A refusal with the reason for it.
    static func refused(_ status: Int, _ error: HRESULT, _ advice: Advice) -> Execution {
        Execution(status: status, error: error, advice: [advice])
    }

    /// The refusal of a document.
    static func refused(_ fault: DocumentFault, rule: String, hint: String, reference: String) -> Execution {
        refused(
            fault.isMalformed ? 415 : 500, fault.isMalformed ? .xmlParseError : .invalidArgument,
            Advice(rule: rule, severity: .error, message: fault.message, hint: hint, reference: reference))
    }
}

extension Judgement {
    /// The refusal of a document that a write brought: not of the format (row 18), or not a value of the node (row 19).
    static func refused(_ fault: DocumentFault, rule: String, hint: String, reference: String) -> Judgement {
        Judgement(
            refusal: Refusal(
                row: fault.isMalformed ? .notOfFormat : .valueNotAllowed, status: fault.isMalformed ? 415 : 500,
                error: fault.isMalformed ? .xmlParseError : .invalidArgument,
                advice: Advice(
                    rule: rule, severity: .error, message: fault.message, hint: hint, reference: reference)))
    }
}
