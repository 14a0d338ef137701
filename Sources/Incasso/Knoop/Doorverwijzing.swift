public import Basics
public import Database
import Jobs
import Klanten
public import Recht
public import Zaken

/// A warm handover to a partner: what goes along, with consent, accepted by a named desk.
public struct Doorverwijzing: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable, CaseIterable { case aangeboden, aangenomen, geweigerd, ingetrokken }

    public let id: Identifier<Doorverwijzing>
    public let knoop: Identifier<Knoop>
    public let partner: String
    /// The desk that has to accept.
    public let bureau: String
    /// What goes along, by name; never more than the policy names.
    public let gegevens: [String]
    /// What of that was confirmed or filled in as it left, by its name.
    public var inhoud: [String: String] = [:]
    /// How and when the customer agreed; by word of mouth is enough.
    public let toestemming: String
    public let toestemmingOp: Day
    public let aangeboden: Day
    /// The last day on which the desk should have accepted.
    public let uiterlijk: Day
    public var staat: Staat
    /// Who at the desk answered.
    public var wie: String?
    public var reden: String?
    public var beantwoord: Day?
    public let door: String

    /// The job that looks whether anybody accepted.
    public static let watchKind = "doorverwijzing"
    static func key(_ id: Identifier<Doorverwijzing>) -> String { "doorverwijzing:\(id.text)" }
}

extension Doorverwijzing {
    /// Offers a person to a partner; refused without consent.
    public struct Offering: Sendable {
        public var knoop: Identifier<Knoop>
        public var partner: String
        public var gegevens: [String]
        /// What someone confirmed or filled in of it.
        public var inhoud: [String: String]
        public var toestemming: String
        public var toestemmingOp: Day
        public var door: Medewerker

        public init(
            knoop: Identifier<Knoop>, partner: String, gegevens: [String], inhoud: [String: String] = [:],
            toestemming: String, toestemmingOp: Day, door: Medewerker
        ) {
            (self.knoop, self.partner, self.gegevens, self.inhoud) = (knoop, partner, gegevens, inhoud)
            (self.toestemming, self.toestemmingOp, self.door) = (toestemming, toestemmingOp, door)
        }

        @discardableResult
        public func run(in act: Act, recht: RechtTables) throws -> Doorverwijzing {
            guard let parent = try act.tx.knopen.find(knoop) else { throw KnoopRefusal.unknown }
            _ = try act.openZaak(parent.zaak)
            let policy = Knoop.Beleid(act.playbook)
            guard let found = policy.partners.first(where: { $0.code == partner }) else {
                throw KnoopRefusal.unknownPartner
            }
            guard !toestemming.allSatisfy(\.isWhitespace), toestemmingOp <= act.today else {
                throw KnoopRefusal.consentMissing
            }
            guard Set(gegevens).isSubset(of: policy.gegevens) else { throw KnoopRefusal.tooMuchShared }
            guard try act.tx.partijen.find(parent.partij)?.isReachable(by: gegevens) == true else {
                throw KnoopRefusal.reachMissing
            }
            try require(known: act.meegaven(of: parent))
            let one = Doorverwijzing(
                id: act.newID(), knoop: knoop, partner: found.naam, bureau: found.bureau, gegevens: gegevens,
                inhoud: filled,
                toestemming: String(toestemming.prefix(400)), toestemmingOp: toestemmingOp, aangeboden: act.today,
                uiterlijk: recht.calendar.adding(workdays: found.werkdagen, to: act.today), staat: .aangeboden,
                wie: nil, reden: nil, beantwoord: nil, door: door.rawValue)
            try act.tx.doorverwijzingen.add(one)
            try act.watch(one, from: one.uiterlijk + 1)
            try act.record(
                "doorverwezen", of: parent.zaak,
                [
                    "partner": .string(one.partner), "bureau": .string(one.bureau), "tot": JSON(one.uiterlijk),
                    "gegevens": .array(gegevens.map { .string($0) }), "toestemming": .string(one.toestemming),
                ])
            return one
        }

        /// What goes along as it was filled in.
        private var filled: [String: String] {
            inhoud.filter { gegevens.contains($0.key) && Doorverwijzing.invulbaar.contains($0.key) }
                .mapValues { String($0.prefix(400)) }.filter { !$0.value.allSatisfy(\.isWhitespace) }
        }

        /// Refuses to send what nobody knows: the partner would read that it is not known.
        private func require(known: [String: Meegave]) throws {
            let empty = gegevens.filter { one in
                let isAsked = Doorverwijzing.invulbaar.contains(one) && !inhoud.isEmpty
                return isAsked ? filled[one] == nil : known[one] == .onbekend
            }
            guard empty.isEmpty else { throw KnoopRefusal.nothingToShare(empty) }
        }
    }

    /// The desk answered, or the customer took the consent back.
    public struct Answer: Sendable {
        public var doorverwijzing: Identifier<Doorverwijzing>
        public var staat: Staat
        /// Who answered at the desk.
        public var wie: String
        public var reden: String

        public init(doorverwijzing: Identifier<Doorverwijzing>, staat: Staat, wie: String, reden: String) {
            (self.doorverwijzing, self.staat, self.wie, self.reden) = (doorverwijzing, staat, wie, reden)
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.doorverwijzingen.find(doorverwijzing),
                let knoop = try act.tx.knopen.find(one.knoop)
            else { throw KnoopRefusal.unknown }
            let isBack = staat == .ingetrokken && one.staat == .aangenomen
            guard one.staat == .aangeboden || isBack, staat != .aangeboden else { throw KnoopRefusal.alreadyAnswered }
            if staat == .aangenomen, wie.allSatisfy(\.isWhitespace) { throw KnoopRefusal.nameMissing }
            if staat != .aangenomen { try act.requireReason(reden) }
            (one.staat, one.wie, one.reden, one.beantwoord) = (staat, wie, reden, act.today)
            try act.tx.doorverwijzingen.save(one)
            try act.tx.jobs.cancel(key: Doorverwijzing.key(one.id))
            try act.record(
                "doorverwijzing_\(staat.rawValue)", of: knoop.zaak,
                ["partner": .string(one.partner), "wie": .string(wie), "reden": .string(reden)])
            if staat == .ingetrokken, try act.tx.zaken.find(knoop.zaak)?.isOpen == true {
                try Taak.Opdracht(
                    zaak: knoop.zaak, formulier: "udk_intrekking", waarom: one.partner, uiterlijk: act.today
                ).run(in: act)
            }
        }
    }

    /// Looks whether a desk accepted in time; asks a person each week until somebody did: nothing falls in between.
    public struct Watch: Sendable {
        public let doorverwijzing: Identifier<Doorverwijzing>

        /// Reads a job's payload; `nil` for a payload of another shape.
        public init?(_ payload: JSON) {
            guard let id = payload["doorverwijzing"].identifier(of: Doorverwijzing.self) else { return nil }
            doorverwijzing = id
        }

        public func look(in act: Act) throws {
            guard let one = try act.tx.doorverwijzingen.find(doorverwijzing), one.staat == .aangeboden,
                let knoop = try act.tx.knopen.find(one.knoop), let zaak = try act.tx.zaken.find(knoop.zaak), zaak.isOpen
            else { return }
            let waits = try !act.tx.taken.waiting(for: zaak.id, formulier: "udk_escalatie").isEmpty
            if !waits {
                try Taak.Opdracht(
                    zaak: zaak.id, formulier: "udk_escalatie", waarom: "\(one.partner), \(one.bureau)",
                    uiterlijk: act.today, groep: "teamleider"
                ).run(in: act)
                try act.record("doorverwijzing_blijft_liggen", of: zaak.id, ["partner": .string(one.partner)])
            }
            try act.watch(one, from: act.today + 7)
        }
    }
}

extension Act {
    fileprivate func watch(_ one: Doorverwijzing, from day: Day) throws {
        try tx.jobs.order(
            kind: Doorverwijzing.watchKind, payload: ["doorverwijzing": .string(one.id.text)],
            due: Moment(day, hour: 7), key: Doorverwijzing.key(one.id))
    }
}

extension Doorverwijzing.Staat: ColumnValue {}

/// The warm handovers, inside one transaction.
public struct DoorverwijzingStore {
    let tx: Transaction
    private static let columns: Query =
        """
        id, knoop_id, partner, bureau, gegevens, inhoud, toestemming, toestemming_op, aangeboden, uiterlijk, staat, wie, reden,
        beantwoord, door
        """

    public func all(of knoop: Identifier<Knoop>) throws -> [Doorverwijzing] {
        try tx.rows(
            """
            SELECT \(DoorverwijzingStore.columns) FROM doorverwijzingen WHERE knoop_id = \(knoop)
            ORDER BY aangeboden DESC, id DESC
            """
        ).map(Doorverwijzing.init(row:))
    }

    public func find(_ id: Identifier<Doorverwijzing>) throws -> Doorverwijzing? {
        try tx.first("SELECT \(DoorverwijzingStore.columns) FROM doorverwijzingen WHERE id = \(id)")
            .map(Doorverwijzing.init(row:))
    }

    func add(_ one: Doorverwijzing) throws {
        let facts = one.gegevens.joined(separator: " ")
        let inhoud = JSON.object(one.inhoud.mapValues { .string($0) })
        try tx.run(
            """
            INSERT INTO doorverwijzingen (\(DoorverwijzingStore.columns))
            VALUES (\(one.id), \(one.knoop), \(one.partner), \(one.bureau), \(facts), \(inhoud), \(one.toestemming),
                \(one.toestemmingOp), \(one.aangeboden), \(one.uiterlijk), \(one.staat), \(one.wie), \(one.reden),
                \(one.beantwoord), \(one.door))
            """)
    }

    func save(_ one: Doorverwijzing) throws {
        try tx.run(
            """
            UPDATE doorverwijzingen SET staat = \(one.staat), wie = \(one.wie), reden = \(one.reden),
                beantwoord = \(one.beantwoord) WHERE id = \(one.id)
            """)
    }
}

extension Doorverwijzing {
    fileprivate init(row: Row) throws {
        let facts: String = try row["gegevens"]
        let filled: JSON = try row["inhoud"]
        self.init(
            id: try row["id"], knoop: try row["knoop_id"], partner: try row["partner"], bureau: try row["bureau"],
            gegevens: facts.split(separator: " ").map(String.init),
            inhoud: (filled.fields ?? [:]).compactMapValues(\.text), toestemming: try row["toestemming"],
            toestemmingOp: try row["toestemming_op"], aangeboden: try row["aangeboden"],
            uiterlijk: try row["uiterlijk"], staat: try row["staat"], wie: try row["wie"], reden: try row["reden"],
            beantwoord: try row["beantwoord"], door: try row["door"])
    }
}

extension Transaction {
    public var doorverwijzingen: DoorverwijzingStore { DoorverwijzingStore(tx: self) }
}
