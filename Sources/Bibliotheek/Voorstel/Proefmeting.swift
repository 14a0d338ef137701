public import Basics
public import Database
import Jobs
public import Procesbot
import Zaken

/// Asks all test questions of the adviser as it is and as it would be after a proposed change.
public struct Proefmeting: Sendable {
    public static let jobKind = "procesbot.voorstel"
    private let plank: Boekenplank
    private let shipped: [TestQuestion]

    /// `shipped` are the test questions beside those that people made.
    public init(_ plank: Boekenplank, _ shipped: [TestQuestion]) {
        (self.plank, self.shipped) = (plank, shipped)
    }

    /// Orders a measurement now.
    static func order(_ id: Identifier<Wijzigingsvoorstel>, at now: Moment, _ tx: Transaction) throws {
        try tx.jobs.order(
            kind: jobKind, payload: ["voorstel": .string(id.text)], due: now, key: key(id))
    }

    static func cancel(_ id: Identifier<Wijzigingsvoorstel>, _ tx: Transaction) throws {
        try tx.jobs.cancel(key: key(id))
    }

    /// Whether measuring went wrong the last time it was tried.
    public static func isFailing(_ id: Identifier<Wijzigingsvoorstel>, _ tx: Transaction) throws -> Bool {
        try tx.jobs.find(key: key(id))?.lastError != nil
    }

    private static func key(_ id: Identifier<Wijzigingsvoorstel>) -> String { "\(jobKind).\(id.text)" }

    /// Does what was ordered; nothing for a change that was decided on, measured or stopped meanwhile.
    public func run(_ payload: JSON, in database: Database, at now: Moment) async throws {
        guard let id = payload["voorstel"].text.flatMap(Identifier<Wijzigingsvoorstel>.init) else { return }
        guard let paper = try await database.read({ tx in try paper(id, on: now.day, tx) }) else { return }
        let all = paper.questions.count
        let answers = try await Vragenronde(questions: paper.questions).asked(in: database) { part in
            zip(
                AdviceEvaluation(part, of: paper.now, on: paper.day).results,
                AdviceEvaluation(part, of: paper.then, on: paper.day).results
            ).map { ($0, $1) }
        } told: { tx, asked in
            try tx.voorstellen.progress(id, asked: asked, of: all)
        }
        guard let answers else { return }
        let outcome = Proefuitslag(
            nu: AdviceEvaluation(results: answers.map(\.0)).json,
            straks: AdviceEvaluation(results: answers.map(\.1)).json, stand: paper.stand)
        try await database.write { tx in try tx.voorstellen.finish(id, outcome, at: now) }
    }

    /// What is asked of whom.
    private struct Paper: Sendable {
        let questions: [TestQuestion]
        let now: Adviser
        let then: Adviser
        let day: Day
        let stand: String
    }

    private func paper(_ id: Identifier<Wijzigingsvoorstel>, on today: Day, _ tx: Transaction) throws -> Paper? {
        guard let one = try tx.voorstellen.find(id), one.isMeasuring else { return nil }
        let day = one.wijziging.day(from: today)
        return Paper(
            questions: shipped + (try tx.testvragen.all().map(\.test)), now: try plank.adviser(in: tx, on: day),
            then: try plank.adviser(after: one.wijziging, in: tx, on: day), day: day,
            stand: try plank.measured(tx))
    }
}

extension Boekenplank {
    /// The library and the rules that a measurement is about.
    public func measured(_ tx: Transaction) throws -> String { try tx.bronnen.stand() + "." + rules }
}
