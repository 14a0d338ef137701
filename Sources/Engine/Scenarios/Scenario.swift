public import Basics

/// An example case beside a process: facts, what comes in when, and the path and end that are expected.
public struct Scenario: Sendable {
    public let name: String
    public let process: String
    public let begin: Moment
    public let point: StartPoint
    public let facts: [String: JSON]
    /// What services answer, by the kind of work; others answer nothing.
    public let services: [String: JSON]
    public let steps: [Step]
    public let expected: Expectation

    /// Something that comes in, some time after what came before.
    public struct Step: Sendable {
        public let after: TimeSpan?
        public let act: Act

        public enum Act: Sendable {
            /// The taak at a node is done.
            case complete(String, with: [String: JSON])
            case message(String, key: String?, with: [String: JSON])
            case signal(String)
            /// A way out of a gateway, by its id or its words.
            case choose(String, at: String)
            /// An activity of an ad-hoc sub-process.
            case begin(String, at: String)
            case finish(String)
            case set([String: JSON])
            case move(from: String, to: String)
            /// Only time passes.
            case wait
        }
    }

    public struct Expectation: Sendable {
        /// Nodes that are passed in this order; others may stand between them.
        public let path: [String]
        public let never: [String]
        /// Nodes that are active at the end of the scenario.
        public let waiting: [String]
        /// `completed`, `terminated`, `cancelled`, `running`, or `error CODE`.
        public let end: String?
        public let facts: [String: JSON]
    }
}

/// What is wrong with a scenario as it was written.
public struct ScenarioFault: Error, Hashable, Sendable {
    public let field: String
    public let expected: String

    init(_ fault: SnapshotFault) {
        field = fault.field
        expected = fault.expected
    }
}
