public import Basics
public import Database
import Jobs
import Procesbot
import Zaken

/// Asks the adviser all test questions, behind the screens, and keeps what came of them as a measurement.
public struct Meetwerk: Sendable {
    public static let jobKind = "procesbot.meting"

    private let plank: Boekenplank
    private let shipped: Testvragen

    public init(_ plank: Boekenplank, _ shipped: Testvragen) {
        (self.plank, self.shipped) = (plank, shipped)
    }

    static func order(at now: Moment, _ tx: Transaction) throws {
        try tx.jobs.order(kind: jobKind, due: now, key: jobKind)
    }

    static func cancel(_ tx: Transaction) throws { try tx.jobs.cancel(key: jobKind) }

    /// Whether measuring went wrong the last time it was tried.
    public static func isFailing(_ tx: Transaction) throws -> Bool {
        try tx.jobs.find(key: jobKind)?.lastError != nil
    }

    /// Does what was ordered; nothing where nobody waits for it any more.
    public func run(in database: Database, at now: Moment) async throws {
        guard let paper = try await database.read({ tx in try paper(on: now.day, tx) }) else { return }
        let (opdracht, stand, all) = (paper.opdracht, paper.stand, paper.questions.count)
        let round = Vragenronde(questions: paper.questions.map(\.question))
        let results = try await round.asked(in: database) { part in
            AdviceEvaluation(part, of: paper.adviser, on: now.day).results
        } told: { tx, asked in
            try tx.meetopdracht.progress(opdracht.id, asked: asked, of: all)
        }
        guard let results else { return }
        let outcome = Meetuitslag(results, lists: paper.questions.map(\.list)).json
        try await database.write { tx in
            guard try tx.meetopdracht.end(opdracht.id) else { return }
            try tx.metingen.add(
                Meting(
                    id: opdracht.id, moment: now, door: opdracht.door, bibliotheek: stand, regels: plank.rules,
                    uitkomst: outcome))
        }
    }

    /// What is asked of whom.
    private struct Paper: Sendable {
        let opdracht: Meetopdracht
        let questions: [(question: TestQuestion, list: Vragenlijst)]
        let adviser: Adviser
        let stand: String
    }

    private func paper(on day: Day, _ tx: Transaction) throws -> Paper? {
        guard let opdracht = try tx.meetopdracht.find() else { return nil }
        let own = try tx.testvragen.all().map(\.test)
        return Paper(
            opdracht: opdracht,
            questions: shipped.vers.map { ($0, Vragenlijst($0, isHeldOut: true)) } + own.map { ($0, .eigen) }
                + shipped.afgesteld.map { ($0, Vragenlijst($0, isHeldOut: false)) },
            adviser: try plank.adviser(in: tx, on: day), stand: try tx.bronnen.stand())
    }
}
