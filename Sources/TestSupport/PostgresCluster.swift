import CPostgres
import Foundation

/// A PostgreSQL server for the tests of this process: trust, a socket in a temporary folder (in memory where there is room, which
/// makes a scratch database ten times as fast), nothing synced to the disk.
///
/// A watchdog owns the server and reads from a pipe of ours: when this process ends, however it ends, the server goes with it.
struct PostgresCluster: Sendable {
    let folder: String

    /// The server's programs: `ONTKNOOP_POSTGRES_BIN`, or the newest that Debian installed.
    static let binaries: String? = {
        let named = ProcessInfo.processInfo.environment["ONTKNOOP_POSTGRES_BIN"].map { [$0] }
        let folder = "/usr/lib/postgresql"
        let versions = FileManager.default.subpaths(atPath: folder)?.filter { $0.hasSuffix("bin/initdb") } ?? []
        let installed = versions.sorted().reversed().map { "\(folder)/\($0.dropLast(7))" }
        return (named ?? installed).first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
    }()

    /// Starts a server and waits until it is ready.
    static func start() throws -> PostgresCluster {
        guard let binaries else { throw ClusterFailure(message: "no PostgreSQL server is installed") }
        var lifeline: [Int32] = [0, 0]
        guard pipe(&lifeline) == 0 else { throw ClusterFailure(message: "no pipe") }
        for end in lifeline { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = unprivileged + ["sh", "-c", script, "watchdog", binaries]
        process.currentDirectoryURL = URL(filePath: "/tmp")
        process.standardInput = FileHandle(fileDescriptor: lifeline[0], closeOnDealloc: true)
        process.standardOutput = output
        try process.run()
        return PostgresCluster(folder: try readiness(from: output.fileHandleForReading))
    }

    /// The address of a database of this server.
    func url(of name: String) -> String {
        "postgresql://postgres@\(folder.split(separator: "/").map { "%2F" + $0 }.joined())/\(name)"
    }

    /// Runs what may not stand in a transaction, such as CREATE DATABASE.
    func execute(_ sql: String) throws {
        let connection = PQconnectdb(url(of: "postgres"))
        defer { PQfinish(connection) }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw ClusterFailure(message: String(cString: PQerrorMessage(connection)))
        }
    }

    private static func readiness(from output: FileHandle) throws -> String {
        var text = ""
        while !text.contains("\n") {
            let data = output.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        guard text.hasPrefix("ready ") else { throw ClusterFailure(message: text) }
        return text.dropFirst(6).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// PostgreSQL refuses to run as root.
    private static var unprivileged: [String] {
        guard getuid() == 0 else { return [] }
        let user = getpwnam("postgres") == nil ? "nobody" : "postgres"
        return ["setpriv", "--reuid=\(user)", "--regid=\(user == "nobody" ? "nogroup" : user)", "--clear-groups"]
    }

    private static let script = """
        trap '' INT HUP TERM
        place=/dev/shm
        [ -w $place ] && [ "$(df -Pk $place | awk 'NR == 2 { print $4 }')" -gt 2000000 ] || place=/tmp
        folder=$(mktemp -d $place/ontknoop-pg-XXXXXX)
        fail() { echo "PostgreSQL did not start:"; cat "$folder/log"; rm -rf "$folder"; exit 1; }
        "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$folder/log" 2>&1 || fail
        "$1/postgres" -D "$folder/data" -F -k "$folder" -c listen_addresses= -c max_connections=600 \\
            -c shared_buffers=64MB -c autovacuum=off >>"$folder/log" 2>&1 </dev/null &
        server=$!
        until "$1/pg_isready" -q -h "$folder"; do kill -0 $server || fail; sleep 0.05; done
        echo "ready $folder"
        exec >/dev/null 2>&1
        read -r nothing
        kill -QUIT $server
        wait $server
        rm -rf "$folder"
        """
}

/// The server for the tests could not be started or used.
struct ClusterFailure: Error {
    let message: String
}
