import DMTree
import Enrollment
import Notation
import XMLStream

/// The sentences of a w7 APPLICATION's faults, in one place. Secrets are not repeated in them.
enum W7Text {
    private static let reference = "enrollment.md 8.2, windows-csp.md 4.10"

    private static func fault(
        _ rule: String, _ place: ProvisioningDocument.Place, _ message: String, _ hint: String,
        severity: Advice.Severity = .error, error: HRESULT = .w7Application
    ) -> ProvisioningFault {
        ProvisioningFault(
            rule: rule, severity: severity, error: error, position: place.position ?? .start, message: message,
            hint: hint,
            reference: reference)
    }

    private static func quoted(_ parm: ProvisioningDocument.Parm) -> String { "\"\(parm.value ?? "")\"" }

    static func malformed(_ fault: EnrollmentFault) -> ProvisioningFault {
        ProvisioningFault(
            rule: "w7.malformed", position: fault.position, message: fault.message, hint: fault.hint,
            reference: "enrollment.md 8")
    }

    static func noApplication(_ document: ProvisioningDocument) -> ProvisioningFault {
        let place = document.characteristics.first?.place ?? ProvisioningDocument.Place()
        return fault(
            "w7.missing", place, "the document has no APPLICATION characteristic",
            "add one with APPID w7; types are compared with case")
    }

    static func appID(_ characteristic: ProvisioningDocument.Characteristic) -> ProvisioningFault {
        fault(
            "w7.app-id", characteristic.parm("APPID")?.place ?? characteristic.place,
            "APPID is \(characteristic.parm("APPID").map(quoted) ?? "missing"), not \"w7\"", "write APPID w7")
    }

    static func missing(
        _ name: String, _ characteristic: ProvisioningDocument.Characteristic
    ) -> ProvisioningFault {
        fault(
            "w7.missing", characteristic.parm(name)?.place ?? characteristic.place,
            "the \(characteristic.type) has no \(name)", "add the parm; names are upper case")
    }

    static func empty(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault("w7.missing", parm.place, "\(parm.name) has no value", "write the server's address")
    }

    static func number(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.number", parm.place, "\(parm.name) is \(quoted(parm)), no whole number of 32 bits",
            "write decimal digits")
    }

    static func port(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault("w7.number", parm.place, "PORTNBR is \(quoted(parm)), no port", "write a number from 1 to 65535")
    }

    static func choice(_ parm: ProvisioningDocument.Parm, _ values: [String]) -> ProvisioningFault {
        fault(
            "w7.value", parm.place, "\(parm.name) is \(quoted(parm))", "write \(values.joined(separator: " or "))")
    }

    static func initiates(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.init", parm.place, "INIT is for operators; an enterprise account that has it is not made",
            "leave INIT out: the first session follows enrolment by itself")
    }

    static func repeatedLevel(_ characteristic: ProvisioningDocument.Characteristic) -> ProvisioningFault {
        fault(
            "w7.auth-repeated", characteristic.place, "a second APPAUTH of the same AAUTHLEVEL",
            "write one APPAUTH of level CLIENT and one of level APPSRV")
    }

    static func noNonces(
        _ characteristic: ProvisioningDocument.Characteristic, refused: Bool
    ) -> ProvisioningFault {
        let place = characteristic.characteristics("APPAUTH").first?.place ?? characteristic.place
        return fault(
            "w7.nonce-missing", place,
            refused
                ? "no APPAUTH has a nonce: Windows 11 25H2 does not make the account (event 17, 0x80070057)"
                : "no APPAUTH has a nonce, which Windows 11 25H2 refuses",
            "add AAUTHDATA with 16 octets or more in Base64 to both", severity: refused ? .error : .warning,
            error: .provisioningUnattributed)
    }

    // MARK: Taken all the same

    static func role(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.role", parm.place, "ROLE is \(quoted(parm)), neither 8 nor 32", "write 32 for an enterprise",
            severity: .warning)
    }

    static func scheme(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.scheme", parm.place, "the address is not https; the client speaks nothing else",
            "write an https address", severity: .warning)
    }

    static func search(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.certificate-search", parm.place, "the criteria name no Subject or no Stores",
            "write Subject=<escaped DN>&Stores=My%5CUser", severity: .warning)
    }

    static func noLevel(
        _ level: String, _ characteristic: ProvisioningDocument.Characteristic
    ) -> ProvisioningFault {
        fault(
            "w7.auth-missing", characteristic.place, "there is no APPAUTH of level \(level)",
            "give a management account both levels", severity: .warning)
    }

    static func noUserName(_ characteristic: ProvisioningDocument.Characteristic) -> ProvisioningFault {
        fault(
            "w7.auth-name", characteristic.place, "the APPAUTH of level APPSRV has no AAUTHNAME",
            "name the user that the client proves to be", severity: .warning)
    }

    static func nonce(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.nonce", parm.place, "AAUTHDATA is not Base64; what the client hashes is not known",
            "write 16 octets or more in Base64", severity: .warning)
    }

    static func flag(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "w7.flag", parm.place, "\(parm.name) has a value; it counts by being there, whatever the value says",
            "leave the parm out to say no", severity: .warning)
    }

    static func repeated(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault("w7.repeated", parm.place, "\(parm.name) stands again; the first one counts", "", severity: .warning)
    }

    static func unknown(
        _ name: String, _ known: Set<String>, at place: ProvisioningDocument.Place
    ) -> ProvisioningFault {
        if let right = known.first(where: { $0.lowercased() == name.lowercased() }) {
            return fault(
                "w7.case", place, "\(name) is not \(right): names are compared with case, so it is ignored",
                "write \(right)", severity: .warning)
        }
        return fault("w7.unknown", place, "\(name) is not known and ignored", "", severity: .note)
    }
}
