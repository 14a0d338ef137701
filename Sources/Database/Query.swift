/// SQL whose values travel beside it as arguments; the only way to write SQL in this house.
///
/// `"SELECT id FROM zaken WHERE \(open) AND type_id IN (\(list: types)) LIMIT \(limit)"`: values become
/// arguments, fragments stay fragments, lists spread.
public struct Query: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        case text(String)
        case argument(Argument)
        case perDialect(sqlite: Query, postgres: Query)
    }

    var segments: [Segment]

    init(segments: [Segment]) { self.segments = segments }

    /// SQL from a file of our own, such as a migration; never for text that holds values.
    init(script: String) { segments = [.text(script)] }

    public static func + (left: Query, right: Query) -> Query { Query(segments: left.segments + right.segments) }
    public static func += (left: inout Query, right: Query) { left.segments += right.segments }
}

/// A value on its way to the database, with its type.
struct Argument: Sendable, Hashable {
    let value: Value
    let type: ColumnType?
}

extension Sequence<Query> {
    /// The fragments with a separator between them, such as ` AND `.
    public func joined(separator: Query) -> Query {
        reduce(into: Query(segments: [])) { whole, part in
            whole = whole.segments.isEmpty ? part : whole + separator + part
        }
    }
}
