import Foundation
import Synchronization

/// What is written before it counts, and has to be on the disk before anyone is told.
protocol WriteAheadLog: Sendable {
    /// Waits until the disk has all that was written; says why when it has not.
    func refusal() -> DatabaseError?
    func close()
}

/// The log of an SQLite database: a file beside it, there as long as the database is open.
final class SQLiteLog: WriteAheadLog {
    private let path: String
    private let file = Mutex<Int32>(-1)

    init(database path: String) { self.path = path + "-wal" }

    func refusal() -> DatabaseError? {
        let file = self.file.withLock { file in
            if file < 0 { file = open(path, O_RDWR | O_CLOEXEC) }
            return file
        }
        if file >= 0, fdatasync(file) == 0 { return nil }
        return DatabaseError(kind: .connection, code: "sync", message: String(cString: strerror(errno)))
    }

    func close() {
        file.withLock { file in
            if file >= 0 { _ = Foundation.close(file) }
            file = -1
        }
    }
}
