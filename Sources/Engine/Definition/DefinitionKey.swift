/// A process and its version: what an instance is pinned to.
public struct DefinitionKey: Hashable, Sendable {
    public let process: String
    public let version: Int

    public init(_ process: String, version: Int = 1) {
        self.process = process
        self.version = version
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
