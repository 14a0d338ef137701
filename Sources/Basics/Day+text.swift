extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// ISO 8601: `2026-04-10`.
    public var description: String {
        let (year, month, day) = parts
        guard (0...9_999).contains(year) else {
            return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
        }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.write(year, month, day)
            return 10
        }
    }

    /// Reads ISO 8601, `2026-04-10`, and nothing else.
    public init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ $0.count == 10 ? Day(digits: $0) : nil }) else { return nil }
        self = day
    }

    /// Reads the first ten bytes.
    init?(digits bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = bytes.number(0..<4),
            let month = bytes.number(5..<7), let day = bytes.number(8..<10)
        else { return nil }
        self.init(year, month, day)
    }

    /// Reads a date as Dutch offices write it: `2026-04-10`, `10-04-2026`, `10/4/2026`, `20260410`.
    public init?(written text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        if trimmed.count == 8, trimmed.allSatisfy(\.isASCIIDigit) {
            let digits = Array(trimmed)
            self.init(String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8]))
            return
        }
        let parts = trimmed.split(whereSeparator: { "-/.".contains($0) })
        guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        if parts[0].count == 4 {
            self.init(numbers[0], numbers[1], numbers[2])
        } else if parts[2].count == 4 {
            self.init(numbers[2], numbers[1], numbers[0])
        } else {
            return nil
        }
    }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a day as YYYY-MM-DD")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes digits with zeros before them.
    func write(_ number: Int, in places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
            self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Writes a date in the first ten bytes.
    func write(_ year: Int, _ month: Int, _ day: Int) {
        write(year, in: 0..<4)
        self[4] = UInt8(ascii: "-")
        write(month, in: 5..<7)
        self[7] = UInt8(ascii: "-")
        write(day, in: 8..<10)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of which the digits stand here; `nil` when something else does.
    func number(_ places: Range<Int>) -> Int? {
        var number = 0
        for place in places {
            let digit = self[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
