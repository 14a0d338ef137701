extension Moment: CustomStringConvertible, LosslessStringConvertible {
    /// ISO 8601 in UTC, always 24 characters, so that text order is time order: `2026-04-10T08:15:00.000Z`.
    public var description: String {
        let days = milliseconds.flooredQuotient(86_400_000)
        let rest = Int(milliseconds - days * 86_400_000)
        let (year, month, day) = Day(number: Int32(days)).parts
        guard (0...9_999).contains(year) else { return Moment.text(Day(number: Int32(days)), rest) }
        return String(unsafeUninitializedCapacity: 24) { bytes in
            bytes.write(year, month, day)
            bytes[10] = UInt8(ascii: "T")
            bytes.write(rest / 3_600_000, in: 11..<13)
            bytes[13] = UInt8(ascii: ":")
            bytes.write(rest / 60_000 % 60, in: 14..<16)
            bytes[16] = UInt8(ascii: ":")
            bytes.write(rest / 1_000 % 60, in: 17..<19)
            bytes[19] = UInt8(ascii: ".")
            bytes.write(rest % 1_000, in: 20..<23)
            bytes[23] = UInt8(ascii: "Z")
            return 24
        }
    }

    private static func text(_ day: Day, _ rest: Int) -> String {
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { padded($0, to: 2) }
        return "\(day)T\(clock.joined(separator: ":")).\(padded(rest % 1_000, to: 3))Z"
    }

    /// Reads ISO 8601 with `Z` or an offset, with or without a fraction of a second.
    public init?(_ text: String) {
        var text = text
        if let moment = text.withUTF8({ $0.count == 24 ? Moment(canonical: $0) : nil }) {
            self = moment
            return
        }
        let halves = text.split(separator: "T", maxSplits: 1)
        guard halves.count == 2, let day = Day(String(halves[0])) else { return nil }
        guard let mark = halves[1].firstIndex(where: { "Z+-".contains($0) }) else { return nil }
        guard let offset = Moment.offset(halves[1][mark...]), let time = Moment.time(halves[1][..<mark]) else {
            return nil
        }
        self.init(milliseconds: Int64(day.number) * 86_400_000 + time - offset * 1_000)
    }

    /// Reads what ``description`` writes.
    private init?(canonical bytes: UnsafeBufferPointer<UInt8>) {
        guard let day = Day(digits: bytes), bytes[10] == UInt8(ascii: "T"), let hours = bytes.number(11..<13),
            bytes[13] == UInt8(ascii: ":"), let minutes = bytes.number(14..<16), bytes[16] == UInt8(ascii: ":"),
            let seconds = bytes.number(17..<19), bytes[19] == UInt8(ascii: "."),
            let fraction = bytes.number(20..<23), bytes[23] == UInt8(ascii: "Z"), hours < 24, minutes < 60
        else { return nil }
        let time = (hours * 3_600 + minutes * 60 + seconds) * 1_000 + fraction
        self.init(milliseconds: Int64(day.number) * 86_400_000 + Int64(time))
    }

    private static func offset(_ text: Substring) -> Int64? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":")
        guard parts.count == 2, let hours = Int64(parts[0]), let minutes = Int64(parts[1]) else { return nil }
        return (hours * 3_600 + minutes * 60) * (text.first == "-" ? -1 : 1)
    }

    private static func time(_ text: Substring) -> Int64? {
        let halves = text.split(separator: ".", maxSplits: 1)
        let parts = (halves.first ?? "").split(separator: ":").compactMap { Int64($0) }
        guard parts.count >= 2, parts.count <= 3, parts[0] < 24, parts[1] < 60 else { return nil }
        let fraction = halves.count == 2 ? Int64((halves[1] + "00").prefix(3)) : 0
        guard let fraction else { return nil }
        return (parts[0] * 3_600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)) * 1_000 + fraction
    }
}

extension Moment: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Moment(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a moment as ISO 8601 in UTC")
        }
        self = moment
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
