public import Basics

/// Something that an element instance waits for: a moment, a message, a signal, a condition.
public struct Wait: Hashable, Sendable {
    public let id: ID
    /// The node that happens when it comes: the waiting one, a boundary event on it, the start of an event sub-process.
    public let node: ElementRef
    /// Which of that node's triggers.
    let trigger: Int
    public let what: What
    /// The value that a message must carry to be this one, where the drawing names one (BPMN 8.4.2).
    public var key: String? = nil

    /// The element instance that waits and a number that it never gives twice.
    public struct ID: Hashable, Sendable {
        public let element: ElementInstance.ID
        public let number: Int

        public init(_ element: ElementInstance.ID, _ number: Int) {
            self.element = element
            self.number = number
        }
    }

    public enum What: Hashable, Sendable {
        /// A timer with what remains of its cycle.
        case timer(due: Moment, Recurrence?)
        case message(String)
        case signal(String)
        /// A condition, and what it was when last looked at.
        case condition(wasTrue: Bool)
    }

    /// How a timer goes on after it has fired.
    public struct Recurrence: Hashable, Sendable {
        /// Apart from the wait: few come again, and all others stay small.
        private let rule: Shared<Rule>

        /// How many times more; for ever when nil.
        public var remaining: Int? { rule.value.remaining }
        public var rhythm: Rhythm { rule.value.rhythm }

        init(remaining: Int?, rhythm: Rhythm) { rule = Shared(Rule(remaining: remaining, rhythm: rhythm)) }
    }

    /// When a cycle comes round: after each span, or on the days and at the times of a cron rule.
    public enum Rhythm: Hashable, Sendable {
        case every(TimeSpan)
        case cron(CronRule)
    }
}

private struct Rule: Hashable, Sendable {
    let remaining: Int?
    let rhythm: Wait.Rhythm
}

extension Wait {
    /// Whether a message with this key is the one; who says no key, on either side, means any.
    func fits(_ other: String?) -> Bool { key == nil || other == nil || key == other }
}

extension Wait.ID: CustomStringConvertible, LosslessStringConvertible {
    /// `12.3`: element instance 12, its third wait.
    public var description: String { "\(element).\(number)" }

    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let element = ElementInstance.ID(String(parts[0])), let number = Int(parts[1])
        else { return nil }
        self.init(element, number)
    }
}
