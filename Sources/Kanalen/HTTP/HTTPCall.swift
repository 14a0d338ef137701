import CCurl
import Dispatch

/// One POST to a partner, such as a municipality that takes signals; redirections are not followed.
public struct HTTPCall: Sendable {
    public var url: String
    public var headers: [String]
    public var body: [UInt8]
    public var timeout: Int

    /// The beginning of an answer that is kept.
    public static let longestAnswer = 64 * 1024

    public init(url: String, headers: [String], body: [UInt8], timeout: Int = 30) {
        (self.url, self.headers, self.body, self.timeout) = (url, headers, body, timeout)
    }

    /// What the partner said.
    public struct Answer: Hashable, Sendable {
        public let status: Int
        public let body: String
    }

    /// Makes the call; throws when nobody answered.
    public func send() async throws -> Answer {
        let transfer = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.transfer()) }
        }
        if transfer.code != 0 { throw HTTPFault.unreachable(words: transfer.words) }
        return Answer(status: transfer.status, body: transfer.body)
    }

    private struct Transfer: Sendable {
        let code: Int32
        let status: Int
        let words: String
        let body: String
    }

    /// Blocks until the partner has answered.
    private func transfer() -> Transfer {
        var kept = [CChar](repeating: 0, count: HTTPCall.longestAnswer)
        return CTexts([url] + safeHeaders).use { texts in
            body.withUnsafeBufferPointer { data in
                kept.withUnsafeMutableBufferPointer { room in
                    Array(texts.dropFirst()).withUnsafeBufferPointer { headers in
                        var call = ontknoop_http_call()
                        (call.url, call.headers, call.header_count) = (texts[0], headers.baseAddress, headers.count)
                        (call.data, call.length) = (data.baseAddress, data.count)
                        call.timeout_milliseconds = timeout * 1_000
                        (call.answer, call.answer_room) = (room.baseAddress, room.count)
                        let result = ontknoop_http(&call)
                        let answer = room.prefix(result.length).map { UInt8(bitPattern: $0) }
                        return Transfer(
                            code: result.code, status: result.status, words: HTTPCall.words(result),
                            body: String(decoding: answer, as: UTF8.self))
                    }
                }
            }
        }
    }

    /// Headers without line breaks, so that no value becomes a header of its own.
    private var safeHeaders: [String] {
        headers.map { $0.filter { !$0.isNewline && $0 != "\0" } }
    }

    private static func words(_ result: ontknoop_http_result) -> String {
        withUnsafeBytes(of: result.words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

/// Why a call came to nothing.
public enum HTTPFault: Error, Hashable {
    case unreachable(words: String)
    /// The partner asks to come back later, such as with status 503.
    case tryLater(status: Int)
}
