import Basics

/// The fields of a stored object, read by name.
struct StoredFields {
    private let fields: [String: JSON]
    private let name: String

    init(_ json: JSON, of name: String) throws(SnapshotFault) {
        guard case .object(let fields) = json else { throw SnapshotFault(name, expected: "object") }
        self.fields = fields
        self.name = name
    }

    func get<Value: Stored>(_ key: String, as type: Value.Type = Value.self) throws(SnapshotFault) -> Value {
        guard let value = fields[key] else { throw SnapshotFault("\(name).\(key)", expected: "a value") }
        return try Value(stored: value, field: "\(name).\(key)")
    }

    func find<Value: Stored>(_ key: String, as type: Value.Type = Value.self) throws(SnapshotFault) -> Value? {
        guard let value = fields[key], !value.isNull else { return nil }
        return try Value(stored: value, field: "\(name).\(key)")
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
            guard let value, value != .null, value != .array([]), value != .object([:]) else { continue }
            kept[key] = value
        }
        return .object(kept)
    }
}
