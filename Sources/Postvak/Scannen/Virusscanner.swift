import Basics
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A clamd that looks at files before anyone opens them (INSTREAM), over a socket on this machine or over TCP.
public struct Virusscanner: Sendable {
    public enum Plaats: Hashable, Sendable {
        case socket(path: String)
        case tcp(host: String, port: UInt16)

        /// `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; nothing for anything else.
        public init?(_ text: String) {
            if text.hasPrefix("unix:") {
                self = .socket(path: String(text.dropFirst(5)))
            } else if text.hasPrefix("/") {
                self = .socket(path: text)
            } else if let url = URLComponents(string: text), url.scheme == "tcp", let host = url.host {
                self = .tcp(host: host, port: url.port.flatMap { UInt16(exactly: $0) } ?? 3310)
            } else {
                return nil
            }
        }
    }

    public enum Uitslag: Hashable, Sendable {
        case schoon
        /// The name that clamd gives to what it found.
        case besmet(String)
    }

    /// It does not answer, or says that it cannot look.
    public struct Fault: Error, Hashable {
        public let why: String
    }

    let plaats: Plaats
    /// How long one file may take.
    let seconds: Int

    public init(_ plaats: Plaats, seconds: Int = 30) {
        self.plaats = plaats
        self.seconds = seconds
    }

    /// Asks for one file; blocks until the answer.
    public func look(at bytes: [UInt8]) throws -> Uitslag {
        let line = try ClamLine(plaats, seconds: seconds)
        defer { line.close() }
        try line.send(Array("zINSTREAM\0".utf8))
        for piece in bytes.batches(of: Virusscanner.piece) {
            try line.send(Virusscanner.length(piece.count) + piece)
        }
        try line.send(Virusscanner.length(0))
        return try Virusscanner.reading(try line.answer())
    }

    private static let piece = 64 << 10

    private static func length(_ count: Int) -> [UInt8] {
        let size = UInt32(truncatingIfNeeded: count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
    }

    /// `stream: OK`, `stream: Eicar-Test FOUND`, or something that is neither.
    static func reading(_ answer: String) throws -> Uitslag {
        let text = answer.trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
        if text.hasSuffix(": OK") { return .schoon }
        guard text.hasSuffix(" FOUND"), let colon = text.firstIndex(of: ":") else {
            throw Fault(why: String(text.prefix(200)))
        }
        let name = text[text.index(after: colon)...].dropLast(6).trimmingCharacters(in: .whitespaces)
        return .besmet(String(name.prefix(100)))
    }
}

/// A line to clamd: connects, sends all, reads one answer.
private struct ClamLine {
    private let handle: Int32

    init(_ plaats: Virusscanner.Plaats, seconds: Int) throws {
        handle =
            switch plaats {
            case .socket(let path): try ClamLine.connect(path: path)
            case .tcp(let host, let port): try ClamLine.connect(host: host, port: port)
            }
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(handle, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    func close() { _ = Glibc.close(handle) }

    private static func connect(path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard path.utf8.count <= room else { throw Virusscanner.Fault(why: "the socket's path is too long") }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return try withUnsafeBytes(of: &address) { bytes in
            try open(AF_UNIX, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
    }

    private static func connect(host: String, port: UInt16) throws -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else {
            throw Virusscanner.Fault(why: "its name is not known")
        }
        defer { freeaddrinfo(found) }
        return try open(first.pointee.ai_family, first.pointee.ai_addr, first.pointee.ai_addrlen)
    }

    private static func open(
        _ family: Int32, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t
    ) throws -> Int32 {
        let handle = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Virusscanner.Fault(why: "no socket") }
        guard Glibc.connect(handle, address, length) == 0 else {
            _ = Glibc.close(handle)
            throw Virusscanner.Fault(why: "it does not answer")
        }
        return handle
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Virusscanner.Fault(why: "it broke off") }
            sent += count
        }
    }

    func answer() throws -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1_024)
        while bytes.count < 8_192 {
            let count = recv(handle, &piece, piece.count, 0)
            guard count >= 0 else { throw Virusscanner.Fault(why: "it answers too late") }
            if count == 0 { break }
            bytes += piece[..<count]
            if bytes.last == 0 || bytes.last == 10 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
