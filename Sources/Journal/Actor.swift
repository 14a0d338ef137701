public import Basics
public import Database

/// A person who signs in; names the kind of an identifier.
public enum JournalUser {}

/// Who did it.
public enum Actor: Hashable, Sendable {
    /// Someone who was signed in.
    case user(Identifier<JournalUser>)
    /// The system itself, by the name of the part: `proces`, `import`, `simulatie`.
    case system(String)
}

extension Actor {
    /// A user whose identifier is of another type.
    public static func user<User>(_ id: Identifier<User>) -> Actor {
        Identifier<JournalUser>(id.text).map(Actor.user) ?? .system(id.text)
    }
}

extension Actor: LosslessStringConvertible, ColumnValue {
    public var description: String {
        switch self {
        case .user(let id): "user:\(id.text)"
        case .system(let name): "system:\(name)"
        }
    }

    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "user":
            guard let id = Identifier<JournalUser>(parts[1]) else { return nil }
            self = .user(id)
        case "system": self = .system(parts[1])
        default: return nil
        }
    }
}
