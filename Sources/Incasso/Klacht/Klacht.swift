public import Basics
public import Recht
public import Zaken

/// A complaint: confirmed in writing within two working days (Bki art. 6.1), and answered by a person.
public enum Klacht {
    /// Working days within which it must be confirmed; `klachten` in the contact table.
    static let formulier = "klacht"

    /// Takes in a complaint: who said what, with a taak that must be done in time.
    public struct Receipt: Sendable {
        public var zaak: Identifier<Zaak>
        public var tekst: String

        public init(zaak: Identifier<Zaak>, tekst: String) {
            self.zaak = zaak
            self.tekst = tekst
        }

        /// The last day on which it may be confirmed.
        @discardableResult
        public func run(in act: Act, recht: RechtTables) throws -> Day {
            try act.requireReason(tekst)
            let last = recht.calendar.adding(workdays: recht.contact.complaintDays, to: act.today)
            try act.record("klacht", of: zaak, ["reden": .string(String(tekst.prefix(4_000))), "tot": JSON(last)])
            try Taak.Opdracht(zaak: zaak, formulier: Klacht.formulier, waarom: tekst, uiterlijk: last).run(in: act)
            return last
        }
    }
}
