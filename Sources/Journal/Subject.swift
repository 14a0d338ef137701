/// What an entry is about: one zaak, one person, one document.
public struct Subject: Hashable, Sendable {
    /// The kind of thing, such as `zaak`.
    public let kind: String
    public let id: String

    public init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension Subject: LosslessStringConvertible {
    /// `zaak:018f…`, as it is notified.
    public var description: String { "\(kind):\(id)" }

    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        self.init(kind: String(parts[0]), id: String(parts[1]))
    }
}
