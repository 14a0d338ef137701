import Foundation

extension JSON {
    /// What an encodable value is in JSON.
    public init(encoding value: some Encodable) throws {
        let slot = JSONSlot()
        try JSONEncoding(slot: slot, codingPath: []).write(value)
        self = slot.json
    }

    /// The value that this JSON describes.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoding(json: self, codingPath: []).read(type)
    }
}

extension JSON: Codable {
    /// A fraction of another decoder is taken as a decimal, so that 0.1 stays 0.1; only what is beyond those (38 digits, powers of ten to
    /// 127) is a binary one.
    public init(from decoder: any Decoder) throws {
        if let ours = decoder as? JSONDecoding {
            self = ours.json
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .number(Decimal128(integer))
        } else if let number = JSON.fraction(in: container) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let elements = try? container.decode([JSON].self) {
            self = .array(elements)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// A decimal reads as far as it can, so that a date would be its year: it counts only where the whole is a number.
    private static func fraction(in container: any SingleValueDecodingContainer) -> Decimal128? {
        guard let binary = try? container.decode(Double.self) else { return nil }
        return (try? container.decode(Decimal.self)).flatMap { Decimal128("\($0)") } ?? Decimal128("\(binary)")
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .number(let number):
            if let integer = number.integer {
                try container.encode(integer)
            } else {
                try container.encode(Double(number.description) ?? .nan)
            }
        case .string(let text): try container.encode(text)
        case .array(let elements): try container.encode(elements)
        case .object(let fields): try container.encode(fields)
        }
    }
}

/// Names a place in a JSON value.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
