public import Basics
import Bpmn

/// What exploring all that a process can do has shown (its conditions taken as undecided, its events as possible).
public struct SoundnessReport: Sendable {
    /// A flaw in the way a process flows, with a way that leads there.
    public struct Flaw: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Nothing can happen any more, and the process has not ended.
            case deadlock
            /// Two flows reach one node that does not join them.
            case lackOfSynchronisation
            /// No way through the process comes here.
            case deadActivity
            /// From here no end can be reached.
            case noWayToEnd
        }

        public let kind: Kind
        /// The node where it shows.
        public let node: String
        /// What happens on the way there, by node or flow.
        public let path: [String]
        /// The event that causes it by coming again and again, where flows are not to blame.
        public let event: String?
        /// The split and the join that do not fit each other, where they are to blame.
        public let mismatch: Mismatch?

        public init(
            kind: Kind, node: String, path: [String], event: String? = nil, mismatch: Mismatch? = nil
        ) {
            self.mismatch = mismatch
            self.kind = kind
            self.node = node
            self.path = path
            self.event = event
        }
    }

    public let flaws: [Flaw]
    /// How many different states were seen.
    public let states: Int
    /// Whether everything was seen; a bound was reached otherwise, and absence proves nothing.
    public let isComplete: Bool

    public var isSound: Bool { flaws.isEmpty && isComplete }

    /// The flaws as diagnostics of the model.
    public func diagnostics(of definition: ProcessDefinition) -> [Diagnostic] {
        flaws.map { flaw in
            let cause = flaw.mismatch.map { definition.sentence(on: $0) } ?? flaw.kind.sentence
            return Diagnostic(
                flaw.kind == .deadActivity ? .warning : .error, flaw.kind.code,
                flaw.path.isEmpty ? cause : "\(cause): \(flaw.path.joined(separator: " → "))",
                line: definition.node(flaw.node)?.line, element: definition.title(of: flaw.node))
        }
    }
}

extension ProcessDefinition {
    /// Where ways part and meet, and what to draw instead.
    fileprivate func sentence(on mismatch: Mismatch) -> Phrase {
        let (split, join) = (called(mismatch.split), called(mismatch.join))
        switch mismatch.remedy {
        case .joinOneOrSplitAll:
            return
                "\(split) takes one way, and \(join) waits for all; make the join exclusive, or the split parallel"
        case .joinOne: return "\(split) goes on by one way, and \(join) waits for all; make the join exclusive"
        case .joinSome:
            return "\(split) takes some of its ways, and \(join) does not wait for just those; make the join inclusive"
        case .joinAllOrSplitOne:
            return
                "\(split) takes all ways, and \(join) waits for none of the others, so that what follows begins more than once; make the join parallel, or the split exclusive"
        case .joinAll:
            return
                "several ways leave \(split) at once, and \(join) waits for none of the others, so that what follows begins more than once; make the join parallel"
        case .addJoin:
            return
                "\(split) takes all ways, and nothing joins them at \(join), which begins more than once; put a parallel gateway before it"
        case .addSomeJoin:
            return
                "\(split) takes some of its ways, and nothing joins them at \(join), which begins more than once; put an inclusive gateway before it"
        }
    }
}

extension SoundnessReport.Flaw.Kind {
    fileprivate var code: String {
        switch self {
        case .deadlock: "deadlock"
        case .lackOfSynchronisation: "lack-of-synchronisation"
        case .deadActivity: "dead-activity"
        case .noWayToEnd: "no-way-to-end"
        }
    }

    fileprivate var sentence: Phrase {
        switch self {
        case .deadlock: "waits here for ever"
        case .lackOfSynchronisation: "can be active twice at once, because nothing joins the flows before it"
        case .deadActivity: "is never reached"
        case .noWayToEnd: "no end can be reached from here"
        }
    }
}

extension ProcessDefinition {
    /// A node as a diagnostic names it: `"Bellen" (Task_1)`.
    fileprivate func title(of id: String) -> String { node(id)?.name.map { "\"\($0.oneLine)\" (\(id))" } ?? id }
}
