import GRDB

/// `enrolment`: one row for each enrolment that the device had.
enum EnrolmentTable {
    static func write(_ enrolment: EnrolmentRecord, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO enrolment (number, state, type, provider, user, discovery_url, authentication_url,
                    policy_url, enrolment_url, accepted_redirect, enrolled, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                enrolment.number, enrolment.state.rawValue, enrolment.kind.rawValue, enrolment.provider,
                enrolment.user, enrolment.discoveryURL, enrolment.authenticationURL, enrolment.policyURL,
                enrolment.enrolmentURL, enrolment.acceptedRedirect, enrolment.enrolled.microseconds,
                enrolment.ended?.microseconds,
            ])
    }

    static func read(_ db: Database) throws -> [EnrolmentRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM enrolment ORDER BY number").map { row in
            EnrolmentRecord(
                number: try row.get("number"), state: try row.choice("state", table: "enrolment"),
                kind: try row.choice("type", table: "enrolment"), provider: try row.get("provider"),
                user: try row.find("user"), discoveryURL: try row.get("discovery_url"),
                authenticationURL: try row.find("authentication_url"), policyURL: try row.find("policy_url"),
                enrolmentURL: try row.find("enrolment_url"), acceptedRedirect: try row.find("accepted_redirect"),
                enrolled: try row.time("enrolled"), ended: try row.timeIfAny("ended"))
        }
    }
}
