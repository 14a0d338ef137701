extension Settings {
    /// A setting that is not what it was.
    public struct Change: Hashable, Sendable {
        public let what: What
        /// Nothing where it did not stand there, or is too long to tell.
        public let old: String?
        public let new: String?

        public init(_ what: What, old: String?, new: String?) {
            self.what = what
            self.old = old
            self.new = new
        }
    }

    /// The settings that are told apart.
    public enum What: String, Hashable, Sendable, CaseIterable {
        case assignee, groups, users, form, dueDate, followUpDate, priority, retries, work, headers, inputs, outputs
        case process, decision, binding, result, expression, message, other
    }

    /// What is different in the other; never empty when it differs.
    func changes(to new: Settings) -> [Change] {
        let told = zip(texts, new.texts).compactMap { old, new in
            old.text == new.text ? nil : Change(old.what, old: old.text, new: new.text)
        }
        return told.isEmpty && self != new ? [Change(.other, old: nil, new: nil)] : told
    }

    private var texts: [(what: What, text: String?)] {
        [
            (.assignee, assignee), (.groups, candidateGroups.list), (.users, candidateUsers.list), (.form, form),
            (.dueDate, dueDate), (.followUpDate, followUpDate), (.priority, priority), (.retries, retries),
            (.work, taskType), (.headers, headers.map { "\($0.name) = \($0.value)" }.list),
            (.inputs, inputs.map(\.text).list), (.outputs, outputs.map(\.text).list), (.process, calledProcess),
            (.decision, calledDecision), (.binding, binding.map { [$0.kind, $0.value ?? ""].list ?? "" }),
            (.result, resultVariable), (.expression, expression),
            (.message, [publishing.correlationKey, publishing.timeToLive].compactMap(\.self).list),
        ]
    }
}

extension Mapping {
    fileprivate var text: String { "\(target) = \(source)" }
}

extension [String] {
    /// Between commas; nothing for an empty list.
    fileprivate var list: String? { isEmpty ? nil : joined(separator: ", ") }
}
