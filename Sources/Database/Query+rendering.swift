import Foundation

/// A query as one of the databases reads it.
struct RenderedQuery: Sendable, Hashable {
    /// The text with marks where the arguments go: what a prepared statement is known by.
    let key: String
    let arguments: [Argument]
    let dialect: Dialect

    /// The text with the database's own words for arguments: `?`, or `$1` and on.
    var sql: String {
        guard !arguments.isEmpty else { return key }
        var sql = ""
        var number = 0
        for byte in key.unicodeScalars {
            guard byte == "\u{1}" else {
                sql.unicodeScalars.append(byte)
                continue
            }
            number += 1
            sql += dialect == .sqlite ? "?" : "$\(number)"
        }
        return sql
    }
}

extension RenderedQuery {
    /// SQL of our own without arguments.
    init(_ sql: String, _ dialect: Dialect) { self.init(key: sql, arguments: [], dialect: dialect) }
}

extension RenderedQuery {
    /// Whether it asks and does nothing else: no change with an answer, no lock, no function of the server's own.
    var isRead: Bool { key.utf8.starts(with: "SELECT".utf8) && !mentions("FOR UPDATE") && !mentions("pg_") }

    /// Whether this stands in its text, such as the name of a table.
    func mentions(_ word: String) -> Bool { strstr(key, word) != nil }
}

extension Query {
    func rendered(for dialect: Dialect) -> RenderedQuery {
        let part = part(for: dialect)
        return RenderedQuery(key: part.text, arguments: part.arguments, dialect: dialect)
    }
}
