/// The place where an encoded value arrives.
final class JSONSlot {
    enum Content {
        case empty, value(JSON)
        case array([JSONSlot])
        case object([String: JSONSlot])
    }

    var content = Content.empty

    var json: JSON {
        switch content {
        case .empty: .object([:])
        case .value(let json): json
        case .array(let slots): .array(slots.map(\.json))
        case .object(let slots): .object(slots.mapValues(\.json))
        }
    }

    func field(_ key: String) -> JSONSlot {
        var slots: [String: JSONSlot] = [:]
        if case .object(let existing) = content { slots = existing }
        let slot = slots[key] ?? JSONSlot()
        content = .empty
        slots[key] = slot
        content = .object(slots)
        return slot
    }

    func element() -> JSONSlot {
        var slots: [JSONSlot] = []
        if case .array(let existing) = content { slots = existing }
        let slot = JSONSlot()
        content = .empty
        slots.append(slot)
        content = .array(slots)
        return slot
    }

    var count: Int {
        guard case .array(let slots) = content else { return 0 }
        return slots.count
    }
}

/// An encoder into JSON that keeps decimals.
struct JSONEncoding: Encoder {
    let slot: JSONSlot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func write(_ value: some Encodable) throws {
        if let json = value as? JSON {
            slot.content = .value(json)
        } else if let number = value as? Decimal128 {
            slot.content = .value(.number(number))
        } else {
            try value.encode(to: self)
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .empty = slot.content { slot.content = .object([:]) }
        return KeyedEncodingContainer(JSONFieldsEncoding<Key>(slot: slot, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .empty = slot.content { slot.content = .array([]) }
        return JSONElementsEncoding(slot: slot, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONEncoding: SingleValueEncodingContainer {
    func encodeNil() { slot.content = .value(.null) }
    func encode(_ value: Bool) { slot.content = .value(.bool(value)) }
    func encode(_ value: String) { slot.content = .value(.string(value)) }
    func encode(_ value: Double) throws { try number("\(value)", value) }
    func encode(_ value: Float) throws { try number("\(value)", value) }
    func encode(_ value: Int) { slot.content = .value(.number(Decimal128(value))) }
    func encode(_ value: Int8) { encode(Int(value)) }
    func encode(_ value: Int16) { encode(Int(value)) }
    func encode(_ value: Int32) { encode(Int(value)) }
    func encode(_ value: Int64) { encode(Int(value)) }
    func encode(_ value: UInt) throws { try number("\(value)", value) }
    func encode(_ value: UInt8) { encode(Int(value)) }
    func encode(_ value: UInt16) { encode(Int(value)) }
    func encode(_ value: UInt32) { encode(Int(value)) }
    func encode(_ value: UInt64) throws { try number("\(value)", value) }
    func encode(_ value: some Encodable) throws { try write(value) }

    private func number(_ text: String, _ value: some Sendable) throws {
        guard let number = Decimal128(text) else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: "JSON has no number for this"))
        }
        slot.content = .value(.number(number))
    }
}

/// The fields of an object being written.
struct JSONFieldsEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: JSONSlot
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { slot.field(key.stringValue).content = .value(.null) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try encoding(key).write(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoding(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoding(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { encoding(JSONKey(stringValue: "super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoding(key) }

    private func encoding(_ key: any CodingKey) -> JSONEncoding {
        JSONEncoding(slot: slot.field(key.stringValue), codingPath: codingPath + [key])
    }
}

/// The elements of an array being written.
struct JSONElementsEncoding: UnkeyedEncodingContainer {
    let slot: JSONSlot
    let codingPath: [any CodingKey]
    var count: Int { slot.count }

    func encodeNil() { slot.element().content = .value(.null) }
    func encode(_ value: some Encodable) throws { try encoding().write(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoding().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoding().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoding() }

    private func encoding() -> JSONEncoding {
        JSONEncoding(slot: slot.element(), codingPath: codingPath + [JSONKey(intValue: count)])
    }
}
