extension PostgresConnection {
    /// Rows come in portions by a cursor, which the end of the transaction closes.
    func stream(_ query: RenderedQuery, _ body: (Row) throws -> Void) throws {
        guard query.isSelect else { return try rows(query, body) }
        let cursor = "c\(nextCursor())"
        _ = try performOnce(
            RenderedQuery(
                key: "DECLARE \(cursor) NO SCROLL CURSOR FOR \(query.key)", arguments: query.arguments,
                dialect: .postgres))
        let portion = RenderedQuery("FETCH FORWARD 500 FROM \(cursor)", .postgres)
        var isMore = true
        while isMore {
            let result = try performOnce(portion)
            isMore = result.rowCount == 500
            try result.each(body)
        }
        try execute("CLOSE \(cursor)")
    }
}

extension RenderedQuery {
    /// Only what selects can be read by a cursor.
    fileprivate var isSelect: Bool {
        let word = key.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
        return ["SELECT", "WITH", "VALUES"].contains(word)
    }
}
