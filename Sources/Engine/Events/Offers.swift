public import Basics

/// Work for a person.
public struct TaskOffer: Hashable, Sendable {
    public let element: ElementInstance.ID
    let terms: Shared<TaskTerms>
    public let inputs: [String: JSON]

    public var node: ElementRef { terms.value.node }
    public var name: String? { terms.value.name }
    public var documentation: String? { terms.value.documentation }
    /// The name of the form that belongs to it.
    public var form: String? { terms.value.form }
    public var lane: String? { terms.value.lane }
    public var assignee: String? { terms.value.assignee }
    public var candidateUsers: [String] { terms.value.candidateUsers }
    public var candidateGroups: [String] { terms.value.candidateGroups }
    public var due: Moment? { terms.value.due }
    public var followUp: Moment? { terms.value.followUp }
    public var priority: Int? { terms.value.priority }
}

/// Work for a service.
public struct ServiceCall: Hashable, Sendable {
    public let element: ElementInstance.ID
    public let node: ElementRef
    /// Which service: `brief.versturen`.
    public let type: String
    public let inputs: [String: JSON]
    public let headers: [String: String]
    public let retries: Int
}

/// Branches of which a person takes one, or several at an inclusive gateway.
public struct ChoiceOffer: Hashable, Sendable {
    public struct Option: Hashable, Sendable {
        public let flow: ElementRef
        /// The words on the flow, else the name of what it leads to.
        public let label: String
        public let target: String
    }

    public let element: ElementInstance.ID
    public let node: ElementRef
    public let name: String?
    /// Where the choice has no name: the nearest named step before it.
    public let after: String?
    public let documentation: String?
    public let lane: String?
    public let options: [Option]
    public let several: Bool
}

/// The activities of an ad-hoc sub-process that a person may begin now (BPMN 10.3.5).
public struct ActivitiesOffer: Hashable, Sendable {
    public struct Activity: Hashable, Sendable {
        public let node: ElementRef
        public let name: String
    }

    public let element: ElementInstance.ID
    public let node: ElementRef
    public let name: String?
    public var documentation: String? = nil
    public var lane: String? = nil
    public let activities: [Activity]
    /// One at a time (BPMN `ordering="Sequential"`).
    public let sequential: Bool
}

/// A message to someone outside this instance.
public struct OutgoingMessage: Hashable, Sendable {
    public let element: ElementInstance.ID
    public let node: ElementRef
    public let name: String
    /// The value by which the receiver is known, where the drawing names one (BPMN 8.4.2).
    public var key: String? = nil
    /// How long it waits where nobody awaits it yet, where the drawing says so.
    public var lifetime: TimeSpan? = nil
    public let variables: [String: JSON]
}
