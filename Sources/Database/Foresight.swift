import Synchronization

/// What was read the last time that something was dealt with, so that it can be fetched in one go the next time. What it says is only
/// where to look: the answers are of the moment, and what is not asked after all was fetched in vain. One for the program, bounded.
final class Foresight: Sendable {
    static let shared = Foresight()

    /// The latest, and those before them; the older half makes room when there are too many.
    private struct Shelves {
        static let half = 4_000

        var latest: [String: [RenderedQuery]] = [:]
        var earlier: [String: [RenderedQuery]] = [:]
        /// One copy of each text, as there are many subjects and few texts.
        var texts: Set<String> = []

        mutating func keep(_ queries: [RenderedQuery], for subject: String) {
            if texts.count > 1_000 { self = Shelves() }
            if latest.count >= Shelves.half { (earlier, latest) = (latest, [:]) }
            latest[subject] = queries.map { query in
                RenderedQuery(
                    key: texts.insert(query.key).memberAfterInsert, arguments: query.arguments, dialect: query.dialect)
            }
        }
    }

    /// Who reads more than this reads it as it comes.
    private static let most = 20

    private let shelves = Mutex(Shelves())

    /// What was read for this subject; nothing when that is not known.
    func queries(for subject: String) -> [RenderedQuery] {
        shelves.withLock { $0.latest[subject] ?? $0.earlier[subject] ?? [] }
    }

    /// Keeps what was read now, unless it is known.
    func keep(_ queries: [RenderedQuery], for subject: String) {
        let kept = Array(queries.prefix(Foresight.most))
        shelves.withLock { shelves in
            if shelves.latest[subject] != kept { shelves.keep(kept, for: subject) }
        }
    }
}

/// What a transaction reads for one subject.
struct Reading {
    let subject: String
    /// What is asked for each time in another way, and so says nothing of the next time.
    let apart: [RenderedQuery]
    private(set) var asked: [RenderedQuery] = []

    init(about subject: String, apart: [RenderedQuery]) { (self.subject, self.apart) = (subject, apart) }

    /// Long answers are not fetched unasked.
    mutating func note(_ query: RenderedQuery, _ rowCount: Int) {
        if rowCount <= 100, query.isRead, !apart.contains(query), !asked.contains(query) { asked.append(query) }
    }
}
