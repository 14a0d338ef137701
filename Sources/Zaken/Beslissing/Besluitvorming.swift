import Basics
import Engine
import Synchronization

/// Answers the decisions that a process asks during one command, and keeps how they were made.
final class Besluitvorming: Sendable {
    private let made = Mutex<[Besluit.Uitkomst]>([])
    private let beslissingen: Beslissingen
    private let now: Moment

    init(_ beslissingen: Beslissingen, at now: Moment) {
        self.beslissingen = beslissingen
        self.now = now
    }

    func answer(_ decision: String, _ facts: [String: JSON]) -> DecisionAnswer {
        switch beslissingen.decide(decision, facts, at: now) {
        case .failed(let reason): return .failed(reason)
        case .made(let outcome):
            made.withLock { $0.append(outcome) }
            return .value(outcome.waarde)
        }
    }

    var outcomes: [Besluit.Uitkomst] { made.withLock { $0 } }
}

extension Act {
    /// Records the decisions of a step, each under the variable in which the process keeps its outcome.
    func record(_ made: [Besluit.Uitkomst], after events: [Event], of zaak: Identifier<Zaak>) throws {
        for outcome in made {
            let variable = events.lazy.compactMap { $0.variable(holding: outcome.waarde) }.first
            try record("beslissing_genomen", of: zaak, outcome.record(in: variable))
        }
    }
}

extension Event {
    fileprivate func variable(holding value: JSON) -> String? {
        guard case .variablesSet(let variables, _) = self else { return nil }
        return variables.sorted { $0.key < $1.key }.first { $0.value == value }?.key
    }
}

extension Besluit.Uitkomst {
    func record(in variable: String?) -> JSON {
        [
            "beslissing": .string(beslissing), "naam": .string(naam), "model": .string(model), "versie": JSON(versie),
            "invoer": .object(invoer), "regels": .array(regels.map { JSON($0) }),
            "waarom": .array(waarom.map { .string($0) }), "waarde": waarde,
            "variabele": variable.map { .string($0) } ?? .null,
        ]
    }
}
