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
            try await PostgresTool.run("pg_dump", ["--format=custom", "--file", file, "--dbname", url])
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
        case .sqlite(let path): try restore(to: path)
        case .postgres(let url, _):
            let how = replace ? ["--clean", "--if-exists"] : []
            try await PostgresTool.run("pg_restore", how + ["--exit-on-error", "--no-owner", "--dbname", url, file])
        }
        print("Restored from \(file).")
    }

    private func restore(to path: String) throws {
        let files = FileManager.default
        guard replace || !files.fileExists(atPath: path) else {
            throw ValidationError("\(path) exists; give --replace to replace it.")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try files.copyItem(atPath: file, toPath: path + ".new")
        for old in [path, path + "-wal", path + "-shm"] where files.fileExists(atPath: old) {
            try files.removeItem(atPath: old)
        }
        try files.moveItem(atPath: path + ".new", toPath: path)
    }
}

/// A program of PostgreSQL's client package.
enum PostgresTool {
    static func run(_ program: String, _ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 65_536))
        guard result.terminationStatus.isSuccess else {
            tell(result.standardError)
            throw ExitCode.failure
        }
    }
}
