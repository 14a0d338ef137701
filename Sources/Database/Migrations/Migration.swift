/// A numbered step in the making of the tables. One that has shipped never changes, unless it can only fail where the change matters.
public struct Migration: Sendable, Hashable {
    public let number: Int
    public let name: String
    private let sqlite: String
    private let postgres: String

    public init(number: Int, name: String, sqlite: String, postgres: String) {
        self.number = number
        self.name = name
        self.sqlite = sqlite
        self.postgres = postgres
    }

    /// One text for both databases.
    public init(number: Int, name: String, sql: String) {
        self.init(number: number, name: name, sqlite: sql, postgres: sql)
    }

    func script(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    /// Whether a file with this checksum was the same migration: this one, or one that it names in a line `-- checksum …` because it took
    /// its place. That is only for one that could not run somewhere: where the earlier one ran, both did the same.
    func isKnown(by checksum: String, for dialect: Dialect) -> Bool {
        checksum == self.checksum(for: dialect)
            || script(for: dialect).split(separator: "\n").contains { $0 == "-- checksum \(checksum)" }
    }

    /// FNV-1a of the text: notices that a file was changed after it had run, on purpose or not.
    func checksum(for dialect: Dialect) -> String {
        let hash = script(for: dialect).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
