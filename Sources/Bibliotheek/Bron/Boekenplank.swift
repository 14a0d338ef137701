public import Basics
public import Database
public import Procesbot
import Synchronization

/// The library as it stands in the database, read once and read again when it has changed; no restart is needed.
public final class Boekenplank: Sendable {
    private struct Held {
        let stand: String
        let day: Day
        let adviser: Adviser
    }

    private let content: AdviserContent
    private let held = Mutex<Held?>(nil)

    public init(_ content: AdviserContent) { self.content = content }

    /// The words of the field that ship, for a person to read.
    public var shipped: [WordTable.Group] { content.words.groups }

    /// The words, rules and sentences that advice is made with, as a fingerprint.
    public var rules: String { content.fingerprint }

    /// The adviser on the sources that may be cited on a day. It only reads.
    public func adviser(in tx: Transaction, on day: Day) throws -> Adviser {
        let stand = try tx.bronnen.stand()
        if let held = held.withLock({ $0 }), held.stand == stand, held.day == day { return held.adviser }
        let documents = try tx.bronnen.inForce(on: day).compactMap { version in
            try tx.bronnen.content(version.tekst).map(version.document)
        }
        let words = content.words.adding(try tx.woordgroepen.all().map(\.words))
        let adviser = try Adviser(Library(documents, words: words), content)
        held.withLock { $0 = Held(stand: stand, day: day, adviser: adviser) }
        return adviser
    }
}
