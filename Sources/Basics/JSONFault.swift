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
    /// Counted from 1, and the byte within the line counted from 1 too.
    public let line: Int
    public let column: Int
    /// What could have stood there, where that is one thing.
    public let expected: String?
}

extension JSONFault: CustomStringConvertible {
    public var description: String {
        "line \(line), byte \(column): \(reason)" + (expected.map { "; expected is \($0)" } ?? "")
    }
}

extension JSONFault.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the text is larger than \(limit) bytes"
        case .tooDeep(let limit): "lists and objects are nested more than \(limit) deep"
        case .unexpectedEnd: "the text ends in the middle of a value"
        case .unexpectedByte(let byte):
            "\((33...126).contains(byte) ? String(UnicodeScalar(byte)) : "byte \(byte)") is not expected here"
        case .badNumber: "this is not a number as JSON writes one"
        case .badEscape: "this is not an escape that JSON knows"
        case .badText: "this is not UTF-8 text"
        case .duplicateKey(let key): "the key \"\(key)\" stands there twice"
        case .textAfterValue: "there is more text after the value"
        }
    }
}
