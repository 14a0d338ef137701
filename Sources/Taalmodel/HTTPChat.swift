import AsyncHTTPClient
import Basics
import NIOCore
import NIOHTTP1

/// Asks an OpenAI-compatible endpoint over HTTP: in one piece, or as it is written. It follows no redirect.
struct HTTPChat: Sendable {
    let settings: TaalmodelSettings
    static let largest = 1_000_000

    /// `onText` gets each piece of the answer as it comes.
    func complete(_ request: ChatRequest, onText: @Sendable (String) async -> Void) async throws -> ChatReply {
        let call = call(request)
        return try await Self.telling {
            try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let answer = try await client.execute(call, deadline: .now() + patience)
                guard answer.status == .ok else {
                    throw Overload(
                        fault: .refused(status: Int(answer.status.code)),
                        wait: answer.headers.first(name: "retry-after").flatMap { Int($0) })
                }
                let isStream = answer.headers.first(name: "content-type")?.contains("event-stream") == true
                return isStream ? try await streamed(answer, onText) : try await whole(answer, onText)
            }
        }
    }

    /// New attempts are ours to make, so a line that is refused is told at once.
    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: min(patience, .seconds(5)), read: patience, write: patience),
            decompression: .disabled)
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private var patience: TimeAmount {
        let (seconds, attoseconds) = settings.patience.components
        return .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    private func call(_ request: ChatRequest) -> HTTPClientRequest {
        var call = HTTPClientRequest(url: settings.endpoint)
        call.method = .POST
        call.headers.add(name: "content-type", value: "application/json")
        call.headers.add(name: "accept", value: settings.isStreaming ? "text/event-stream" : "application/json")
        if let (name, value) = settings.credentials { call.headers.add(name: name, value: value) }
        call.body = .bytes(ByteBuffer(string: request.json(settings).canonical))
        return call
    }

    private func whole(_ answer: HTTPClientResponse, _ onText: @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        var bytes: [UInt8] = []
        for try await piece in answer.body {
            guard bytes.count + piece.readableBytes <= Self.largest else { throw TaalmodelFault.tooLong }
            bytes += piece.readableBytesView
        }
        guard let json = JSON(read: bytes), let text = json["choices"][0]["message"]["content"].text else {
            throw TaalmodelFault.unreadable
        }
        await onText(text)
        return ChatReply(text: text, tokens: json["usage"]["total_tokens"].integer)
    }

    private func streamed(_ answer: HTTPClientResponse, _ onText: @Sendable (String) async -> Void) async throws
        -> ChatReply
    {
        var stream = ChatStream()
        var taken = 0
        do {
            for try await piece in answer.body {
                taken += piece.readableBytes
                guard taken <= Self.largest else { throw TaalmodelFault.tooLong }
                for text in try stream.take(piece.readableBytesView) { await onText(text) }
                if stream.isDone { break }
            }
        } catch  where !stream.text.isEmpty && !(error is TaalmodelFault) {
            // What was told already cannot be told again, so a line that breaks half-way is no reason to ask anew.
            throw TaalmodelFault.unreadable
        }
        guard stream.isDone else { throw TaalmodelFault.unreadable }
        return ChatReply(text: stream.text, tokens: stream.tokens)
    }

    /// Every failure of the line by the name it has for us; nothing of the request stands in it.
    private static func telling<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do { return try await body() } catch let fault as TaalmodelFault { throw fault } catch let fault as Overload {
            throw fault
        } catch let error as HTTPClientError where [.deadlineExceeded, .readTimeout].contains(error) {
            throw TaalmodelFault.tooSlow
        } catch is CancellationError { throw TaalmodelFault.tooSlow } catch { throw TaalmodelFault.unreachable }
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
