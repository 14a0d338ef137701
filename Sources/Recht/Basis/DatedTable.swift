public import Basics

/// A row of a legal table: what holds from a day on, and where that is written.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    public let from: Day
    public let value: Value
    /// Law, decree or publication the row was taken from.
    public let source: String

    public init(from: Day, _ value: Value, source: String) {
        self.from = from
        self.value = value
        self.source = source
    }
}

/// A legal table: rows that each hold from their day until the next row's.
public struct DatedTable<Value: Hashable & Sendable>: Hashable, Sendable {
    public let rows: [Dated<Value>]
    /// The last day for which the last row is known to hold; after it an answer is provisional.
    public let knownUntil: Day?

    /// Sorts the rows; of two rows of one day the later one counts.
    public init(_ rows: [Dated<Value>], knownUntil: Day? = nil) {
        var byDay: [Day: Dated<Value>] = [:]
        for row in rows { byDay[row.from] = row }
        self.rows = byDay.values.sorted { $0.from < $1.from }
        self.knownUntil = knownUntil
    }

    /// The row that holds on a day; `nil` before the first.
    public func row(on day: Day) -> Dated<Value>? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].from <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : rows[low - 1]
    }

    /// The value that holds on a day; `nil` before the first row.
    public func value(on day: Day) -> Value? { row(on: day)?.value }

    /// The days after `start` and up to `end` on which a new row begins.
    public func changes(after start: Day, upTo end: Day) -> [Day] {
        rows.lazy.map(\.from).filter { $0 > start && $0 <= end }
    }

    /// Whether a day lies beyond what is known.
    public func isProvisional(on day: Day) -> Bool { knownUntil.map { day > $0 } ?? false }
}
