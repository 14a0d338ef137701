import CCurl
import Foundation
import Synchronization

/// One POST over HTTP whose answer is told as it comes in. It follows no redirect.
final class HTTPLine: Sendable {
    /// What comes in: the head first, then the body in pieces.
    enum Arrival: Sendable {
        case head(Head)
        case piece([UInt8])
    }

    struct Head: Sendable {
        let status: Int
        let isStream: Bool
        /// How many seconds the other side asks to wait.
        let wait: Int?

        fileprivate init(_ head: ontknoop_http_head) {
            status = head.status
            isStream = head.type.map { String(cString: $0).contains("event-stream") } ?? false
            wait = head.wait_seconds > 0 ? head.wait_seconds : nil
        }
    }

    typealias Arrivals = AsyncThrowingStream<Arrival, any Error>

    private struct State {
        var hasHead = false
        var taken = 0
        var isListening = true
    }

    private let told: Arrivals.Continuation
    private let largest: Int
    private let state = Mutex(State())

    private init(_ told: Arrivals.Continuation, largest: Int) {
        self.told = told
        self.largest = largest
    }

    /// Asks, and hangs up when nobody listens any more, the patience is over or more than the largest answer comes.
    static func open(_ call: HTTPAsk, patience: Duration, largest: Int) -> Arrivals {
        Arrivals { told in
            let line = HTTPLine(told, largest: largest)
            told.onTermination = { _ in line.state.withLock { $0.isListening = false } }
            Thread.detachNewThread { line.run(call, patience) }
        }
    }

    /// Blocks until the answer is in.
    private func run(_ ask: HTTPAsk, _ patience: Duration) {
        let result = ask.lend { call in
            call.timeout_milliseconds = max(1, Int(patience / .milliseconds(1)))
            call.user = Unmanaged.passUnretained(self).toOpaque()
            call.take = { HTTPLine.of($0)?.take($1, $2, $3) ?? 0 }
            call.listens = { HTTPLine.of($0)?.isListening == true ? 1 : 0 }
            return ontknoop_http(&call)
        }
        if result.code == 0 { return told.finish() }
        told.finish(throwing: result.too_slow != 0 ? TaalmodelFault.tooSlow : TaalmodelFault.unreachable)
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> HTTPLine? {
        user.map { Unmanaged<HTTPLine>.fromOpaque($0).takeUnretainedValue() }
    }

    private var isListening: Bool { state.withLock(\.isListening) }

    private func take(
        _ head: UnsafePointer<ontknoop_http_head>?, _ data: UnsafePointer<CChar>?, _ length: Int
    ) -> Int32 {
        let (isFirst, sum) = state.withLock { state in
            defer { state.hasHead = true }
            state.taken += length
            return (!state.hasHead, state.taken)
        }
        if isFirst, let head { told.yield(.head(Head(head.pointee))) }
        if sum > largest {
            told.finish(throwing: TaalmodelFault.tooLong)
        } else if length > 0 {
            told.yield(.piece([UInt8](UnsafeRawBufferPointer(start: data, count: length))))
        }
        return isListening ? 1 : 0
    }
}

/// What is asked: an address, headers and a body.
struct HTTPAsk: Sendable {
    let url: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    /// Lends its texts to C for the time of one call.
    fileprivate func lend<Answer>(_ body: (inout ontknoop_http_call) -> Answer) -> Answer {
        let lines = headers.map { "\($0.name): \($0.value)".filter { !$0.isNewline && $0 != "\0" } }
        let texts = ([url] + lines).map { UnsafePointer(strdup($0)) }
        defer { for text in texts { free(UnsafeMutablePointer(mutating: text)) } }
        return Array(texts.dropFirst()).withUnsafeBufferPointer { headers in
            self.body.withUnsafeBufferPointer { data in
                var call = ontknoop_http_call()
                (call.url, call.headers, call.header_count) = (texts[0], headers.baseAddress, headers.count)
                (call.data, call.length) = (data.baseAddress, data.count)
                return body(&call)
            }
        }
    }
}
