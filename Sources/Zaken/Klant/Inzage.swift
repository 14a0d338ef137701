public import Basics
public import Database
public import Journal
public import Klanten

/// Someone sees who a person is, on their own page or beside a zaak: recorded once a day for each reader, so that the person
/// can see who looked.
public struct Inzage: Sendable {
    public static let kind = "ingezien"

    public let partij: Identifier<Partij>

    public init(partij: Identifier<Partij>) { self.partij = partij }

    public func run(in act: Act) throws {
        guard try act.tx.partijen.find(partij) != nil else { return }
        if try !isRecorded(for: act.actor, on: act.today, in: act.tx) {
            try act.record(Inzage.kind, of: .klant(partij))
        }
    }

    /// Whether this reader's look of that day stands already.
    public func isRecorded(for actor: Actor, on day: Day, in tx: Transaction) throws -> Bool {
        try tx.journal.entries(of: .klant(partij), limit: 50).contains {
            $0.kind == Inzage.kind && $0.actor == actor && $0.moment.day == day
        }
    }
}
