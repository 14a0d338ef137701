public import Basics
import Jobs
import Journal
public import Recht
public import Zaken

/// A complaint: confirmed in writing within two working days (Bki art. 6.1), and answered by a person.
public enum Klacht {
    /// Working days within which it must be confirmed; `klachten` in the contact table.
    static let formulier = "klacht"
    static let bevestiging = "klacht_bevestigd"

    /// Takes in a complaint: its confirmation is made at once, a taak asks a person for the answer, and the last day is watched.
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
            _ = try Klacht.confirm(zaak, in: act)
            try act.tx.jobs.order(
                kind: Watch.kind, payload: ["zaak": .string(zaak.text), "sinds": JSON(act.today)],
                due: Moment(last, hour: 8), key: "klacht:\(zaak.text):\(act.today)")
            return last
        }
    }

    /// Makes the confirmation; whether it could be made.
    static func confirm(_ zaak: Identifier<Zaak>, in act: Act) throws -> Bool {
        do {
            try Brief.Making(zaak: zaak, sjabloon: bevestiging).run(in: act)
            return true
        } catch is BriefRefusal { return false }
    }

    /// Looks on the last day whether the confirmation left; if not, tries once more and warns.
    public struct Watch: Sendable {
        public static let kind = "klacht"

        let zaak: Identifier<Zaak>
        let since: Day

        /// Reads a job's payload; `nil` for a payload of another shape.
        public init?(_ payload: JSON) {
            guard let zaak = payload["zaak"].identifier(of: Zaak.self), let since = payload["sinds"].day
            else {
                return nil
            }
            (self.zaak, self.since) = (zaak, since)
        }

        public func look(in act: Act) throws {
            let letters = try act.tx.brieven.all(of: zaak).filter {
                $0.sjabloon == Klacht.bevestiging && $0.opgemaakt >= since
            }
            guard !letters.contains(where: { $0.verzonden != nil }) else { return }
            if letters.isEmpty, try Klacht.confirm(zaak, in: act) { return }
            try act.record("klacht_niet_bevestigd", of: zaak, ["tot": JSON(act.today)])
        }
    }
}

extension Act {
    /// What the confirmation of the newest complaint says.
    func klachtFacts(of zaak: Zaak, recht: RechtTables) throws -> JSON {
        let newest = try tx.journal.entries(of: .zaak(zaak.id), limit: 200).first { $0.kind == "klacht" }
        let day = newest?.moment.day ?? today
        let answer = recht.calendar.adding(workdays: recht.contact.complaintAnswerDays, to: day)
        return ["datum": JSON(day), "antwoordVoor": JSON(answer)]
    }
}
