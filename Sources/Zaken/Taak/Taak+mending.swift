public import Basics
public import Engine

extension Taak {
    /// A person mends a step that failed: gives the process another fact where one was wrong, and lets it try again.
    public struct Herstel: Sendable {
        public var taak: Identifier<Taak>
        /// The variable to change first, and its new value as typed.
        public var gegeven: String?
        public var waarde: String
        public var reden: String
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid

        public init(
            taak: Identifier<Taak>, gegeven: String? = nil, waarde: String = "", reden: String, door: Medewerker,
            als: Bevoegdheid
        ) {
            self.taak = taak
            self.gegeven = gegeven
            self.waarde = waarde
            self.reden = reden
            self.door = door
            self.als = als
        }

        /// Whether the step now goes on; it does not where it fails again.
        @discardableResult
        public func run(in act: Act) throws -> Bool {
            try act.requireReason(reden)
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            guard taak.soort == .storing, let incident = taak.element else { throw TaakRefusal.notThisKind }
            try als.require(taak, for: door, act.playbook)
            let zaak = try act.openZaak(taak.zaak)
            try act.tx.taken.complete(taak, by: door.rawValue, outcome: record, at: act.now)
            try act.record("storing_hersteld", of: zaak.id, record.merging(["stap": .string(taak.stap)]))
            let changes = gegeven.map { [$0: JSON(typed: waarde)] } ?? [:]
            try act.perform(.resolveIncident(Incident.ID(incident), variables: changes), on: zaak)
            return try !act.tx.taken.waiting(for: zaak.id).contains { $0.soort == .storing && $0.stap == taak.stap }
        }

        private var record: JSON {
            var record: JSON = ["reden": .string(reden)]
            if let gegeven {
                record["gegeven"] = .string(gegeven)
                record["waarde"] = JSON(typed: waarde)
            }
            return record
        }
    }
}

extension JSON {
    /// A value as a person types it: a number, true or false, an amount with a comma, otherwise a text.
    public init(typed text: String) {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch plain {
        case "ja", "true": self = true
        case "nee", "false": self = false
        case "", "null": self = .null
        default:
            let number = Decimal128(plain) ?? Decimal128(plain.replacing(".", with: "").replacing(",", with: "."))
            self = number.map { .number($0) } ?? .string(plain)
        }
    }

    fileprivate func merging(_ more: [String: JSON]) -> JSON {
        more.reduce(into: self) { $0[$1.key] = $1.value }
    }
}

extension Incident.Cause {
    /// A stable word for the kind of cause, by which it is recorded and told.
    public var code: String {
        switch self {
        case .formula: "formula"
        case .notUsable: "not_usable"
        case .service: "service"
        case .noBranch: "no_branch"
        case .stuck: "stuck"
        case .decision: "decision"
        case .unknownProcess: "unknown_process"
        case .uncaughtError: "uncaught_error"
        case .tooMuch: "too_much"
        case .noLink: "no_link"
        }
    }
}
