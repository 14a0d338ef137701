import Basics
import Foundation
public import Procesbot
import Wire

/// Asks an OpenAI-compatible endpoint what texts mean (`/v1/embeddings`), as vectors.
public struct Embedder: Sendable {
    let settings: EmbeddingSettings
    /// The most bytes that an answer may have.
    static let largest = 16_000_000

    public init(_ settings: EmbeddingSettings) { self.settings = settings }

    /// What passages mean, in their order.
    public func meanings(of passages: [String]) async throws(EmbeddingFault) -> [Meaning] {
        try await meanings(of: passages, within: settings.batchPatience)
    }

    func meanings(of texts: [String], within time: Duration) async throws(EmbeddingFault) -> [Meaning] {
        do {
            var (status, bytes) = (0, [UInt8]())
            for try await arrival in call(texts, time).arrivals(largest: Embedder.largest) {
                switch arrival {
                case .head(let head): status = head.status
                case .piece(let piece): bytes += piece
                }
                if status != 200 { break }
            }
            guard status == 200 else { throw status == 0 ? EmbeddingFault.tooSlow : .refused(status: status) }
            return try EmbeddingAnswer(bytes).meanings(of: texts.count)
        } catch { throw EmbeddingFault(error) }
    }

    private func call(_ texts: [String], _ time: Duration) -> HTTPCall {
        let end = Eindpunt(url: settings.url, key: settings.key)
        let body: JSON = [
            "model": .string(settings.model), "input": .array(texts.map { .string($0) }), "encoding_format": "float",
        ]
        let headers = ["Content-Type: application/json", "Accept: application/json"]
        return HTTPCall(
            url: end.address(of: "/embeddings"),
            headers: headers + (end.credentials.map { ["\($0.name): \($0.value)"] } ?? []),
            body: Array(body.canonical.utf8), timeout: time)
    }
}

/// What the endpoint answers, as far as it is read.
private struct EmbeddingAnswer: Decodable {
    struct One: Decodable {
        let index: Int
        let embedding: [Float]
    }

    let data: [One]

    init(_ bytes: [UInt8]) throws(EmbeddingFault) {
        do { self = try JSONDecoder().decode(EmbeddingAnswer.self, from: Data(bytes)) } catch { throw .unreadable }
    }

    /// One for each text, in their order, all of one length.
    func meanings(of count: Int) throws(EmbeddingFault) -> [Meaning] {
        guard data.count == count, Set(data.map(\.index)) == Set(0..<count) else {
            throw .wrongCount(asked: count, came: data.count)
        }
        let all = data.sorted { $0.index < $1.index }.compactMap { Meaning($0.embedding) }
        guard all.count == count, let first = all.first else { throw .noDirection }
        for one in all where one.dimension != first.dimension {
            throw .wrongDimension(known: first.dimension, came: one.dimension)
        }
        return all
    }
}
