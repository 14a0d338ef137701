import Basics
import Bibliotheek
import Jobs
import Procesbot
import Taalmodel
import Zaken

/// How far it is known what the passages of the library mean, and whether questions are searched by it.
struct BibliotheekMeanings: Sendable {
    let text: String
    let state: Chip
    /// Why questions go by their words alone just now, or passages wait.
    let problems: [String]

    static let sample = BibliotheekMeanings(
        text: "120 van 140 passages hebben een vector van model “klein”.", state: Chip("in opbouw", "note"),
        problems: ["Vragen gaan nu op hun woorden alleen: het eindpunt is niet bereikbaar."])
}

extension BotDesk {
    /// Nothing where no endpoint is set.
    func meanings(_ words: Words, _ today: Day) async throws -> BibliotheekMeanings? {
        guard let meanings, let model = plank.model else { return nil }
        let adviser = try await leeszaal.adviser(on: today)
        let isFailing = try await desk.office.read { tx in
            try tx.jobs.find(key: Vectorwerk.jobKind)?.lastError != nil
        }
        let (known, all) = (adviser.library.meaningCount, adviser.library.passageCount)
        let fault = meanings.fault.map {
            words("library.meaning_words_only", ["why": words("library.meaning_\($0.name)")])
        }
        return BibliotheekMeanings(
            text: words("library.meaning_text", ["n": String(known), "all": String(all), "model": model]),
            state: known == all
                ? Chip(words("library.meaning_whole"), "calm") : Chip(words("library.meaning_partly"), "note"),
            problems: [fault, isFailing ? words("library.meaning_failing") : nil].compactMap { $0 })
    }
}
