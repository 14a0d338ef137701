public import Basics
public import Feel

/// An expression of a drawing, the step where it is worked out, and the facts that it asks for.
public struct AskingExpression: Sendable {
    /// What the drawing needs it for.
    public enum Use: Hashable, Sendable, CaseIterable {
        /// Whether a flow is taken.
        case way
        case timer, event, input, output, script, service, due, followUp, priority
        case collection, cardinality, repeating, completion, outputElement, activation, activities
        case messageKey, messageLifetime

        /// Whether a zaak gets stuck without what it asks for.
        public var isNeeded: Bool {
            switch self {
            case .way, .timer, .collection, .cardinality, .service, .messageKey, .activation: true
            case .event, .input, .output, .script, .due, .followUp, .priority, .repeating, .completion,
                .outputElement, .activities, .messageLifetime:
                false
            }
        }
    }

    public let node: Node
    public let use: Use
    /// What it says, without the sign that it is computed.
    public let text: String
    public let paths: [FactPath]
    /// The texts that it holds facts against for being the same.
    public let comparedTexts: [FeelExpression.ComparedText]

    init(_ node: Node, _ use: Use, _ formula: Formula) {
        (self.node, self.use) = (node, use)
        text = Formula.expression(in: formula.source) ?? formula.source
        paths = formula.paths.filter { !use.given.contains($0.name) }
        comparedTexts = formula.comparedTexts
    }
}

extension AskingExpression.Use {
    /// The names that the engine itself gives there.
    fileprivate var given: Set<String> {
        switch self {
        case .completion, .repeating, .outputElement, .output:
            [
                "loopCounter", "numberOfInstances", "numberOfCompletedInstances", "numberOfActiveInstances",
                "numberOfTerminatedInstances", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances",
                "results",
            ]
        case .activation: ["activationCount"]
        case .way, .timer, .event, .input, .script, .service, .due, .followUp, .priority, .collection, .cardinality,
            .activities, .messageKey, .messageLifetime:
            []
        }
    }

    /// What a diagnostic calls it.
    public var phrase: Phrase {
        switch self {
        case .way: "the condition"
        case .timer: "the timer"
        case .event: "the condition of the event"
        case .input: "what goes in"
        case .output: "what comes out"
        case .script: "the script"
        case .service: "the name of the work"
        case .due: "the due date"
        case .followUp: "the follow-up date"
        case .priority: "the priority"
        case .collection: "the collection"
        case .cardinality: "the number of times"
        case .repeating: "the condition of the loop"
        case .completion: "the completion condition"
        case .outputElement: "what each round gives"
        case .activation: "the activation condition"
        case .activities: "the list of activities"
        case .messageKey: "the key of the message"
        case .messageLifetime: "the lifetime of the message"
        }
    }
}
