/// What a person is asked to do.
public struct UserWork: Sendable {
    let node: ElementRef
    let name: String?
    let documentation: String?
    let lane: String?
    let form: String?
    let assignee: Formula?
    let candidateUsers: [Formula]
    let candidateGroups: [Formula]
    let due: Formula?
    let followUp: Formula?
    let priority: Formula?

    /// Whether the drawing says all of it, and nothing depends on facts or the clock.
    var isFixed: Bool {
        let computed = [assignee, priority].compactMap(\.self) + candidateUsers + candidateGroups
        return due == nil && followUp == nil && computed.allSatisfy { $0.constant != nil }
    }
}

/// What a service is asked to do.
public struct ServiceWork: Sendable {
    /// The kind of work: `brief.versturen`.
    let type: Formula
    let headers: [String: String]
    let retries: Formula?
    let resultVariable: String?
}

/// A formula that is the whole work.
public struct ScriptWork: Sendable {
    let formula: Formula
    let resultVariable: String?
}

/// A decision that is called.
public struct RuleWork: Sendable {
    let decision: Formula
    let resultVariable: String?
}

/// Which process a call activity runs, and what it may see.
public struct CallRule: Sendable {
    let process: Formula
    let version: Int?
    /// Whether the called process sees all variables of the caller.
    let passesAllIn: Bool
    /// Whether all that it ends with comes back.
    let passesAllOut: Bool
}

/// How an ad-hoc sub-process goes (BPMN 10.3.5).
public struct AdHocRule: Sendable {
    let isSequential: Bool
    let completion: Formula?
    let cancelsRemaining: Bool
    /// The activities that begin by themselves, as a list of ids.
    let activities: Formula?
}

/// How an activity repeats (BPMN 10.3.8).
struct LoopRule: Sendable {
    enum Rounds: Sendable {
        /// While a condition holds.
        case condition(Formula?, testBefore: Bool, maximum: Int?)
        case cardinality(Formula)
        case collection(Formula, element: String?)
    }

    let rounds: Rounds
    let isSequential: Bool
    let completion: Formula?
    let outputCollection: String?
    let outputElement: Formula?
    let events: [RoundEvent]
}

/// What a multi-instance throws at its edge when a round ends (BPMN table 10.29).
struct RoundEvent: Sendable {
    enum When: Sendable {
        case every, first
        case condition(Formula)
    }

    let when: When
    let throwing: Throwing
}
