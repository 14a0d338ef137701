import CPostgres

/// Where a PostgreSQL server is; its password never comes out of here but to the server.
struct PostgresAddress: Sendable {
    private let url: String
    private let secrets: [String]

    init(_ url: String) throws {
        guard let options = PQconninfoParse(url, nil) else { throw PostgresAddress.unreadable }
        defer { PQconninfoFree(options) }
        self.url = url
        secrets = PostgresAddress.secrets(in: options)
    }

    /// A new connection, also when it failed; what the address says goes before our defaults.
    func connect() -> OpaquePointer? {
        let words = [
            ("connect_timeout", "10"), ("application_name", "ontknoop"), ("dbname", url), ("client_encoding", "UTF8"),
        ]
        return withCStrings(words.map(\.0)) { names in
            withCStrings(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
    }

    /// The text of the library without the password.
    func withoutSecrets(_ message: String) -> String {
        secrets.reduce(message) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
        }
    }

    private static let unreadable = DatabaseError(
        kind: .connection, code: "address", message: "the address of the PostgreSQL server cannot be read")

    private static func secrets(in options: UnsafeMutablePointer<PQconninfoOption>) -> [String] {
        var found: [String] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if String(cString: keyword).contains("password"), let value = option.pointee.val {
                found.append(String(cString: value))
            }
            option += 1
        }
        return found.filter { !$0.isEmpty }
    }
}

/// Null-terminated strings in a null-terminated list, as C likes them.
func withCStrings<Answer>(
    _ texts: [String], _ body: ([UnsafePointer<CChar>?]) throws -> Answer
) rethrows -> Answer {
    let bytes = texts.flatMap { Array($0.utf8CString) }
    return try bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = []
        var offset = 0
        for text in texts {
            pointers.append(buffer.baseAddress.map { $0 + offset })
            offset += text.utf8.count + 1
        }
        return try body(pointers + [nil])
    }
}
