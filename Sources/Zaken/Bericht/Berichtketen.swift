/// What messages between zaken add to what led to where a process is (`procesinstanties.keten`), beside the names of signals: marks with
/// a character that no name in a drawing can hold (XML 1.0, 2.2).
extension [String] {
    private static let count = "bericht\u{1F}"
    private static let beginning = "begin\u{1F}"

    /// How many messages led here in a row, since someone else than a process acted.
    var messages: Int {
        compactMap { $0.hasPrefix(Self.count) ? Int($0.dropFirst(Self.count.count)) : nil }.max() ?? 0
    }

    /// What led to where a process is that takes a message with this behind it.
    func afterMessage(with own: [String]) -> [String] {
        let (both, next) = (own + self, Swift.max(messages, own.messages) + 1)
        return both.filter { !$0.hasPrefix(Self.count) } + [Self.count + String(next)]
    }

    /// Whether a message of this name began a zaak on the way here.
    func hasBegun(with message: String) -> Bool { contains(Self.beginning + message) }

    func begun(with message: String) -> [String] { self + [Self.beginning + message] }

    /// Without what the newest count of messages makes old.
    var withoutOldCounts: [String] {
        let newest = Self.count + String(messages)
        return filter { !$0.hasPrefix(Self.count) || $0 == newest }
    }
}
