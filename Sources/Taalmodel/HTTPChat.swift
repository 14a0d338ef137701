import Basics

/// Asks an OpenAI-compatible endpoint over HTTP: in one piece, or as it is written.
struct HTTPChat: Sendable {
    let settings: TaalmodelSettings
    static let largest = 1_000_000

    /// `onText` gets each piece of the answer as it comes.
    func complete(_ request: ChatRequest, onText: @Sendable (String) async -> Void) async throws -> ChatReply {
        let arrivals = HTTPLine.open(call(request), patience: settings.patience, largest: Self.largest)
        return try await Self.telling {
            let head = try await head(of: arrivals)
            guard head.status == 200 else {
                throw Overload(fault: .refused(status: head.status), wait: head.wait)
            }
            return head.isStream ? try await streamed(arrivals, onText) : try await whole(arrivals, onText)
        }
    }

    private func call(_ request: ChatRequest) -> HTTPAsk {
        var headers = [
            (name: "Content-Type", value: "application/json"),
            (name: "Accept", value: settings.isStreaming ? "text/event-stream" : "application/json"),
        ]
        if let credentials = settings.credentials { headers.append(credentials) }
        return HTTPAsk(url: settings.endpoint, headers: headers, body: Array(request.json(settings).canonical.utf8))
    }

    private func head(of arrivals: HTTPLine.Arrivals) async throws -> HTTPLine.Head {
        for try await case .head(let head) in arrivals { return head }
        throw TaalmodelFault.unreachable
    }

    private func whole(_ arrivals: HTTPLine.Arrivals, _ onText: @Sendable (String) async -> Void) async throws
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

    private func streamed(_ arrivals: HTTPLine.Arrivals, _ onText: @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        var stream = ChatStream()
        do {
            for try await case .piece(let piece) in arrivals {
                for text in try stream.take(piece) { await onText(text) }
                if stream.isDone { break }
            }
        } catch TaalmodelFault.unreachable where !stream.text.isEmpty {
            // What was told already cannot be told again, so a line that breaks half-way is no reason to ask anew.
            throw TaalmodelFault.unreadable
        }
        guard stream.isDone else { throw TaalmodelFault.unreadable }
        return ChatReply(text: stream.text, tokens: stream.tokens)
    }

    /// Every failure of the line by the name it has for us; nothing of the request stands in it.
    private static func telling<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do { return try await body() } catch is CancellationError { throw TaalmodelFault.tooSlow }
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
