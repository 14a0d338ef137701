public import Basics
import Journal
import Procesbot
public import Zaken

extension Terugkoppeling {
    /// A person tells what they think of an advice; the advice is kept with it.
    public struct Giving: Sendable {
        public var vraag: Raadpleging
        public var stap: Int?
        public var oordeel: Oordeel
        public var toelichting: String
        public var gedaan: String
        public var door: Medewerker
        /// The wording by a language model that the person saw, when there was one.
        public var verwoording: Identifier<Verwoordingsrecord>?

        public init(
            _ vraag: Raadpleging, stap: Int?, oordeel: Oordeel, toelichting: String, gedaan: String, door: Medewerker,
            verwoording: Identifier<Verwoordingsrecord>? = nil
        ) {
            self.vraag = vraag
            self.stap = stap
            self.oordeel = oordeel
            self.toelichting = String(toelichting.prefix(2_000))
            self.gedaan = String(gedaan.prefix(2_000))
            self.door = door
            self.verwoording = verwoording
        }

        @discardableResult
        public func run(in act: Act, _ plank: Boekenplank) throws -> Identifier<Terugkoppeling> {
            if oordeel != .klopt { try act.requireReason(toelichting) }
            let answer = try Leeszaal.antwoord(vraag, on: act.today, in: act.playbook, plank, act.tx)
            let record = Adviesrecord(
                id: act.newID(), zaak: vraag.zaak, vraag: vraag.vraag, correcties: vraag.correcties.json,
                advies: answer.bewaard, bibliotheek: answer.stand, moment: act.now, door: door.rawValue,
                besluit: nil, reden: nil, gekozen: [])
            try act.tx.adviezen.add(record)
            if let verwoording {
                try act.tx.verwoordingen.keep(
                    verwoording, with: record.id, door: door.rawValue, kenmerk: vraag.kenmerk(answer.stand))
            }
            let id: Identifier<Terugkoppeling> = act.newID()
            try act.tx.terugkoppelingen.add(id, self, on: record.id, at: act.now)
            return id
        }
    }

    /// The process owner mended what the feedback was about, or says why not.
    public struct Closing: Sendable {
        public var terugkoppeling: Identifier<Terugkoppeling>
        public var uitkomst: Uitkomst
        public var uitleg: String
        public var door: Medewerker

        public init(
            terugkoppeling: Identifier<Terugkoppeling>, _ uitkomst: Uitkomst, uitleg: String, door: Medewerker
        ) {
            self.terugkoppeling = terugkoppeling
            self.uitkomst = uitkomst
            self.uitleg = uitleg
            self.door = door
        }

        public func run(in act: Act) throws {
            try act.requireReason(uitleg)
            guard
                try act.tx.terugkoppelingen.close(
                    terugkoppeling, uitkomst, uitleg, by: door.rawValue, at: act.now)
            else { throw AdviesRefusal.unknownAdvice }
            try act.record(
                "terugkoppeling_\(uitkomst.rawValue)", of: Subject(kind: "terugkoppeling", id: terugkoppeling.text))
        }
    }
}
