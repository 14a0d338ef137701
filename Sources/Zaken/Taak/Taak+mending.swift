public import Basics
public import Engine

extension Taak {
    /// A person mends a step that failed: puts facts right that it looks at, or takes the way that its gateway could not tell, and lets it
    /// try again.
    public struct Herstel: Sendable {
        public var taak: Identifier<Taak>
        /// The facts as typed, by name; those that stay as they are change nothing.
        public var gegevens: [String: String]
        /// The flow to take in the place of a gateway.
        public var weg: String?
        public var reden: String
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid

        public init(
            taak: Identifier<Taak>, gegevens: [String: String] = [:], weg: String? = nil, reden: String,
            door: Medewerker, als: Bevoegdheid
        ) {
            (self.taak, self.gegevens, self.weg) = (taak, gegevens, weg)
            (self.reden, self.door, self.als) = (reden, door, als)
        }

        /// Whether the step now goes on; it does not where it fails again.
        @discardableResult
        public func run(in act: Act) throws -> Bool {
            try act.requireReason(reden)
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            guard taak.soort == .storing, let number = taak.element else { throw TaakRefusal.notThisKind }
            try als.require(taak, for: door, act.playbook)
            let zaak = try act.openZaak(taak.zaak)
            guard let instance = try act.tx.processen.instance(of: zaak.id),
                let incident = instance.incidents.first(where: { $0.id.number == number })
            else { throw ZaakRefusal.changedMeanwhile }
            let changes = try changes(to: incident, in: instance, of: zaak, act)
            guard weg == nil || changes.isEmpty else { throw TaakRefusal.wayAndFacts }
            let way = try weg.map { try self.way($0, from: incident, in: instance, act) }
            var record: JSON = ["reden": .string(reden), "stap": .string(taak.stap)]
            if !changes.isEmpty { record["wijzigingen"] = .array(changes.map(\.record)) }
            if let way { record["weg"] = .string(way.label) }
            try act.tx.taken.complete(taak, by: door.rawValue, outcome: record, at: act.now)
            let mended = try mended(by: changes, at: incident, in: instance, of: zaak, act)
            let command: Command =
                way.map { .chooseInstead(incident.id, flow: $0.flow.id) }
                ?? .resolveIncident(incident.id, variables: mended)
            let others = Set(try act.tx.taken.waiting(for: zaak.id).map(\.id))
            try act.perform(command, on: zaak)
            let goesOn = try !act.tx.taken.waiting(for: zaak.id).contains {
                $0.soort == .storing && $0.stap == taak.stap && !others.contains($0.id)
            }
            if goesOn { try act.tx.storingen.remove(taak.id) }
            let mend = way == nil ? "storing_hersteld" : "storing_weg"
            try act.record(goesOn ? mend : "storing_geprobeerd", of: zaak.id, record)
            return goesOn
        }

        private func way(
            _ flow: String, from incident: Incident, in instance: ProcessInstance, _ act: Act
        ) throws -> ChoiceOffer.Option {
            let ways = instance.ways(from: incident, in: act.playbook.processen)
            guard let way = ways.first(where: { $0.flow.id == flow }) else { throw TaakRefusal.unknownChoice(flow) }
            return way
        }

        /// The variables that become another, whole: a part is put into what is known of the rest.
        private func mended(
            by changes: [Wijziging], at incident: Incident, in instance: ProcessInstance, of zaak: Zaak, _ act: Act
        ) throws -> [String: JSON] {
            guard !changes.isEmpty else { return [:] }
            let known = instance.variables(of: incident.element).learning(try act.playbook.feiten(zaak, act))
            let all = changes.reduce(known) { $0.putting($1.naar, at: $1.pad) }
            let names = Set(changes.map(\.pad.name))
            return all.filter { names.contains($0.key) }
        }

        /// The facts that become another; refused where one is named that the step does not look at, or has a value that it cannot have.
        private func changes(
            to incident: Incident, in instance: ProcessInstance, of zaak: Zaak, _ act: Act
        ) throws -> [Wijziging] {
            guard !gegevens.isEmpty else { return [] }
            let feiten = try act.playbook.feiten(zaak, act)
            let all = Gegeven.all(of: incident, in: instance, feiten: Set(feiten.keys), act.playbook)
            let known = instance.variables(of: incident.element).learning(feiten)
            var (changes, refusals): ([Wijziging], [FieldRefusal]) = ([], [])
            for (name, text) in gegevens.sorted(by: { $0.key < $1.key }) {
                guard let one = all.first(where: { $0.naam == name }) else {
                    refusals.append(FieldRefusal(field: name, reason: .notAnOption(name)))
                    continue
                }
                do throws(FieldFault) {
                    let value = try one.read(text, knowing: known)
                    if value != one.waarde { changes.append(Wijziging(pad: one.pad, van: one.waarde, naar: value)) }
                } catch { refusals.append(error.refusal) }
            }
            guard refusals.isEmpty else { throw TaakRefusal.invalid(refusals) }
            return changes
        }
    }
}

/// A fact that a person put right.
private struct Wijziging {
    let pad: FactPath
    let van: JSON
    let naar: JSON

    var record: JSON { ["gegeven": .string(pad.description), "van": van, "naar": naar] }
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

    /// What is kept of the cause beside its kind: all that a service said, which holds no personal data, or the word of a decision.
    public var told: String? {
        if case .service(let reason) = self { String(reason.prefix(200)) } else { word }
    }

    /// The word that a service or decision gave for it, such as `unknown-service`; without facts.
    public var word: String? {
        switch self {
        case .service(let reason): reason.split(separator: " ").first.map(String.init)
        case .decision(_, let reason): reason.description.split(separator: " ").first.map(String.init)
        case .formula, .notUsable, .noBranch, .stuck, .unknownProcess, .uncaughtError, .tooMuch, .noLink: nil
        }
    }
}
