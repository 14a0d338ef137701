/// Prepared statements by what they are known by; when there are too many, all make room.
struct StatementCache<Statement> {
    /// The statements of one text that are not in use.
    final class Slot {
        private var idle: Statement?

        /// Hands over the statement for use; a second use of the same text meanwhile needs another.
        func take() -> Statement? {
            defer { idle = nil }
            return idle
        }

        func give(_ statement: Statement) { idle = statement }
    }

    private var slots: [String: Slot] = [:]
    private let limit = 300

    mutating func slot(_ key: String) -> Slot {
        if let slot = slots[key] { return slot }
        if slots.count >= limit { removeAll() }
        let slot = Slot()
        slots[key] = slot
        return slot
    }

    mutating func removeAll() { slots = [:] }
}
