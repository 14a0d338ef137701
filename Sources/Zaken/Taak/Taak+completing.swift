public import Basics
import Engine

extension Taak {
    /// A person does the taak: fills the form, or at a choice says which way. What a colleague has is taken over first; what comes
    /// next stays with who did it, where that person may do it.
    public struct Completion: Sendable {
        public var taak: Identifier<Taak>
        /// The form as filled, by field.
        public var invoer: [String: String]
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid
        /// How many activities of the taak that person saw begun, so that a second press begins none.
        public var gezien: Int

        public init(
            taak: Identifier<Taak>, invoer: [String: String], gezien: Int = 0, door: Medewerker, als: Bevoegdheid
        ) {
            self.taak = taak
            self.gezien = gezien
            self.invoer = invoer
            self.door = door
            self.als = als
        }

        public func run(in act: Act) throws {
            try act.foresee(taak)
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            try als.require(taak, for: door, act.playbook)
            try act.foresee(step: taak)
            let zaak = try act.openZaak(taak.zaak)
            if taak.soort == .activiteiten && taak.staat == .open && taak.begonnen != gezien {
                throw TaakRefusal.begunMeanwhile
            }
            var run = taak.element == nil ? nil : try ProcessRun(of: zaak, in: act)
            run?.voortzetter = Voortzetter(
                wie: door, als: als, besluit: act.playbook.decides(taak.formulier))
            let outcome = try answer(
                to: taak, by: act.playbook,
                knowing: {
                    try run.look(at: zaak, in: act).merging(act.playbook.keuzefeiten(zaak, act)) { known, _ in known }
                })
            if taak.begins(by: outcome) { return try begin(taak, with: outcome, run, in: act) }
            let feiten = try run.map {
                try Keuzefeiten(of: zaak.id, at: $0.instance, in: act.playbook.processen, act.tx)
            }
            try act.tx.taken.complete(taak, by: door.rawValue, outcome: .object(outcome), knowing: feiten, at: act.now)
            if let handeling = act.playbook.handeling(of: taak, outcome) {
                try act.playbook.toets(handeling, zaak, act)
            }
            try act.record("taak_afgerond", of: zaak.id, taak.record(of: outcome))
            try act.playbook.gevolgen.first(of: taak.formulier)?(outcome, taak, zaak, act)
            if let command = taak.command(for: outcome) {
                guard run != nil else { throw ProcesRefusal.noProcess }
                try run?.perform(command)
            }
            try act.playbook.gevolgen.last(of: taak.formulier)?(outcome, taak, zaak, act)
        }

        /// Begins one of the activities; the offer stays until a person says that it is done (BPMN 10.3.5).
        private func begin(
            _ taak: Taak, with outcome: [String: JSON], _ run: ProcessRun?, in act: Act
        ) throws {
            guard taak.staat == .open else { throw try act.tx.taken.refusal(for: taak.id) }
            guard var run, let command = taak.command(for: outcome) else { throw ProcesRefusal.noProcess }
            try act.tx.taken.begin(taak)
            try act.record("activiteit_begonnen", of: taak.zaak, taak.record(of: outcome))
            try run.perform(command)
        }

        private func answer(to taak: Taak, by playbook: Playbook, knowing known: () throws -> [String: JSON]) throws
            -> [String: JSON]
        {
            switch taak.soort {
            case .formulier, .los:
                guard let code = taak.formulier, let form = playbook.formulieren[code] else {
                    return invoer.mapValues { .string($0) }
                }
                return try form.read(invoer, known: known())
            case .keuze:
                let ways = (invoer["keuze"] ?? "").split(separator: Taak.tussenKeuzes).map(String.init)
                guard !ways.isEmpty, ways.allSatisfy({ way in taak.keuzes.contains { $0.id == way } }) else {
                    throw TaakRefusal.unknownChoice(invoer["keuze"] ?? "")
                }
                return ["keuze": ways.count == 1 ? .string(ways[0]) : .array(ways.map { .string($0) })]
            case .activiteiten:
                guard let way = invoer["keuze"], way == Taak.klaar || taak.keuzes.contains(where: { $0.id == way })
                else { throw TaakRefusal.unknownChoice(invoer["keuze"] ?? "") }
                return ["keuze": .string(way)]
            case .storing: return [:]
            }
        }
    }

    /// The choice that says an ad-hoc sub-process is done.
    public static let klaar = "klaar"
    /// What stands between ways that are chosen together at an inclusive gateway; no id holds it.
    public static let tussenKeuzes: Character = ","

    /// The ways that an outcome chose.
    private func wegen(_ outcome: [String: JSON]) -> [String] {
        outcome["keuze"]?.elements?.compactMap(\.text) ?? [outcome["keuze"]?.text ?? ""]
    }

    /// What the process is told when the taak is done.
    func command(for outcome: [String: JSON]) -> Command? {
        guard let element else { return nil }
        let way = outcome["keuze"]?.text ?? ""
        switch soort {
        case .formulier: return .completeTask(ElementInstance.ID(element), variables: outcome)
        case .keuze: return .choose(ElementInstance.ID(element), flows: wegen(outcome))
        case .activiteiten where way == Taak.klaar: return .finish(ElementInstance.ID(element))
        case .activiteiten: return .begin(ElementInstance.ID(element), activity: way)
        case .storing: return .resolveIncident(Incident.ID(element), variables: outcome)
        case .los: return nil
        }
    }

    /// Whether this answer begins an activity, and does not end the taak.
    func begins(by outcome: [String: JSON]) -> Bool {
        soort == .activiteiten && outcome["keuze"]?.text != Taak.klaar
    }

    func record(of outcome: [String: JSON]) -> JSON {
        let ways = keuzes.filter { wegen(outcome).contains($0.id) }.map(\.label)
        let record: [String: JSON] = [
            "taak": .string(id.text), "stap": .string(stap), "naam": .string(naam),
            "formulier": formulier.map { .string($0) } ?? .null, "uitkomst": .object(outcome),
            "weg": ways.isEmpty ? .null : .string(ways.joined(separator: " · ")),
        ]
        return .object(record.merging(rondes.record) { old, _ in old })
    }
}

extension Taak {
    /// Gives the taak to someone, or back to everyone of its group.
    public struct Assignment: Sendable {
        public var taak: Identifier<Taak>
        public var aan: Medewerker?

        public init(taak: Identifier<Taak>, aan: Medewerker?) {
            self.taak = taak
            self.aan = aan
        }

        public func run(in act: Act) throws {
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            guard taak.behandelaar != aan else { return }
            try act.tx.taken.assign(taak, to: aan)
            let person: JSON = aan.map { .string($0.rawValue) } ?? .null
            try act.record("taak_toegewezen", of: taak.zaak, ["taak": .string(taak.id.text), "aan": person])
        }
    }

    /// Someone gives a taak back that they have, to everyone of its groups.
    public struct Return: Sendable {
        public var taak: Identifier<Taak>
        public var door: Medewerker

        public init(taak: Identifier<Taak>, door: Medewerker) {
            self.taak = taak
            self.door = door
        }

        public func run(in act: Act) throws {
            guard let found = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            guard let handler = found.behandelaar else { return }
            guard handler == door else { throw TaakRefusal.takenBy(handler) }
            try Assignment(taak: taak, aan: nil).run(in: act)
        }
    }

    /// Someone takes a taak that nobody has; refused when a colleague has it.
    public struct Taking: Sendable {
        public var taak: Identifier<Taak>
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid

        public init(taak: Identifier<Taak>, door: Medewerker, als: Bevoegdheid) {
            self.taak = taak
            self.door = door
            self.als = als
        }

        public func run(in act: Act) throws {
            guard let found = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            try als.require(found, act.playbook)
            if let other = found.behandelaar, other != door { throw TaakRefusal.takenBy(other) }
            try Assignment(taak: taak, aan: door).run(in: act)
        }
    }
}
