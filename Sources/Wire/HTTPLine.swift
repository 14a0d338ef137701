import CCurl
import Foundation
import Synchronization

/// A call that is being made, on a thread of its own; hung up when nobody listens any more.
final class HTTPLine: Sendable {
    private struct State {
        var hasHead = false
        var taken = 0
        var isListening = true
    }

    private let told: HTTPCall.Arrivals.Continuation
    private let largest: Int
    private let state = Mutex(State())

    private init(_ told: HTTPCall.Arrivals.Continuation, largest: Int) {
        self.told = told
        self.largest = largest
    }

    static func open(_ call: HTTPCall, largest: Int) -> HTTPCall.Arrivals {
        HTTPCall.Arrivals { told in
            let line = HTTPLine(told, largest: largest)
            told.onTermination = { _ in line.state.withLock { $0.isListening = false } }
            Thread.detachNewThread { line.run(call) }
        }
    }

    /// Blocks until the answer is in.
    private func run(_ call: HTTPCall) {
        let result = call.lend { call in
            call.user = Unmanaged.passUnretained(self).toOpaque()
            call.take = { HTTPLine.of($0)?.take($1, $2, $3) ?? 0 }
            call.listens = { HTTPLine.of($0)?.isListening == true ? 1 : 0 }
            return ontknoop_http(&call)
        }
        if result.code == 0 { return told.finish() }
        let words = CTexts.text(in: result.words)
        told.finish(throwing: result.too_slow != 0 ? HTTPFault.tooSlow : .unreachable(words: words))
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
        if isFirst, let head { told.yield(.head(HTTPCall.Head(head.pointee))) }
        if length > 0 { told.yield(.piece([UInt8](UnsafeRawBufferPointer(start: data, count: length)))) }
        if sum > largest { told.finish(throwing: HTTPFault.tooLong) }
        return isListening ? 1 : 0
    }
}

extension HTTPCall.Head {
    fileprivate init(_ head: ontknoop_http_head) {
        self.init(
            status: head.status, type: head.type.map { String(cString: $0) },
            wait: head.wait_seconds > 0 ? head.wait_seconds : nil)
    }
}

extension HTTPCall {
    /// Lends what is asked to C for the time of one call.
    fileprivate func lend<Answer>(_ ask: (inout ontknoop_http_call) -> Answer) -> Answer {
        let safe = headers.map { $0.filter { !$0.isNewline && $0 != "\0" } }
        return CTexts([url] + safe).use { texts in
            Array(texts.dropFirst()).withUnsafeBufferPointer { headers in
                body.withUnsafeBufferPointer { data in
                    var call = ontknoop_http_call()
                    call.is_get = method == .get ? 1 : 0
                    (call.url, call.headers, call.header_count) = (texts[0], headers.baseAddress, headers.count)
                    (call.data, call.length) = (data.baseAddress, data.count)
                    call.timeout_milliseconds = max(1, Int(timeout / .milliseconds(1)))
                    return ask(&call)
                }
            }
        }
    }
}
