public import Basics
public import Database
import Journal
public import Zaken

/// Something that a bailiff who has a zaak must hear from us, and when they heard it.
public struct Deurwaardermelding: Hashable, Sendable, Identifiable {
    public enum Soort: String, Hashable, Sendable {
        /// The customer paid us.
        case betaling
        /// A payment was taken back, such as by the bank.
        case betalingTerug = "betaling_terug"
        /// Something special holds for the customer now.
        case bijzonder
        /// The zaak is taken back.
        case teruggehaald
    }

    public let id: Identifier<Deurwaardermelding>
    public let overdracht: Identifier<Overdracht>
    public let soort: Soort
    public let bedrag: Money?
    /// When it happened.
    public let dag: Day
    public let moment: Moment
    /// When the bailiff heard it; nothing before that.
    public var gemeld: Moment?
    /// Who told it: a person, or the bailiff's own call that fetched it.
    public var door: String?
    public var hoe: String?
}

extension Deurwaardermelding.Soort: ColumnValue {}

extension Deurwaardermelding {
    /// A person told the bailiff all that waits of a zaak.
    public struct Telling: Sendable {
        public var zaak: Identifier<Zaak>
        public var hoe: String
        public var door: Medewerker

        public init(zaak: Identifier<Zaak>, hoe: String, door: Medewerker) {
            (self.zaak, self.hoe, self.door) = (zaak, hoe, door)
        }

        public func run(in act: Act) throws {
            try act.requireReason(hoe)
            let open = try act.tx.deurwaardermeldingen.all(of: zaak).filter { $0.gemeld == nil }
            guard !open.isEmpty else { throw OverdrachtRefusal.nothingToTell }
            try act.heard(open, by: door.rawValue, hoe)
            for form in [Overdracht.betaling, Overdracht.inlichten, Overdracht.teruggehaald] {
                for taak in try act.tx.taken.waiting(for: zaak, formulier: form) { try act.tx.taken.withdraw(taak.id) }
            }
            try act.record("deurwaarder_ingelicht", of: zaak, ["reden": .string(hoe), "aantal": JSON(open.count)])
        }
    }

    /// A bailiff fetches what they must hear by a call; what is fetched counts as heard.
    public struct Fetching: Sendable {
        public var deurwaarder: String
        public var sinds: Day

        public init(deurwaarder: String, sinds: Day) { (self.deurwaarder, self.sinds) = (deurwaarder, sinds) }

        public func run(in act: Act) throws -> [(melding: Deurwaardermelding, zaak: Zaak)] {
            let all = try act.tx.deurwaardermeldingen.all(for: deurwaarder, since: sinds)
            try act.heard(all.filter { $0.gemeld == nil }, by: "api", nil)
            let found = try all.compactMap { one in
                try act.tx.overdrachten.find(one.overdracht).flatMap { try act.tx.zaken.find($0.zaak) }
                    .map { (melding: one, zaak: $0) }
            }
            for zaak in Set(found.map(\.zaak.id)) { try withdrawCalls(about: zaak, in: act) }
            return found
        }

        /// Nobody need call about what was heard; another bailiff of the same zaak may still have to hear it.
        private func withdrawCalls(about zaak: Identifier<Zaak>, in act: Act) throws {
            let unheard = Set(try act.tx.deurwaardermeldingen.all(of: zaak).filter { $0.gemeld == nil }.map(\.soort))
            let forms: [(String, Set<Soort>)] = [
                (Overdracht.betaling, [.betaling, .betalingTerug]), (Overdracht.teruggehaald, [.teruggehaald]),
            ]
            for (form, kinds) in forms where unheard.isDisjoint(with: kinds) {
                for taak in try act.tx.taken.waiting(for: zaak, formulier: form) { try act.tx.taken.withdraw(taak.id) }
            }
        }
    }

    /// What someone answered who told the bailiff of payments: those are heard.
    @Sendable static func toldOfPayments(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        try act.heard(of: zaak, [.betaling, .betalingTerug], answer["toelichting"]?.text)
    }

    /// What someone answered who told the bailiff of what holds for the person: that is heard.
    @Sendable static func toldOfStates(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        try act.heard(of: zaak, [.bijzonder], answer["toelichting"]?.text)
    }

    /// What someone answered who told the bailiff to stop: that is heard.
    @Sendable static func toldOfRecall(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        try act.heard(of: zaak, [.teruggehaald], answer["toelichting"]?.text)
    }
}

extension Act {
    fileprivate func heard(of zaak: Zaak, _ kinds: Set<Deurwaardermelding.Soort>, _ how: String?) throws {
        let open = try tx.deurwaardermeldingen.all(of: zaak.id).filter { $0.gemeld == nil && kinds.contains($0.soort) }
        try heard(open, by: actor.description, how)
    }

    fileprivate func heard(_ all: [Deurwaardermelding], by who: String, _ how: String?) throws {
        for one in all {
            try tx.run(
                """
                UPDATE deurwaardermeldingen SET gemeld = \(now), gemeld_door = \(who),
                    hoe = \(how.map { String($0.prefix(1_000)) })
                WHERE id = \(one.id) AND gemeld IS NULL
                """)
        }
    }
}

/// What bailiffs must hear, inside one transaction.
public struct DeurwaardermeldingStore {
    let tx: Transaction
    private static let columns: Query =
        "m.id, m.overdracht_id, m.soort, m.bedrag, m.dag, m.moment, m.gemeld, m.gemeld_door, m.hoe"

    /// All of a zaak, the newest first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Deurwaardermelding] {
        try rows("o.zaak_id = \(zaak) ORDER BY m.moment DESC, m.id DESC")
    }

    /// What a bailiff must hear that happened since a day, and all that they did not hear yet; the oldest first.
    func all(for deurwaarder: String, since day: Day) throws -> [Deurwaardermelding] {
        try rows("o.deurwaarder = \(deurwaarder) AND (m.dag >= \(day) OR m.gemeld IS NULL) ORDER BY m.moment, m.id")
    }

    /// The zaken of which a bailiff still has something to hear, the oldest first.
    public func waiting(limit: Int) throws -> [Deurwaardermelding] {
        try rows("m.gemeld IS NULL ORDER BY m.moment, m.id LIMIT \(limit)")
    }

    private func rows(_ which: Query) throws -> [Deurwaardermelding] {
        try tx.rows(
            """
            SELECT \(DeurwaardermeldingStore.columns)
            FROM deurwaardermeldingen m JOIN overdrachten o ON o.id = m.overdracht_id WHERE \(which)
            """
        ).map(Deurwaardermelding.init(row:))
    }

    func add(_ one: Deurwaardermelding) throws {
        try tx.run(
            """
            INSERT INTO deurwaardermeldingen (id, overdracht_id, soort, bedrag, dag, moment)
            VALUES (\(one.id), \(one.overdracht), \(one.soort), \(one.bedrag), \(one.dag), \(one.moment))
            """)
    }
}

extension Deurwaardermelding {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], overdracht: try row["overdracht_id"], soort: try row["soort"], bedrag: try row["bedrag"],
            dag: try row["dag"], moment: try row["moment"], gemeld: try row["gemeld"], door: try row["gemeld_door"],
            hoe: try row["hoe"])
    }
}

extension Transaction {
    public var deurwaardermeldingen: DeurwaardermeldingStore { DeurwaardermeldingStore(tx: self) }
}
