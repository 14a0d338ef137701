import Basics

extension FeelParser {
    mutating func number() throws(FeelSyntaxError) -> Decimal128 {
        let start = at
        takeDigits()
        if next == ".", let digit = peek(1), ("0"..."9").contains(digit) {
            at += 1
            takeDigits()
        }
        takeExponent()
        let literal = String(String.UnicodeScalarView(text[start..<at]))
        guard let number = Decimal128(literal) else {
            throw fault(.badLiteral(literal.isEmpty ? nextWord : literal), at: start)
        }
        return number
    }

    private mutating func takeDigits() {
        while let digit = next, ("0"..."9").contains(digit) { at += 1 }
    }

    private mutating func takeExponent() {
        guard next == "e" || next == "E" else { return }
        let signed = peek(1) == "+" || peek(1) == "-"
        guard let digit = peek(signed ? 2 : 1), ("0"..."9").contains(digit) else { return }
        at += signed ? 2 : 1
        takeDigits()
    }

    mutating func string() throws(FeelSyntaxError) -> String {
        let start = at
        var value = String.UnicodeScalarView()
        at += 1
        while let scalar = next {
            at += 1
            switch scalar {
            case "\"": return String(value)
            case "\\": value.append(contentsOf: try escape())
            default: value.append(scalar)
            }
        }
        throw fault(.unterminated("a string"), at: start)
    }

    /// What follows a backslash; one that begins no escape stands for itself.
    private mutating func escape() throws(FeelSyntaxError) -> [Unicode.Scalar] {
        guard let scalar = next else { throw fault(.unexpectedEnd) }
        at += 1
        switch scalar {
        case "n": return ["\n"]
        case "r": return ["\r"]
        case "t": return ["\t"]
        case "\"", "\\", "'": return [scalar]
        case "u": return [try unicodeEscape()]
        case "U": return [try codePoint(digits: 6)]
        default: return ["\\", scalar]
        }
    }

    /// `\uXXXX`, or two of them that form one code point.
    private mutating func unicodeEscape() throws(FeelSyntaxError) -> Unicode.Scalar {
        let place = at
        let high = try hexadecimal(digits: 4)
        guard (0xD800..<0xDC00).contains(high), follows("\\u") else { return try scalar(high, place) }
        at += 2
        let low = try hexadecimal(digits: 4)
        guard (0xDC00..<0xE000).contains(low) else { throw fault(.badLiteral("\\u"), at: place) }
        return try scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), place)
    }

    private mutating func codePoint(digits: Int) throws(FeelSyntaxError) -> Unicode.Scalar {
        let place = at
        return try scalar(try hexadecimal(digits: digits), place)
    }

    private func scalar(_ value: UInt32, _ place: Int) throws(FeelSyntaxError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw fault(.badLiteral("\\u"), at: place) }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(FeelSyntaxError) -> UInt32 {
        let literal = String(String.UnicodeScalarView(text[at...].prefix(digits)))
        guard literal.unicodeScalars.count == digits, let value = UInt32(literal, radix: 16) else {
            throw fault(.badLiteral("\\u" + literal))
        }
        at += digits
        return value
    }

    /// `@"2026-04-10"`: a date, time, date and time, or duration.
    mutating func atLiteral(at place: Int) throws(FeelSyntaxError) -> FeelNode.ID {
        at += 1
        guard next == "\"" else { throw fault(.expected("a string after \"@\"")) }
        let literal = try string()
        return builder.constant(TemporalReader.value(literal) ?? .null, at: place)
    }
}

extension TemporalReader {
    /// The value that an `@` literal stands for.
    static func value(_ text: String) -> FeelValue? {
        if let value = duration(text) { return value }
        if let date = date(text) { return .date(date) }
        if let time = time(text) { return .time(time) }
        return dateTime(text).map { .dateTime($0) }
    }
}
