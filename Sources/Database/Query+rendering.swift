/// A query as one of the databases reads it.
struct RenderedQuery: Sendable, Hashable {
    var sql = ""
    var arguments: [Argument] = []
}

extension Query {
    func rendered(for dialect: Dialect) -> RenderedQuery {
        var result = RenderedQuery()
        write(to: &result, for: dialect)
        return result
    }

    private func write(to result: inout RenderedQuery, for dialect: Dialect) {
        for segment in segments {
            switch (segment, dialect) {
            case (.text(let text), _):
                result.sql += text
            case (.argument(let argument), _):
                result.arguments.append(argument)
                result.sql += dialect == .sqlite ? "?" : "$\(result.arguments.count)"
            case (.perDialect(let query, _), .sqlite), (.perDialect(_, let query), .postgres):
                query.write(to: &result, for: dialect)
            }
        }
    }
}
