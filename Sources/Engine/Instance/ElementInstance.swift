public import Basics

/// One activation of a node: a process, a task being done, a join that was reached.
public struct ElementInstance: Hashable, Sendable {
    public let id: ID
    private let origin: Shared<Origin>
    public internal(set) var phase: Phase = .entering
    /// Whether it is no more, and only keeps its place in the ``ElementStore``.
    var isGap = false
    /// What is known here and not in the scopes around it.
    var variables = Variables()
    /// What it waits for besides its own work: timers, messages, signals, conditions.
    public internal(set) var waits: [Wait] = []
    /// Flows taken in this scope whose target has not begun.
    var tokens = Few<Token>()
    /// How many element instances run inside this one.
    public internal(set) var children = 0
    /// What few element instances have.
    private var rare: [Rare] = []
    /// What is offered to the world for it and still stands.
    public internal(set) var offer: Event?
    /// How many waits it has had; the number of the next one.
    var lastWait = 0

    init(_ origin: Shared<Origin>) {
        id = origin.value.id
        self.origin = origin
    }
}

extension ElementInstance {
    public var node: ElementRef { origin.value.node }
    /// Which of the instance's definitions the node belongs to.
    public var process: Int { origin.value.process }
    /// The scope that it runs in; none for the process itself.
    public var parent: ID? { origin.value.parent }
    public var role: Role { origin.value.role }
}

/// What few element instances have, apart from the rest so that the rest is quick to hand around: in an array of one, or none.
private struct Rare: Hashable, Sendable {
    var loop: ElementInstance.LoopState?
    var compensable: [Compensable] = []
    var undo: [Compensable] = []

    var isEmpty: Bool { loop == nil && compensable.isEmpty && undo.isEmpty }
}

extension ElementInstance {
    /// The rounds of a loop or multi-instance; only its body has them.
    public internal(set) var loop: LoopState? {
        get { rare.first?.loop }
        _modify {
            makeRoom()
            yield &rare[0].loop
            tidy()
        }
    }

    /// What ended inside this scope and can be compensated, oldest first.
    public internal(set) var compensable: [Compensable] {
        get { rare.first?.compensable ?? [] }
        _modify {
            makeRoom()
            yield &rare[0].compensable
            tidy()
        }
    }

    /// What this one still has to undo, next one last.
    public internal(set) var undo: [Compensable] {
        get { rare.first?.undo ?? [] }
        _modify {
            makeRoom()
            yield &rare[0].undo
            tidy()
        }
    }

    /// Whether a flow was taken here whose target has not begun.
    func hasToken(_ flow: ElementRef) -> Bool { tokens.contains { $0.flow == flow } }

    var hasCompensable: Bool { !rare.isEmpty && !rare[0].compensable.isEmpty }

    /// How far a loop is, without its items and results.
    var loopCounts: (total: Int?, begun: Int, done: Int)? {
        rare.first?.loop.map { ($0.total, $0.begun, $0.done) }
    }

    func item(_ round: Int) -> JSON? {
        guard let items = rare.first?.loop?.items, items.indices.contains(round) else { return nil }
        return items[round]
    }

    private mutating func makeRoom() {
        if rare.isEmpty { rare.append(Rare()) }
    }

    private mutating func tidy() {
        if rare[0].isEmpty { rare = [] }
    }

    mutating func forgetRare() { rare = [] }
}

extension ElementInstance {
    /// A number that no other element instance of the same process instance ever has.
    public struct ID: Hashable, Sendable, Comparable {
        public let number: Int

        public init(_ number: Int) { self.number = number }

        public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
    }

    /// What an element instance is of its node.
    public enum Role: Hashable, Sendable {
        /// The process, or a called process inside its call activity; open when it sees the caller's variables.
        case process(open: Bool)
        /// A node, once.
        case single
        /// The whole of a loop or multi-instance activity.
        case body
        /// One round of such a body, counted from 0.
        case round(Int)
        /// An activity that undoes another.
        case handler(of: Int)
    }

    /// A flow that was taken and not yet joined.
    public struct Token: Hashable, Sendable {
        public let flow: ElementRef
        public internal(set) var count: Int
    }

    /// The state of a loop: how far it is and what came out.
    public struct LoopState: Hashable, Sendable {
        /// How many rounds there will be; unknown for a loop with a condition.
        public let total: Int?
        public let items: [JSON]
        public internal(set) var begun = 0
        public internal(set) var done = 0
        public internal(set) var results: [JSON] = []
    }
}

extension ElementInstance.ID: CustomStringConvertible, LosslessStringConvertible {
    public var description: String { String(number) }

    public init?(_ text: String) {
        guard let number = Int(text), number > 0 else { return nil }
        self.init(number)
    }
}
