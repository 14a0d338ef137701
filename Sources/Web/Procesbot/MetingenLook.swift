import Basics
import Bibliotheek
import Database
import Journal
import Procesbot
import Zaken

/// The measurements with all that is told of them, read in one transaction.
struct MetingenLook: Sendable {
    let all: [Meting]
    /// The one under way.
    let opdracht: Meetopdracht?
    let isFailing: Bool
    /// What happened to sources and words since the oldest of them, the oldest first.
    let changes: [JournalEntry]
    let proposals: [(one: Wijzigingsvoorstel, name: Wijzigingsnaam)]
    let stand: String
    /// The words of the test questions by their id.
    let questions: [String: String]
    /// The questions of the list that nobody tunes on.
    let heldOut: Set<String>
    let colleagues: Colleagues

    init(_ bot: BotDesk, in tx: Transaction) throws {
        all = try tx.metingen.newest(limit: 50)
        opdracht = try tx.meetopdracht.find()
        isFailing = try opdracht != nil && Meetwerk.isFailing(tx)
        changes =
            try all.last.map { try tx.journal.entries(about: ["bron", "woordgroep"], after: $0.moment, limit: 2_000) }
            ?? []
        proposals = try tx.voorstellen.open(limit: 50).map { ($0, try Wijzigingsnaam($0.wijziging, in: tx)) }
        stand = try bot.plank.measured(tx)
        let tests = bot.testvragen.all + (try tx.testvragen.all().map(\.test))
        questions = Dictionary(tests.map { ($0.id, $0.vraag) }) { first, _ in first }
        heldOut = Set(bot.testvragen.vers.map(\.id))
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}
