import Foundation

extension Migration {
    /// Reads `NNNN_name.sql`, or in its place `NNNN_name.sqlite.sql` or `NNNN_name.postgres.sql` for one database; in order of number.
    public static func read(folder: String) throws -> [Migration] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        var texts: [String: [String: String]] = [:]
        for name in names where name.hasSuffix(".sql") {
            let parts = name.split(separator: ".").map(String.init)
            let variant = parts.count == 3 ? parts[1] : "both"
            texts[parts[0], default: [:]][variant] = try String(
                contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        }
        let migrations = try texts.map(Migration.init(stem:variants:)).sorted { $0.number < $1.number }
        try refuseDoubles(in: migrations)
        return migrations
    }

    private init(stem: String, variants: [String: String]) throws {
        let parts = stem.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]), Set(variants.keys).isSubset(of: Migration.variants) else {
            throw MigrationError.unreadableName(stem)
        }
        let both = variants["both"] ?? ""
        self.init(
            number: number, name: String(parts[1]),
            sqlite: variants[Dialect.sqlite.rawValue] ?? both, postgres: variants[Dialect.postgres.rawValue] ?? both)
    }

    private static let variants = Set(["both"] + Dialect.allCases.map(\.rawValue))

    static func refuseDoubles(in migrations: [Migration]) throws {
        for (one, next) in zip(migrations, migrations.dropFirst()) where one.number == next.number {
            throw MigrationError.sameNumber(one.name, next.name)
        }
    }
}

/// The migrations of this program and those that have run do not fit.
public enum MigrationError: Error, Hashable {
    case unreadableName(String)
    case sameNumber(String, String)
    /// A file was changed after it had run.
    case changed(number: Int, name: String)
    /// The database was made by a newer program.
    case unknown(number: Int, name: String)
}
