/// SQL whose values travel beside it as arguments; the only way to write SQL in this house.
///
/// `"SELECT id FROM zaken WHERE \(open) AND type_id IN (\(list: types)) LIMIT \(limit)"`: values become
/// arguments, fragments stay fragments, lists spread.
public struct Query: Sendable, Hashable {
    /// A text with ``mark`` where each of its arguments stands.
    struct Part: Sendable, Hashable {
        var text = ""
        var arguments: [Argument] = []

        static func += (left: inout Part, right: Part) {
            left.text += right.text
            left.arguments += right.arguments
        }
    }

    /// Stands in a text where an argument goes; no SQL holds it.
    static let mark = "\u{1}"

    /// For both databases, or for SQLite where they differ.
    private(set) var common = Part()
    private(set) var postgres: Part?

    init() {}

    /// SQL from a file of our own, such as a migration; never for text that holds values.
    init(script: String) { common.text = script }

    public static func + (left: Query, right: Query) -> Query {
        var whole = left
        whole += right
        return whole
    }

    public static func += (left: inout Query, right: Query) {
        if left.postgres != nil || right.postgres != nil {
            left.postgres = left.part(for: .postgres)
            left.postgres? += right.part(for: .postgres)
        }
        left.common += right.common
    }
}

/// A value on its way to the database, with its type.
struct Argument: Sendable, Hashable {
    let value: Value
    let type: ColumnType?
}

extension Query {
    /// What this database reads.
    func part(for dialect: Dialect) -> Part {
        switch dialect {
        case .sqlite: common
        case .postgres: postgres ?? common
        }
    }

    mutating func reserve(_ bytes: Int, arguments: Int) {
        common.text.reserveCapacity(bytes)
        common.arguments.reserveCapacity(arguments)
    }

    mutating func append(_ text: String) {
        common.text += text
        postgres?.text += text
    }

    mutating func append(_ argument: Argument) {
        append(Query.mark)
        common.arguments.append(argument)
        postgres?.arguments.append(argument)
    }

    mutating func append(sqlite: Query, postgres other: Query) {
        var ours = part(for: .postgres)
        ours += other.part(for: .postgres)
        common += sqlite.common
        postgres = ours
    }
}

extension Sequence<Query> {
    /// The fragments with a separator between them, such as ` AND `.
    public func joined(separator: Query) -> Query {
        var whole = Query()
        for (index, part) in enumerated() {
            if index > 0 { whole += separator }
            whole += part
        }
        return whole
    }
}
