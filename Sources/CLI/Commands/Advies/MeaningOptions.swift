import ArgumentParser
import Basics
import Procesbot
import Taalmodel

/// Searching by meaning as well, with the endpoint that the settings name; not by default.
struct MeaningOptions: ParsableArguments {
    @Flag(help: "Search by meaning too, with the embeddings of the settings (ONTKNOOP_EMBEDDING_URL and its likes).")
    var meaning = false

    /// The adviser who knows what the passages mean, and what the questions mean, by their text.
    func know(_ questions: [String], _ adviser: Adviser, config: String?) async throws -> (Adviser, [String: Meaning]) {
        guard meaning else { return (adviser, [:]) }
        guard let settings = EmbeddingSettings(try await Settings.reader(config)) else {
            throw ValidationError("No endpoint for embeddings is set: ONTKNOOP_EMBEDDING_URL.")
        }
        let embedder = Embedder(settings)
        do {
            let passages = adviser.library.current.flatMap(\.passageTexts)
            let known = try await batches(passages.map(\.text)) { try await embedder.meanings(ofMasked: $0) }
            let masked = try questions.map { question in
                var masker = Masker { adviser.knows($0) }
                return try masker.mask(question)
            }
            let asked = try await batches(masked) { try await embedder.meanings(of: $0) }
            return (
                adviser.knowing(Dictionary(zip(passages.map(\.hash), known)) { $1 }),
                Dictionary(zip(questions, asked)) { $1 }
            )
        } catch let fault as EmbeddingFault {
            tell("By words alone: \(fault)")
            return (adviser, [:])
        }
    }

    private func batches(_ texts: [String], _ ask: ([String]) async throws -> [Meaning]) async throws -> [Meaning] {
        var all: [Meaning] = []
        for part in texts.batches(of: 64) { all += try await ask(Array(part)) }
        return all
    }
}
