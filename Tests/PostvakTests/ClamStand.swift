import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

/// A stand-in for clamd on a free port of this machine: takes streams as its protocol has them, and finds one word.
final class ClamStand: Sendable {
    let port: UInt16
    private let listener: Int32
    private let word: [UInt8]
    private let seen = Mutex<[Int]>([])

    init(finding word: String) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.word = Array(word.utf8)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let handle = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, size) == 0 && listen(handle, 4) == 0 && getsockname(handle, $0, &size) == 0
            }
        }
        try #require(isBound)
        port = UInt16(bigEndian: address.sin_port)
        DispatchQueue.global().async { self.serve() }
    }

    deinit { close(listener) }

    func sizes() -> [Int] { seen.withLock { $0 } }

    private func serve() {
        while case let line = accept(listener, nil, nil), line >= 0 {
            let stream = read(10, line).starts(with: Array("zINSTREAM".utf8)) ? pieces(line) : []
            seen.withLock { $0.append(stream.count) }
            let answer = stream.firstRange(of: word) == nil ? "stream: OK\0" : "stream: Proef FOUND\0"
            _ = Array(answer.utf8).withUnsafeBytes { send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            close(line)
        }
    }

    private func pieces(_ line: Int32) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let size = read(4, line).reduce(0) { $0 << 8 | Int($1) }
            if size == 0 { return all }
            all += read(size, line)
        }
    }

    private func read(_ count: Int, _ line: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        while got < count {
            let more = bytes.withUnsafeMutableBytes { recv(line, $0.baseAddress?.advanced(by: got), count - got, 0) }
            if more <= 0 { return [] }
            got += more
        }
        return bytes
    }
}
