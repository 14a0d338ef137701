import Bibliotheek
import Database
import Jobs
import Procesbot
import Taalmodel

extension House {
    /// The handlers of what passages mean.
    var vectorHandlers: [String: JobHandler] {
        let werk = settings.embedding.map { settings in
            Vectorwerk(model: settings.model) { try await Embedder(settings).meanings(ofMasked: $0) }
        }
        return [
            Vectorwerk.jobKind: .outside { [database, clock] _ in try await werk?.look(in: database, at: clock()) },
            Vectorwerk.clockKind: .inside { [clock] _, tx in
                guard werk != nil else { return }
                try Vectorwerk.order(at: clock(), tx)
            },
        ]
    }

    /// Orders the first look at what passages mean, or takes back what another setting ordered.
    func watchMeanings() async throws {
        let (isWanted, now) = (settings.embedding != nil, clock())
        try await database.write { tx in
            if isWanted { try Vectorwerk.begin(at: now, tx) } else { try Vectorwerk.cancel(tx) }
        }
    }
}

extension Embedder {
    /// What passages mean, without who and where a person is.
    func meanings(ofMasked passages: [String]) async throws -> [Meaning] {
        try await meanings(
            of: passages.map { text in
                var masker = Masker { _ in true }
                return try masker.maskPassage(text)
            })
    }
}
