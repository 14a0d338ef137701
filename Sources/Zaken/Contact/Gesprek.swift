public import Basics
public import Database
public import Journal

/// A talk by phone in which the procesbot reads along with what is typed; only what a person saves of it is kept.
public enum Gesprek {
    /// The form of the taak for another talk.
    public static let formulier = "vervolggesprek"
    static let begun = "gesprek_begonnen"
    static let stopped = "gesprek_gestopt"
    /// Ways in which people speak to each other; a letter is no talk.
    private static let spoken: Set<String> = ["telefoon", "balie", "bezoek"]
    /// How many entries of a zaak are read to count its talks.
    private static let far = 2_000

    /// How many talks were recorded on a zaak.
    public static func count(on zaak: Identifier<Zaak>, in tx: Transaction) throws -> Int {
        try tx.journal.entries(of: .zaak(zaak), limit: far).count {
            $0.kind == "contact" && spoken.contains($0.content["kanaal"].text ?? "")
        }
    }

    /// Whether this person began a talk on this zaak less than half a day ago, and neither stopped it nor recorded a contact since.
    public static func isRunning(
        on zaak: Identifier<Zaak>, by actor: Actor, at now: Moment, in tx: Transaction
    ) throws -> Bool {
        let mine = try tx.journal.entries(of: .zaak(zaak), limit: 200).first {
            $0.actor == actor && [begun, stopped, "contact"].contains($0.kind)
        }
        guard let mine, mine.kind == begun else { return false }
        return now - mine.moment < 12 * 60 * 60
    }

    /// Someone begins a talk, and says that the klant knows of the program and does not object.
    public struct Beginning: Sendable {
        public var zaak: Identifier<Zaak>
        public var isToldToKlant: Bool

        public init(zaak: Identifier<Zaak>, isToldToKlant: Bool) {
            (self.zaak, self.isToldToKlant) = (zaak, isToldToKlant)
        }

        public func run(in act: Act) throws {
            _ = try act.openZaak(zaak)
            guard isToldToKlant else { throw VastleggingRefusal.notTold }
            guard try !Gesprek.isRunning(on: zaak, by: act.actor, at: act.now, in: act.tx) else { return }
            let number = try Gesprek.count(on: zaak, in: act.tx) + 1
            try act.record(Gesprek.begun, of: zaak, ["nummer": JSON(number), "ingelicht": true])
        }
    }

    /// Someone stops a talk of which nothing is to be kept; the next one asks the klant anew.
    public struct Stopping: Sendable {
        public var zaak: Identifier<Zaak>

        public init(zaak: Identifier<Zaak>) { self.zaak = zaak }

        public func run(in act: Act) throws {
            guard try Gesprek.isRunning(on: zaak, by: act.actor, at: act.now, in: act.tx) else { return }
            try act.record(Gesprek.stopped, of: zaak, [:])
        }
    }

    /// Someone keeps what they checked of a talk, and plans another one where that was agreed.
    public struct Saving: Sendable {
        public var recording: Contact.Recording
        /// Why another talk, given how many there were; nothing where none is planned.
        public var another: (@Sendable (Int) -> String)?
        /// Who talked: what they promised stays with them.
        public var door: Medewerker?

        public init(
            _ recording: Contact.Recording, another: (@Sendable (Int) -> String)? = nil, door: Medewerker? = nil
        ) {
            self.door = door
            (self.recording, self.another) = (recording, another)
        }

        public func run(in act: Act) throws {
            let day = recording.contact.op
            guard another == nil || day != nil else { throw VastleggingRefusal.noDayForTalk }
            try recording.run(in: act)
            guard let another, let day else { return }
            let waits = try act.tx.taken.waiting(for: recording.zaak, formulier: formulier)
            guard !waits.contains(where: { $0.uiterlijk == day }) else { return }
            let count = try Gesprek.count(on: recording.zaak, in: act.tx)
            try Taak.Opdracht(
                zaak: recording.zaak, formulier: formulier, waarom: another(count), uiterlijk: day,
                behandelaar: door
            ).run(in: act)
        }
    }
}
