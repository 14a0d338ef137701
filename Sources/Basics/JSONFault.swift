/// Why a text is not the JSON that was asked for, and where.
public struct JSONFault: Error, Hashable, Sendable {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case unexpectedEnd
        case unexpectedByte(UInt8)
        case badNumber
        case badEscape
        case badText
        case duplicateKey(String)
        case textAfterValue
    }

    public let reason: Reason
    /// In bytes from the start.
    public let offset: Int
    /// Counted from 1.
    public let line: Int
}

extension JSONFault: CustomStringConvertible {
    public var description: String { "line \(line), byte \(offset): \(reason)" }
}
