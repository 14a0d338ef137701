extension JSON {
    /// What a text from outside may ask of us.
    public struct Limits: Hashable, Sendable {
        public var depth: Int
        public var bytes: Int

        public init(depth: Int = 64, bytes: Int = 64 * 1024 * 1024) {
            self.depth = depth
            self.bytes = bytes
        }
    }

    /// Reads UTF-8; a key that occurs twice in one object is refused (readers that disagree on it are a way to deceive).
    public init(parsing bytes: some Sequence<UInt8>, limits: Limits = Limits()) throws(JSONFault) {
        var parser = JSONParser(bytes: Array(bytes), limits: limits)
        self = try parser.document()
    }

    /// Reads a text; see `init(parsing:limits:)`.
    public init(parsing text: String, limits: Limits = Limits()) throws(JSONFault) {
        try self.init(parsing: text.utf8, limits: limits)
    }
}

/// Recursive descent over bytes, as deep as the limit allows.
struct JSONParser {
    let bytes: [UInt8]
    let limits: JSON.Limits
    var at = 0
    private var depth = 0

    init(bytes: [UInt8], limits: JSON.Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func document() throws(JSONFault) -> JSON {
        guard bytes.count <= limits.bytes else { throw fault(.tooLarge(limit: limits.bytes)) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw fault(.textAfterValue) }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSON {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object() throws(JSONFault) -> [String: JSON] {
        var fields: [String: JSON] = [:]
        try open()
        if closes(with: UInt8(ascii: "}")) { return fields }
        repeat {
            skipSpace()
            let key = try string()
            let end = at
            skipSpace()
            try expect(UInt8(ascii: ":"))
            guard fields.updateValue(try value(), forKey: key) == nil else {
                at = end
                throw fault(.duplicateKey(key))
            }
        } while continues()
        try close(with: UInt8(ascii: "}"))
        return fields
    }

    private mutating func array() throws(JSONFault) -> [JSON] {
        var elements: [JSON] = []
        try open()
        if closes(with: UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try value()) } while continues()
        try close(with: UInt8(ascii: "]"))
        return elements
    }

    private mutating func open() throws(JSONFault) {
        depth += 1
        guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
        at += 1
    }

    private mutating func closes(with byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        (at, depth) = (at + 1, depth - 1)
        return true
    }

    private mutating func continues() -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return false }
        at += 1
        return true
    }

    private mutating func close(with byte: UInt8) throws(JSONFault) {
        try expect(byte)
        depth -= 1
    }
}

extension JSONParser {
    func fault(_ reason: JSONFault.Reason, expected: String? = nil) -> JSONFault {
        let before = bytes.prefix(at)
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return JSONFault(reason: reason, offset: at, line: line, column: at - start + 1, expected: expected)
    }

    func peek() throws(JSONFault) -> UInt8 {
        guard at < bytes.count else { throw fault(.unexpectedEnd) }
        return bytes[at]
    }

    mutating func expect(_ byte: UInt8) throws(JSONFault) {
        let found = try peek()
        guard found == byte else { throw fault(.unexpectedByte(found), expected: String(UnicodeScalar(byte))) }
        at += 1
    }

    mutating func skipSpace() {
        while at < bytes.count, case let byte = bytes[at], byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        {
            at += 1
        }
    }

    mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
        return value
    }
}
