/// Where a database is.
public enum DatabaseLocation: Sendable, Hashable {
    /// Gone when it is closed; for tests and simulations.
    case memory
    case sqlite(path: String)
    case postgres(url: String, connections: Int)

    /// Reads `:memory:`, `postgres://user:password@host:port/name`, or the path of a file.
    public init(_ text: String) {
        if text == ":memory:" || text == "memory" {
            self = .memory
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text, connections: 10)
        } else {
            self = .sqlite(path: text.hasPrefix("sqlite:") ? String(text.dropFirst(7)) : text)
        }
    }
}

extension DatabaseLocation: CustomStringConvertible, CustomReflectable {
    /// The location without the password.
    public var description: String {
        switch self {
        case .memory: ":memory:"
        case .sqlite(let path): path
        case .postgres(let url, _): DatabaseLocation.withoutPassword(url)
        }
    }

    public var customMirror: Mirror { Mirror(reflecting: description) }

    private static func withoutPassword(_ url: String) -> String {
        let parts = url.split(separator: "@", omittingEmptySubsequences: false)
        let place = (parts.last ?? "").prefix { $0 != "?" }
        guard parts.count > 1 else { return String(place) }
        let pieces = parts[0].split(separator: ":", maxSplits: 2)
        return pieces.prefix(2).joined(separator: ":") + "@" + place
    }
}
