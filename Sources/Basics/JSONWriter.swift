extension JSON: CustomStringConvertible {
    /// One line, keys in order of their UTF-8, numbers without trailing zeros: equal values give equal bytes, so fit for a hash.
    public var canonical: String { written(nil) }

    /// The same on lines of their own, indented by two spaces.
    public var pretty: String { written(0) }

    public var description: String { canonical }

    private func written(_ indentation: Int?) -> String {
        var writer = JSONWriter()
        if case .object = self { writer.reserve(1_024) }
        writer.write(self, indentation)
        return writer.output
    }
}

/// Writes JSON as UTF-8; a depth of `nil` means one line.
struct JSONWriter {
    private var bytes: [UInt8] = []

    var output: String { String(decoding: bytes, as: UTF8.self) }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func write(_ json: JSON, _ depth: Int?) {
        switch json {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .number(let number): bytes += number.normalised.utf8
        case .string(let text): write(text)
        case .array(let elements):
            list(elements, "[", "]", depth) { writer, element, inner in
                writer.write(element, inner)
            }
        case .object(let fields):
            let sorted = fields.count < 2 ? Array(fields) : fields.sorted { $0.key.precedes($1.key) }
            list(sorted, "{", "}", depth) { writer, field, inner in
                writer.write(field.key)
                writer.put(inner == nil ? ":" : ": ")
                writer.write(field.value, inner)
            }
        }
    }

    private mutating func list<Item>(
        _ items: [Item], _ open: StaticString, _ close: StaticString, _ depth: Int?,
        _ item: (inout JSONWriter, Item, Int?) -> Void
    ) {
        put(open)
        let inner = depth.map { $0 + 1 }
        for (index, element) in items.enumerated() {
            if index > 0 { put(",") }
            newLine(inner)
            item(&self, element, inner)
        }
        if !items.isEmpty { newLine(depth) }
        put(close)
    }

    private mutating func newLine(_ depth: Int?) {
        guard let depth else { return }
        put("\n")
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if JSONWriter.isPlain(utf8) { bytes += utf8 } else { escape(utf8) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in text where byte.isEscapedInJSON { return false }
        return true
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): put("\\\"")
            case UInt8(ascii: "\\"): put("\\\\")
            case UInt8(ascii: "\n"): put("\\n")
            case UInt8(ascii: "\r"): put("\\r")
            case UInt8(ascii: "\t"): put("\\t")
            case 0..<0x20:
                put("\\u00")
                bytes += [JSONWriter.digits[Int(byte >> 4)], JSONWriter.digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
    }

    private mutating func put(_ text: StaticString) {
        bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

extension UInt8 {
    fileprivate var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}

extension String {
    /// The order of the bytes in UTF-8.
    fileprivate func precedes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { left.precedes($0) }
        }
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func precedes(_ other: Self) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count < other.count
    }
}
