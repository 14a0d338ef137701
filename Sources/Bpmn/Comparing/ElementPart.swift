/// A part of what an element says beside its name and connections: its timer, its message, who does it.
public enum ElementPart: Hashable, Sendable {
    case known(Word)
    /// Something else, as the file calls it: `camunda:asyncBefore`.
    case other(String)

    /// The parts that have a name of their own.
    public enum Word: String, Hashable, Sendable, CaseIterable {
        case documentation
        case assignee, groups, users, form, dueDate, followUpDate, priority, retries, work, headers, listeners
        case inputs, outputs, passes, process, decision, binding, result, expression, script, language
        case duration, date, cycle, condition, message, correlation, timeToLive, signal, error, errorVariable
        case escalation, link, compensated, waits, interrupting, together
        case repeats, testBefore, maximum, loopCondition, sequential, cardinality, collection, element
        case outputCollection, outputElement, completion, behavior, ordering, cancels, activation, instantiates
        case gateway, startQuantity, completionQuantity, compensation, method
        case data, reads, writes, state, many, item, properties, direction, executable
    }

    /// A part that is not what it was.
    public struct Change: Hashable, Sendable {
        public let part: ElementPart
        /// What the file said and says; nothing where it says nothing of it.
        public let old: String?
        public let new: String?

        public init(_ part: ElementPart, old: String?, new: String?) {
            (self.part, self.old, self.new) = (part, old, new)
        }
    }
}

/// All parts of one element, in the order of the file.
struct ElementParts {
    private var texts: [ElementPart: [String]] = [:]
    private var order: [ElementPart] = []

    mutating func add(_ part: ElementPart, _ text: String) {
        if texts[part] == nil { order.append(part) }
        texts[part, default: []].append(text)
    }

    /// What is different in the other; of a part with several texts, only those.
    func changes(to new: ElementParts) -> [ElementPart.Change] {
        (order + new.order.filter { texts[$0] == nil }).compactMap { part in
            let (before, after) = (texts[part] ?? [], new.texts[part] ?? [])
            guard before != after else { return nil }
            let (gone, come) = (before.without(after), after.without(before))
            let isMoved = gone.isEmpty && come.isEmpty
            return ElementPart.Change(part, old: (isMoved ? before : gone).told, new: (isMoved ? after : come).told)
        }
    }
}

extension [String] {
    /// Those that are not in the other, as often as that has fewer of them.
    fileprivate func without(_ other: [String]) -> [String] {
        var left = other.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return filter { text in
            guard let count = left[text], count > 0 else { return true }
            left[text] = count - 1
            return false
        }
    }

    fileprivate var told: String? { isEmpty ? nil : joined(separator: "; ") }
}
