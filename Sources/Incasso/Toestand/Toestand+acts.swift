public import Basics
import Jobs
public import Klanten
public import Recht
public import Zaken

extension Toestand {
    /// Records that a special state holds, with its proof; the processes of the person's zaken are told of it.
    public struct Beginning: Sendable {
        public var partij: Identifier<Partij>
        public var vordering: Identifier<Vordering>?
        public var soort: SpecialStateKind
        public var begin: Day
        public var verwachtEinde: Day?
        public var bewijs: String
        public var document: Identifier<Document>?
        public var aan: Geadresseerde?
        public var door: Medewerker

        public init(
            partij: Identifier<Partij>, vordering: Identifier<Vordering>? = nil, soort: SpecialStateKind, begin: Day,
            verwachtEinde: Day? = nil, bewijs: String, document: Identifier<Document>? = nil,
            aan: Geadresseerde? = nil, door: Medewerker
        ) {
            self.partij = partij
            self.vordering = vordering
            self.soort = soort
            self.begin = begin
            self.verwachtEinde = verwachtEinde
            self.bewijs = bewijs
            self.document = document
            self.aan = aan
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Toestand {
            try check(in: act)
            let toestand = Toestand(
                id: act.newID(), partij: partij, vordering: vordering, soort: soort, begin: begin,
                verwachtEinde: verwachtEinde, opgeheven: nil, bewijs: bewijs, document: document, aan: aan, taak: nil,
                door: door.rawValue, versie: 0)
            try act.tx.toestanden.add(toestand)
            try act.note("toestand_begonnen", toestand, ["bewijs": .string(bewijs)])
            if soort == .veiligheid { try act.tx.partijen.shield(partij, true) }
            try act.watch(toestand)
            if vordering == nil { try tellProcesses(in: act) }
            try act.askToTellBailiff(of: partij)
            return toestand
        }

        private func check(in act: Act) throws {
            guard Toestand.soorten.contains(soort) else { throw ToestandRefusal.notRecordable }
            guard !bewijs.allSatisfy(\.isWhitespace) else { throw ToestandRefusal.evidenceMissing }
            guard verwachtEinde.map({ $0 >= begin }) ?? true else { throw ToestandRefusal.endBeforeBegin }
            try aan?.check()
            guard try act.tx.partijen.find(partij) != nil else { throw ToestandRefusal.unknown }
            let known = try act.tx.toestanden.all(of: partij)
            guard !known.contains(where: { $0.soort == soort && $0.vordering == vordering && $0.opgeheven == nil })
            else { throw ToestandRefusal.alreadyHolds }
            guard try belongsHere(in: act) else { throw ToestandRefusal.unknown }
        }

        /// Whether the claim and the document are of this person.
        private func belongsHere(in act: Act) throws -> Bool {
            let zaken = [
                try vordering.map { try act.tx.vorderingen.find($0)?.zaak },
                try document.map { try act.tx.documenten.find($0)?.zaak },
            ].compactMap(\.self)
            return try zaken.allSatisfy { zaak in
                try zaak.flatMap { try act.tx.zaken.find($0) }?.partij == partij
            }
        }

        /// A process that may not send letters now goes on as an exception, where its drawing waits for that.
        private func tellProcesses(in act: Act) throws {
            for zaak in try act.tx.zaken.all(of: partij) where zaak.isOpen && zaak.opgeschort == nil {
                do { try act.playbook.toets(CollectionAct.herinnering.rawValue, zaak, act) } catch is ToestandRefusal {
                    try act.deliver(
                        "UitzonderingGemeld", to: zaak, variables: ["melding": ["reden": .string(soort.rawValue)]])
                }
            }
        }
    }

    /// A person decides that a state is over; nothing begins again by itself.
    public struct Ending: Sendable {
        public var toestand: Identifier<Toestand>
        public var reden: String

        public init(toestand: Identifier<Toestand>, reden: String) {
            self.toestand = toestand
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var toestand = try act.running(self.toestand)
            toestand.opgeheven = max(act.today, toestand.begin)
            try act.withdrawDecision(on: &toestand)
            try act.tx.toestanden.save(toestand)
            try act.tx.jobs.cancel(key: Toestandbewaking.key(toestand.id))
            if toestand.soort == .veiligheid { try act.tx.partijen.shield(toestand.partij, false) }
            try act.note("toestand_beeindigd", toestand, ["reden": .string(reden)])
        }
    }

    /// The expected end moves, or someone else is to be written to.
    public struct Change: Sendable {
        public var toestand: Identifier<Toestand>
        public var verwachtEinde: Day?
        public var aan: Geadresseerde?
        public var reden: String

        public init(toestand: Identifier<Toestand>, verwachtEinde: Day?, aan: Geadresseerde?, reden: String) {
            self.toestand = toestand
            self.verwachtEinde = verwachtEinde
            self.aan = aan
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var toestand = try act.running(self.toestand)
            guard verwachtEinde.map({ $0 >= toestand.begin }) ?? true else { throw ToestandRefusal.endBeforeBegin }
            try aan?.check()
            toestand.verwachtEinde = verwachtEinde
            toestand.aan = aan
            try act.withdrawDecision(on: &toestand)
            try act.tx.toestanden.save(toestand)
            try act.watch(toestand)
            try act.note("toestand_gewijzigd", toestand, ["reden": .string(reden)])
        }
    }
}

extension Act {
    fileprivate func running(_ id: Identifier<Toestand>) throws -> Toestand {
        guard let toestand = try tx.toestanden.find(id) else { throw ToestandRefusal.unknown }
        guard toestand.opgeheven == nil else { throw ToestandRefusal.alreadyOver }
        return toestand
    }

    /// Records it of the person and of all their open zaken.
    fileprivate func note(_ kind: String, _ toestand: Toestand, _ more: [String: JSON]) throws {
        var content: [String: JSON] = ["toestand": .string(toestand.soort.rawValue), "begin": JSON(toestand.begin)]
        content["tot"] = toestand.verwachtEinde.map { JSON($0) }
        content.merge(more) { _, new in new }
        try record(kind, of: .klant(toestand.partij), .object(content))
        for zaak in try tx.zaken.all(of: toestand.partij) where zaak.isOpen {
            try record(kind, of: zaak.id, .object(content))
        }
    }

    /// Plans the moment to ask what now: the morning after the expected end.
    fileprivate func watch(_ toestand: Toestand) throws {
        let key = Toestandbewaking.key(toestand.id)
        guard let end = toestand.verwachtEinde else { return try tx.jobs.cancel(key: key) }
        try tx.jobs.order(
            kind: Toestandbewaking.kind, payload: ["toestand": .string(toestand.id.text)],
            due: max(now, Moment(end + 1, hour: 7)), key: key, subject: .klant(toestand.partij))
    }

    /// Whether a taak that asks for a decision still waits.
    fileprivate func isAsked(of toestand: Toestand) throws -> Bool {
        guard let taak = try toestand.taak.flatMap({ try tx.taken.find($0) }) else { return false }
        return taak.staat == .open || taak.staat == .rust
    }

    fileprivate func withdrawDecision(on toestand: inout Toestand) throws {
        if let taak = toestand.taak { try tx.taken.withdraw(taak) }
        toestand.taak = nil
    }
}

/// Asks a person to decide once a state's expected end has passed: nothing begins again by itself.
public struct Toestandbewaking: Sendable {
    public static let kind = "toestand_einde"
    static let formulier = "toestand_einde"

    public let toestand: Identifier<Toestand>

    /// Reads a job's payload; `nil` for a payload of another shape.
    public init?(_ payload: JSON) {
        guard let id = payload["toestand"].identifier(of: Toestand.self) else { return nil }
        toestand = id
    }

    static func key(_ id: Identifier<Toestand>) -> String { "toestand:\(id.text)" }

    public func look(in act: Act) throws {
        guard var toestand = try act.tx.toestanden.find(toestand), try !act.isAsked(of: toestand),
            toestand.state.awaitsDecision(on: act.today)
        else { return }
        let zaak = try act.tx.zaken.all(of: toestand.partij).first(where: \.isOpen)
        if let zaak {
            toestand.taak = try Taak.Opdracht(
                zaak: zaak.id, formulier: Toestandbewaking.formulier, waarom: toestand.inWords, uiterlijk: act.today + 5
            ).run(in: act)
            try act.tx.toestanden.save(toestand)
        }
        try act.note("toestand_verlopen", toestand, [:])
    }
}

extension Toestand {
    /// Which state it is among others of the same person: `wsnp, 2026-01-02 (insolventieregister)`.
    fileprivate var inWords: String { "\(soort.rawValue), \(begin) (\(bewijs))" }
}
