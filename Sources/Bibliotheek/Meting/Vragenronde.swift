import Basics
import Database
import Procesbot

/// Questions that are asked in parts, so that it can be told how far it is, and stopped.
struct Vragenronde: Sendable {
    /// Questions that are asked between two times that it is told.
    static let part = 5

    let questions: [TestQuestion]

    /// Asks them all. After each part `told` hears how many have been asked and says whether anyone still waits for the rest.
    /// Nothing when nobody does.
    func asked<Answer: Sendable>(
        in database: Database, _ ask: ([TestQuestion]) -> [Answer],
        told: @escaping @Sendable (Transaction, Int) throws -> Bool
    ) async throws -> [Answer]? {
        var answers: [Answer] = []
        for part in questions.batches(of: Self.part) {
            answers += ask(Array(part))
            let count = answers.count
            guard try await database.write({ tx in try told(tx, count) }) else { return nil }
        }
        return answers
    }
}
