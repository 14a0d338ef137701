/// Adds rows of one table by one statement that were asked one by one: the server then prepares for the table once, and not for each row.
struct RowMerger {
    /// So that few statements are known to the server.
    private static let sizes = [16, 8, 4, 2]

    /// The texts by what they say for one row, and for how many rows they say it.
    private var texts: [String: [Int: String]] = [:]

    /// The same changes in fewer statements. Those of one text keep their order; of different ones, the first of each decides.
    mutating func merged(_ changes: [Outgoing]) -> [Outgoing] {
        var order: [String] = []
        var alike: [String: [Outgoing]] = [:]
        for change in changes {
            let key = change.query.key
            if alike[key] == nil { order.append(key) }
            alike[key, default: []].append(change)
        }
        return order.flatMap { merged(alike: alike[$0] ?? []) }
    }

    private mutating func merged(alike: [Outgoing]) -> [Outgoing] {
        guard alike.count > 1, alike.allSatisfy(\.isAddedRow) else { return alike }
        var rest = alike[...]
        var merged: [Outgoing] = []
        for size in RowMerger.sizes {
            while rest.count >= size {
                merged.append(joined(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
        }
        return merged + rest
    }

    private mutating func joined(_ rows: ArraySlice<Outgoing>) -> Outgoing {
        let text = text(rows[rows.startIndex].query.key, rows.count)
        let arguments = rows.flatMap(\.query.arguments)
        return Outgoing(change: RenderedQuery(key: text, arguments: arguments, dialect: .postgres), else: nil)
    }

    private mutating func text(_ key: String, _ count: Int) -> String {
        if let text = texts[key]?[count] { return text }
        let row = key.split(separator: RowMerger.values).last ?? ""
        let text = key + String(repeating: ",\(row)", count: count - 1)
        texts[key, default: [:]][count] = text
        return text
    }

    fileprivate static let values = "VALUES"
}

extension Outgoing {
    /// Whether it adds one row, `INSERT INTO … VALUES (…)`, and says nothing further; each value is of a known type.
    fileprivate var isAddedRow: Bool {
        guard refusal == nil, query.key.hasPrefix("INSERT INTO "), query.key.last == ")" else { return false }
        let isPlain = !["SELECT", "RETURNING", "CONFLICT"].contains(where: query.mentions)
        return isPlain && query.key.split(separator: RowMerger.values).count == 2
            && query.arguments.allSatisfy { $0.type != nil }
    }
}
