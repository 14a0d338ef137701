extension JSONParser {
    /// The strict grammar of RFC 8259, section 6: no plus, no leading zero, digits on both sides of the point.
    mutating func number() throws(JSONFault) -> Decimal128 {
        let start = at
        if try peek() == UInt8(ascii: "-") { at += 1 }
        let first = try peek()
        guard first &- 48 < 10 else { throw fault(.unexpectedByte(first), expected: "a value") }
        let whole = takeDigits()
        guard whole == 1 || first != UInt8(ascii: "0") else { throw fault(.badNumber) }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            guard takeDigits() > 0 else { throw fault(.badNumber) }
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            guard takeDigits() > 0 else { throw fault(.badNumber) }
        }
        guard let number = bytes[start..<at].withUnsafeBufferPointer({ Decimal128(utf8: $0) }) else {
            throw fault(.badNumber)
        }
        return number
    }

    private mutating func takeDigits() -> Int {
        let start = at
        while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
        return at - start
    }

    mutating func string() throws(JSONFault) -> String {
        try expect(UInt8(ascii: "\""))
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
            at += 1
        }
        if try peek() == UInt8(ascii: "\"") {
            at += 1
            return try text(bytes[start..<at - 1])
        }
        return try stringWithEscapes(after: Array(bytes[start..<at]))
    }

    private mutating func stringWithEscapes(after start: [UInt8]) throws(JSONFault) -> String {
        var buffer = start
        while true {
            let byte = try peek()
            guard byte >= 0x20 else { throw fault(.unexpectedByte(byte)) }
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(buffer[...])
            case UInt8(ascii: "\\"): buffer.append(contentsOf: try escape().utf8)
            default: buffer.append(byte)
            }
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(JSONFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.badText) }
        return text
    }

    private mutating func escape() throws(JSONFault) -> Character {
        let byte = try peek()
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw fault(.badEscape)
        }
    }

    /// `\u` and four digits, or a pair of them for what lies beyond; a half pair is refused.
    private mutating func unicodeEscape() throws(JSONFault) -> Character {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00 else { throw fault(.badEscape) }
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let second = try fourHexDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault(.badEscape) }
        return Character(scalar)
    }

    private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue, bytes[at] < 0x80 else {
                throw fault(.badEscape)
            }
            (value, at) = (value * 16 + UInt32(digit), at + 1)
        }
        return value
    }
}
