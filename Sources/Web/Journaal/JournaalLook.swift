import Basics
import Database
import Incasso
import Journal
import Klanten
import Zaken

/// A page of the journal with what its entries are about, read in one transaction.
struct JournaalLook: Sendable {
    let entries: [JournalEntry]
    let hasMore: Bool
    let colleagues: Colleagues
    /// The zaken and people that entries are about or name, by identifier; without those whom someone may not see.
    let zaken: [String: (zaak: Zaak, klant: String)]
    let klanten: [String: String]

    init(_ asked: JournaalAsked, size: Int, _ words: Words, rights: Set<Permission>, in tx: Transaction) throws {
        colleagues = Colleagues(all: try tx.gebruikers.all())
        let found = try tx.journal.entries(try asked.question(colleagues, words, in: tx), limit: size + 1)
        entries = Array(found.prefix(size))
        hasMore = found.count > size
        guard rights.contains(.zaakZien) else {
            (zaken, klanten) = ([:], [:])
            return
        }
        let named = entries.flatMap { entry in
            [entry.subject.kind == "zaak" ? entry.subject.id : nil, entry.content["zaak"].text].compactMap(\.self)
        }
        zaken = try Dictionary(
            Set(named).compactMap(Identifier<Zaak>.init).compactMap { id in
                try tx.zaken.find(id).map {
                    (id.text, ($0, try rights.seen(name: tx.partijen.find($0.partij)?.naam) ?? ""))
                }
            }
        ) { first, _ in first }
        guard rights.seesPeople else {
            klanten = [:]
            return
        }
        let people = Set(entries.filter { $0.subject.kind == "klant" }.map(\.subject.id))
        klanten = try Dictionary(
            people.compactMap(Identifier<Partij>.init).compactMap { id in
                try tx.partijen.find(id).map { (id.text, $0.naam) }
            }
        ) { first, _ in first }
    }
}
