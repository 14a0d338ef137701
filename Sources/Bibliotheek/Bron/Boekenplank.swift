public import Basics
public import Database
public import Procesbot
import Synchronization
import Zaken

/// The library as it stands in the database, read once and read again when it has changed; no restart is needed.
public final class Boekenplank: Sendable {
    private struct Held {
        let stand: String
        let day: Day
        let vectors: String
        let adviser: Adviser
    }

    private let content: AdviserContent
    /// The model by which it is known what passages mean; nothing where none is set.
    public let model: String?
    private let held = Mutex<Held?>(nil)

    public init(_ content: AdviserContent, model: String? = nil) {
        self.content = content
        self.model = model
    }

    /// The words of the field that ship, for a person to read.
    public var shipped: [WordTable.Group] { content.words.groups }

    /// The words, rules and sentences that advice is made with, as a fingerprint.
    public var rules: String { content.fingerprint }

    /// The adviser on the sources that may be cited on a day. It only reads.
    public func adviser(in tx: Transaction, on day: Day) throws -> Adviser {
        let (stand, vectors) = (try tx.bronnen.stand(), try model.map { _ in try tx.passagevectoren.stand() } ?? "")
        let held = held.withLock { $0 }.flatMap { $0.stand == stand && $0.day == day ? $0 : nil }
        if let held, held.vectors == vectors { return held.adviser }
        let read = try held?.adviser ?? read(in: tx, on: day)
        let adviser = try model.map { read.knowing(try tx.passagevectoren.all(of: $0)) } ?? read
        self.held.withLock { $0 = Held(stand: stand, day: day, vectors: vectors, adviser: adviser) }
        return adviser
    }

    /// The adviser as it would be after a change; nothing of it is kept.
    func adviser(after wijziging: Wijziging, in tx: Transaction, on day: Day) throws -> Adviser {
        var stof = try Grondstof(in: tx, on: day)
        try stof.make(wijziging, in: tx, on: day)
        return try adviser(of: stof)
    }

    private func read(in tx: Transaction, on day: Day) throws -> Adviser {
        try adviser(of: Grondstof(in: tx, on: day))
    }

    private func adviser(of stof: Grondstof) throws -> Adviser {
        let words = content.words.adding(stof.words.map(\.words))
        return try Adviser(Library(stof.sources.map(\.document), words: words), content)
    }

    /// The stand of all that an advice is made from; what passages mean belongs to it only where that of the question is known.
    func stand(of vraag: Raadpleging, _ tx: Transaction) throws -> String {
        let stand = try tx.bronnen.stand()
        guard model != nil, vraag.betekenis != nil else { return stand }
        let vectors = try tx.passagevectoren.stand()
        return vectors.isEmpty ? stand : stand + "." + vectors
    }
}
