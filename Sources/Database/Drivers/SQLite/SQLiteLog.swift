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
    private let file: Mutex<Int32>

    /// Opens the log of a database that is open already.
    init(path: String) throws {
        let opened = open(path, O_RDWR | O_CLOEXEC)
        guard opened >= 0 else { throw SQLiteLog.fault() }
        file = Mutex(opened)
    }

    func refusal() -> DatabaseError? {
        file.withLock { file in
            while file >= 0 {
                if fdatasync(file) == 0 { return nil }
                if errno != EINTR { break }
            }
            return SQLiteLog.fault()
        }
    }

    func close() {
        file.withLock { file in
            if file >= 0 { _ = Foundation.close(file) }
            file = -1
        }
    }

    private static func fault() -> DatabaseError {
        DatabaseError(kind: .connection, code: "sync", message: String(cString: strerror(errno)))
    }
}
