import Basics
import Synchronization

/// What was read the last time that something was dealt with, so that it can be fetched in one go the next time. What it says is only
/// where to look: the answers are of the moment, and what is not asked after all was fetched in vain. One for the program, bounded.
final class Foresight: Sendable {
    static let shared = Foresight()

    private struct Readings {
        var known = Recent<String, [RenderedQuery]>(half: 4_000)
        /// One copy of each text, as there are many subjects and few texts.
        var texts: Set<String> = []

        mutating func keep(_ queries: [RenderedQuery], for subject: String) {
            if texts.count > 1_000 { self = Readings() }
            let shared = queries.map { query in
                RenderedQuery(
                    key: texts.insert(query.key).memberAfterInsert, arguments: query.arguments, dialect: query.dialect)
            }
            known.keep(shared, for: subject)
        }
    }

    /// Who reads more than this reads it as it comes.
    private static let most = 20

    private let readings = Mutex(Readings())

    /// What was read for this subject; nothing when that is not known.
    func queries(for subject: String) -> [RenderedQuery] { readings.withLock { $0.known.find(subject) ?? [] } }

    /// Keeps what was read now, unless it is known.
    func keep(_ queries: [RenderedQuery], for subject: String) {
        let kept = Array(queries.prefix(Foresight.most))
        readings.withLock { readings in
            if readings.known.find(subject) != kept { readings.keep(kept, for: subject) }
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
