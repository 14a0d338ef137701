public import Basics
import Database

/// That who decides sent back what a colleague proposed: the proposal as it was, and what was decided on it.
public struct Teruggestuurd: Sendable {
    /// A taak of the process as someone answered it.
    public struct Antwoord: Sendable {
        public let stap: String
        public let formulier: String
        public let uitkomst: JSON
        public let op: Moment
        public let door: Medewerker
        fileprivate let ontstaan: Moment
        fileprivate let element: Int64
    }

    public let voorstel: Antwoord
    public let besluit: Antwoord
}

extension Medewerker {
    /// The bailiff, who reports by a program and takes no taak.
    public static let deurwaarder = Medewerker("deurwaarder")
}

extension Playbook {
    /// Whether a form decides on what was done before it: it takes a right, and more than changing what is known of a person.
    public func decides(_ formulier: String?) -> Bool {
        guard let form = formulier.flatMap({ formulieren[$0] }), let right = form.recht else { return false }
        return !form.eigenReden && right != Bevoegdheid.klantBijwerken
    }
}

extension Bevoegdheid {
    static let klantBijwerken = "klant.bijwerken"
}

extension TaakStore {
    /// What led to a taak, where it is work that was done before and a decision leads back to it: each was answered at the moment that
    /// the next came of it.
    public func teruggestuurd(_ taak: Taak, _ playbook: Playbook) throws -> Teruggestuurd? {
        guard let element = taak.element, taak.soort == .formulier, !playbook.decides(taak.formulier),
            let besluit = try answered(of: taak, at: taak.ontstaan, before: Int64(element)),
            playbook.decides(besluit.formulier),
            let voorstel = try answered(of: taak, at: besluit.ontstaan, before: besluit.element),
            voorstel.door != besluit.door, voorstel.door != .deurwaarder, try wasDone(taak)
        else { return nil }
        return Teruggestuurd(voorstel: voorstel, besluit: besluit)
    }

    /// The last taak of the process that was answered at a moment, before another came of it.
    private func answered(of taak: Taak, at moment: Moment, before element: Int64) throws -> Teruggestuurd.Antwoord? {
        try tx.first(
            """
            SELECT stap, formulier, uitkomst, afgerond_op, afgerond_door, ontstaan, element FROM taken
            WHERE zaak_id = \(taak.zaak) AND staat = 'afgerond' AND soort = 'formulier' AND formulier IS NOT NULL
                AND afgerond_op = \(moment) AND element < \(element)
            ORDER BY element DESC LIMIT 1
            """
        ).map(Teruggestuurd.Antwoord.init(row:))
    }

    private func wasDone(_ taak: Taak) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM taken WHERE zaak_id = \(taak.zaak) AND staat = 'afgerond' AND stap = \(taak.stap) LIMIT 1
            """) != nil
    }
}

extension Teruggestuurd.Antwoord {
    fileprivate init(row: Row) throws {
        self.init(
            stap: try row["stap"], formulier: try row["formulier"], uitkomst: try row["uitkomst"],
            op: try row["afgerond_op"], door: Medewerker(try row["afgerond_door"] as String),
            ontstaan: try row["ontstaan"], element: try row["element"])
    }
}
