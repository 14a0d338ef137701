import Foundation

/// Wakes a thread that waits for a socket.
final class Bell: Sendable {
    private let reading: Int32
    private let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw DatabaseError(kind: .connection, code: "pipe", message: "no pipe could be made")
        }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        Foundation.close(reading)
        Foundation.close(writing)
    }

    func ring() { _ = write(writing, [1], 1) }

    /// Returns when there is something to read on the socket, or when it rings, or after a time.
    func wait(for socket: Int32 = -1, milliseconds: Int32 = -1) {
        var places = [
            pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&places, 2, milliseconds)
        var rest = [UInt8](repeating: 0, count: 64)
        while read(reading, &rest, rest.count) > 0 {}
    }
}
