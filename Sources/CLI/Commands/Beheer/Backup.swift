import ArgumentParser
import Database
import Foundation
import Subprocess

/// Copies all data to one file while the server runs.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy all data to one file, also while the server runs.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "The file to write; it may not exist yet.") var file: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else { throw ValidationError("\(file) exists already.") }
        switch try await Settings.read(house).database {
        case .memory: throw ValidationError("A database in memory cannot be backed up.")
        case .sqlite(let path):
            let database = try await Database.open(.sqlite(path: path))
            try await database.backup(to: file)
            await database.close()
        case .postgres(let url, _):
            try await PostgresTool.run("pg_dump", ["--format=custom", "--file", file], on: url)
        }
        print("Wrote \(file).")
    }
}

/// Puts a backup in the place of the data.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the place of the data; the server must not run.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "The file that backup wrote.") var file: String
    @Flag(help: "Replace data that is there.") var replace = false

    func run() async throws {
        guard FileManager.default.fileExists(atPath: file) else { throw ValidationError("There is no \(file).") }
        switch try await Settings.read(house).database {
        case .memory: throw ValidationError("A database in memory cannot be restored.")
        case .sqlite(let path): try await restore(to: path)
        case .postgres(let url, _):
            try await PostgresTool.run("pg_restore", ["--list", file])
            guard let hold = try PostgresHold(url: url) else {
                throw ValidationError("The database is in use: stop all servers first; nothing has changed.")
            }
            defer { withExtendedLifetime(hold) {} }
            let how = replace ? ["--clean", "--if-exists"] : []
            try await PostgresTool.run(
                "pg_restore", how + ["--single-transaction", "--exit-on-error", "--no-owner", file], on: url)
        }
        print("Restored from \(file).")
    }

    /// Looks at the copy before anything of what was there goes; that stays beside it as `.old`.
    private func restore(to path: String) async throws {
        let files = FileManager.default
        guard replace || !files.fileExists(atPath: path) else {
            throw ValidationError("\(path) exists; give --replace to replace it.")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let slot = Gebruiksslot(of: path, alone: true) else {
            throw ValidationError("\(path) is in use: stop the server first; nothing has changed.")
        }
        defer { withExtendedLifetime(slot) {} }
        let copy = path + ".new"
        try remove(copy)
        try files.copyItem(atPath: file, toPath: copy)
        do { try await examine(copy) } catch {
            try remove(copy)
            throw ValidationError("\(file) is not a whole backup of Ontknoop; nothing has changed.")
        }
        if files.fileExists(atPath: path) {
            try remove(path + ".old")
            for tail in ["", "-wal", "-shm"] where files.fileExists(atPath: path + tail) {
                try files.moveItem(atPath: path + tail, toPath: path + ".old" + tail)
            }
        }
        try files.moveItem(atPath: copy, toPath: path)
    }

    /// Refuses a file that SQLite does not find whole, or that no migration of ours made.
    private func examine(_ path: String) async throws {
        let database = try await Database.open(.sqlite(path: path))
        let verdict = try await database.read { tx -> String? in
            _ = try tx.first("SELECT count(*) AS n FROM migrations")
            return try tx.first("PRAGMA quick_check")?["quick_check"]
        }
        await database.close()
        guard verdict == "ok" else { throw ExitCode.failure }
    }

    private func remove(_ path: String) throws {
        for tail in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + tail) {
            try FileManager.default.removeItem(atPath: path + tail)
        }
    }
}

/// A program of PostgreSQL's client package.
enum PostgresTool {
    /// Runs it, on a database when one is given; the password goes by the environment, as all may read a program's arguments.
    static func run(_ program: String, _ arguments: [String], on url: String? = nil) async throws {
        var address = url.flatMap { URLComponents(string: $0) }
        let password = address?.password
        address?.password = nil
        let place = (address?.string ?? url).map { ["--dbname", $0] } ?? []
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(place + arguments),
            environment: .inherit.updating(password.map { ["PGPASSWORD": $0] } ?? [:]), output: .discarded,
            error: .string(limit: 65_536))
        guard result.terminationStatus.isSuccess else {
            tell(result.standardError)
            throw ExitCode.failure
        }
    }
}
