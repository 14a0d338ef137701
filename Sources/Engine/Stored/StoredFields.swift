import Basics

/// The fields of a stored object, read by name.
struct StoredFields {
    private let fields: [String: JSON]

    init(_ json: JSON) throws(SnapshotFault) {
        guard case .object(let fields) = json else { throw SnapshotFault(expected: "object") }
        self.fields = fields
    }

    func get<Value: Stored>(_ key: String, as type: Value.Type = Value.self) throws(SnapshotFault) -> Value {
        guard let value = fields[key] else { throw SnapshotFault(key, expected: "a value") }
        return try read(value, key)
    }

    func find<Value: Stored>(_ key: String, as type: Value.Type = Value.self) throws(SnapshotFault) -> Value? {
        guard let value = fields[key], !value.isNull else { return nil }
        return try read(value, key)
    }

    private func read<Value: Stored>(_ value: JSON, _ key: String) throws(SnapshotFault) -> Value {
        do throws(SnapshotFault) {
            return try Value(stored: value)
        } catch {
            throw error.inside(key)
        }
    }

    func has(_ key: String) -> Bool { fields[key] != nil }

    /// A field that is left out when it is empty.
    func list<Value: Stored>(_ key: String, of type: Value.Type = Value.self) throws(SnapshotFault) -> [Value] {
        try find(key) ?? []
    }
}

extension JSON {
    /// An object from which what is null or empty is left out.
    static func lean(_ fields: KeyValuePairs<String, JSON?>) -> JSON {
        var kept: [String: JSON] = [:]
        for (key, value) in fields {
            if let value, !value.isEmpty { kept[key] = value }
        }
        return .object(kept)
    }

    private var isEmpty: Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.isEmpty
        case .object(let fields): fields.isEmpty
        case .bool, .number, .string: false
        }
    }
}
