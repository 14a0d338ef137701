import Basics
import Wire

/// Asks an OpenAI-compatible endpoint over HTTP: in one piece, or as it is written.
struct HTTPChat: Sendable {
    let settings: TaalmodelSettings
    static let largest = 1_000_000

    /// `onText` gets each piece of the answer as it comes.
    func complete(_ request: ChatRequest, onText: @Sendable (String) async -> Void) async throws -> ChatReply {
        let arrivals = call(request).arrivals(largest: Self.largest)
        return try await Self.telling {
            let head = try await head(of: arrivals)
            guard head.status == 200 else {
                throw Overload(fault: .refused(status: head.status), wait: head.wait)
            }
            return head.type?.contains("event-stream") == true
                ? try await streamed(arrivals, onText) : try await whole(arrivals, onText)
        }
    }

    private func call(_ request: ChatRequest) -> HTTPCall {
        var headers = [
            "Content-Type: application/json",
            "Accept: \(settings.isStreaming ? "text/event-stream" : "application/json")",
        ]
        if let (name, value) = settings.credentials { headers.append("\(name): \(value)") }
        return HTTPCall(
            url: settings.endpoint, headers: headers, body: Array(request.json(settings).canonical.utf8),
            timeout: settings.patience)
    }

    private func head(of arrivals: HTTPCall.Arrivals) async throws -> HTTPCall.Head {
        for try await case .head(let head) in arrivals { return head }
        throw TaalmodelFault.unreachable
    }

    private func whole(_ arrivals: HTTPCall.Arrivals, _ onText: @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        var bytes: [UInt8] = []
        for try await case .piece(let piece) in arrivals { bytes += piece }
        guard let json = JSON(read: bytes), let text = json["choices"][0]["message"]["content"].text else {
            throw TaalmodelFault.unreadable
        }
        await onText(text)
        return ChatReply(text: text, tokens: json["usage"]["total_tokens"].integer)
    }

    private func streamed(_ arrivals: HTTPCall.Arrivals, _ onText: @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        var stream = ChatStream()
        do {
            for try await case .piece(let piece) in arrivals {
                for text in try stream.take(piece) { await onText(text) }
                if stream.isDone { break }
            }
        } catch HTTPFault.unreachable where !stream.text.isEmpty {
            // What was told already cannot be told again, so a line that breaks half-way is no reason to ask anew.
            throw TaalmodelFault.unreadable
        }
        guard stream.isDone else { throw TaalmodelFault.unreadable }
        return ChatReply(text: stream.text, tokens: stream.tokens)
    }

    /// Every failure of the line by the name it has for us; nothing of the request stands in it.
    private static func telling<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do { return try await body() } catch let fault as HTTPFault {
            switch fault {
            case .tooSlow: throw TaalmodelFault.tooSlow
            case .tooLong: throw TaalmodelFault.tooLong
            case .unreachable, .tryLater, .notLetIn, .notSafe: throw TaalmodelFault.unreachable
            }
        } catch is CancellationError { throw TaalmodelFault.tooSlow }
    }
}

/// A refusal, and how many seconds the endpoint asks to wait.
struct Overload: Error {
    let fault: TaalmodelFault
    let wait: Int?
}

extension JSON {
    /// What was read from outside, when it is JSON at all.
    init?(read bytes: some Sequence<UInt8>) {
        do { self = try JSON(parsing: String(decoding: Array(bytes), as: UTF8.self)) } catch { return nil }
    }
}
