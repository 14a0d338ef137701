import Basics

/// What is known by name.
///
/// In order of name and in one piece of memory: among a million instances at rest none holds empty places, and each is looked at in
/// few places of memory. Few names are found as quickly as by their hashes; many still in steps that grow with their logarithm.
struct Variables: Hashable, Sendable {
    private var rows: [Row] = []

    private struct Row: Hashable, Sendable {
        let name: String
        var value: JSON
    }

    init() {}
    init(_ values: [String: JSON]) { set(values) }

    var isEmpty: Bool { rows.isEmpty }

    var all: [String: JSON] {
        rows.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: rows.lazy.map { ($0.name, $0.value) })
    }

    subscript(name: String) -> JSON? {
        guard let place = find(name) else { return nil }
        return rows[place].value
    }

    func has(_ name: String) -> Bool { find(name) != nil }

    /// Takes over values, in the place of those of the same name.
    mutating func set(_ values: [String: JSON]) {
        var fresh: [Row] = []
        for (name, value) in values {
            if let place = find(name) { rows[place].value = value } else { fresh.append(Row(name: name, value: value)) }
        }
        if !fresh.isEmpty { add(fresh) }
    }

    private mutating func add(_ fresh: [Row]) {
        rows.reserveCapacity(rows.count + fresh.count)
        rows += fresh
        rows.sort { $0.name < $1.name }
    }

    /// Adds what is not there yet to what is known already.
    func fill(_ found: inout [String: JSON]) {
        for row in rows where found[row.name] == nil { found[row.name] = row.value }
    }

    private func find(_ name: String) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].name == name { return middle }
            if rows[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
