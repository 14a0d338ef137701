import Basics
import Database
import Incasso
import Klanten
import Postvak
import Zaken

/// All that the page of a mail tells of, read in one transaction.
struct PoststukLook: Sendable {
    let one: Poststuk
    let files: [Bijlage]
    let found: [Vondst]
    let confirmed: Set<Mailsoort>
    let zaak: Zaak?
    let person: Partij?
    /// Who gets the answer, and whether that is another than the sender.
    let receiver: Ontvanger?
    let colleagues: Colleagues
    let next: Identifier<Poststuk>?
    let learned: Int

    init?(_ id: Identifier<Poststuk>, in tx: Transaction) throws {
        guard let one = try tx.poststukken.find(id) else { return nil }
        self.one = one
        files = try tx.poststukken.bijlagen(of: id)
        found = one.staat == .nieuw ? try one.vondsten(in: tx) : []
        confirmed = try tx.poststukken.bevestigd(of: id)
        zaak = try one.zaak.flatMap(tx.zaken.find)
        person = try one.partij.flatMap(tx.partijen.find)
        receiver = person.map { Ontvanger(naam: $0.naam, email: $0.email) }
        colleagues = Colleagues(all: try tx.gebruikers.all())
        next = try Postlijst().next(after: id, in: tx)
        learned = try tx.poststukken.learned()
    }

    struct Ontvanger: Sendable {
        let naam: String
        let email: String?
    }
}
