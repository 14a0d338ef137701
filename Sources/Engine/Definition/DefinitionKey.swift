/// A process and its version: what an instance is pinned to.
///
/// The place is a hint where a library has it, which saves a lookup while a process runs; it says nothing, as in ``ElementRef``.
public struct DefinitionKey: Sendable {
    public let process: String
    public let version: Int
    let place: Int32

    public init(_ process: String, version: Int = 1) {
        self.process = process
        self.version = version
        place = -1
    }

    var isPlaced: Bool { place >= 0 }

    init(_ key: DefinitionKey, at place: Int) {
        process = key.process
        version = key.version
        self.place = Int32(truncatingIfNeeded: place)
    }
}

extension DefinitionKey: Hashable {
    public static func == (left: DefinitionKey, right: DefinitionKey) -> Bool {
        left.version == right.version && left.process == right.process
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(process)
        hasher.combine(version)
    }
}

extension DefinitionKey: CustomStringConvertible {
    /// `incasso:3`.
    public var description: String { "\(process):\(version)" }

    /// Reads `incasso:3`.
    public init?(text: String) {
        guard let colon = text.lastIndex(of: ":"), let version = Int(text[text.index(after: colon)...]) else {
            return nil
        }
        self.init(String(text[..<colon]), version: version)
    }
}
