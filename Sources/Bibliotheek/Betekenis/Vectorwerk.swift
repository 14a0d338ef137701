public import Basics
public import Database
import Jobs
public import Procesbot
import Synchronization
import Zaken

/// Asks a model what the passages mean that have no vector yet, behind the screens and in batches.
public final class Vectorwerk: Sendable {
    public static let jobKind = "bibliotheek.vectoren"
    public static let clockKind = WatchedFolder.clockKind(jobKind)
    /// Passages that are asked at once.
    static let batch = 64

    private let model: String
    private let ask: @Sendable ([String]) async throws -> [Meaning]
    /// The stand of the library and the day for which all was asked.
    private let done = Mutex("")

    /// `ask` gives what texts mean, in their order.
    public init(model: String, ask: @escaping @Sendable ([String]) async throws -> [Meaning]) {
        (self.model, self.ask) = (model, ask)
    }

    /// Orders a look now, also of one that was given up, and the moment at which the next is ordered.
    public static func begin(at now: Moment, _ tx: Transaction) throws {
        try tx.jobs.order(kind: jobKind, due: now, key: jobKind)
        try order(at: now, tx)
    }

    /// Orders a look unless one waits, and the moment at which the next is ordered.
    public static func order(at now: Moment, _ tx: Transaction) throws {
        try WatchedFolder.order(jobKind, at: now, every: 1, tx)
    }

    public static func cancel(_ tx: Transaction) throws { try WatchedFolder.cancel(jobKind, tx) }

    /// Looks once. What was asked stays known when it is cut off, and the next look goes on from there.
    public func look(in database: Database, at now: Moment) async throws {
        let stand = try await database.read { try $0.bronnen.stand() } + now.day.description
        guard done.withLock({ $0 != stand }) else { return }
        let wanted = try await wanted(in: database, on: now.day)
        let model = model
        let known = try await database.read { try $0.passagevectoren.hashes(of: model) }
        let missing = wanted.filter { !known.contains($0.hash) }
        let gone = known.subtracting(wanted.map(\.hash))
        do { try await learn(missing, in: database, at: now) } catch {
            try await database.write { try $0.passagevectoren.mark(now) }
            throw error
        }
        if !missing.isEmpty || !gone.isEmpty {
            try await database.write { tx in
                try tx.passagevectoren.forget(gone, of: model)
                try tx.passagevectoren.mark(now)
            }
        }
        done.withLock { $0 = stand }
    }

    /// Each passage of what may be cited today or is the newest, once.
    private func wanted(in database: Database, on day: Day) async throws -> [PassageText] {
        let texts = try await database.read { tx in
            let versions = try (tx.bronnen.inForce(on: day) + tx.bronnen.newest()).filter { version in
                version.geldigTot.map { day <= $0 } ?? true
            }
            return try versions.compactMap { version in try tx.inhoud.bytes(version.tekst).map { (version, $0) } }
        }
        var seen: Set<String> = []
        return texts.flatMap { version, bytes in version.document(bytes).passageTexts }.filter {
            seen.insert($0.hash).inserted
        }
    }

    private func learn(_ missing: [PassageText], in database: Database, at now: Moment) async throws {
        let model = model
        var known = try await database.read { try $0.passagevectoren.dimension(of: model) }
        for part in missing.batches(of: Vectorwerk.batch) {
            let meanings = try await ask(part.map(\.text))
            try VectorFault.check(meanings, for: part.count, known: known)
            known = known ?? meanings.first?.dimension
            try await database.write { tx in
                for (text, meaning) in zip(part, meanings) {
                    try tx.passagevectoren.add(meaning, of: text.hash, by: model, at: now)
                }
            }
        }
    }
}

/// Why what came back cannot be kept.
public enum VectorFault: Error, Hashable {
    case wrongCount(asked: Int, came: Int)
    /// Another length than the vectors that the model gave before: it is another model by the same name.
    case wrongDimension(known: Int, came: Int)

    fileprivate static func check(_ meanings: [Meaning], for count: Int, known: Int?) throws {
        guard meanings.count == count else { throw wrongCount(asked: count, came: meanings.count) }
        for one in meanings where one.dimension != known ?? meanings[0].dimension {
            throw wrongDimension(known: known ?? meanings[0].dimension, came: one.dimension)
        }
    }
}
