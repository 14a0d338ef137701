import Basics
import Bibliotheek
import Database
import Procesbot
import Zaken

/// All that the page of a proposed change tells of, read in one transaction.
struct VoorstelLook: Sendable {
    let one: Wijzigingsvoorstel
    let title: Wijzigingsnaam
    /// The library and rules as they stand.
    let stand: String
    let isFailing: Bool
    /// The text of the source as it is cited now, and as it would be.
    let texts: (old: String, new: String)?
    let questions: [String: String]
    let colleagues: Colleagues

    init?(_ id: Identifier<Wijzigingsvoorstel>, _ bot: BotDesk, in tx: Transaction) throws {
        guard let one = try tx.voorstellen.find(id) else { return nil }
        self.one = one
        title = try Wijzigingsnaam(one.wijziging, in: tx)
        stand = try bot.plank.measured(tx)
        isFailing = try one.isMeasuring && Proefmeting.isFailing(id, tx)
        texts = try VoorstelLook.texts(one, in: tx)
        let all = bot.testvragen.all + (try tx.testvragen.all().map(\.test))
        questions = Dictionary(all.map { ($0.id, $0.vraag) }) { first, _ in first }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }

    private static func texts(_ one: Wijzigingsvoorstel, in tx: Transaction) throws -> (old: String, new: String)? {
        guard case .bron(let opgave) = one.wijziging, one.isOpen, let new = try tx.inhoud.bytes(opgave.tekst),
            let known = try tx.bronnen.find(naam: opgave.naam),
            let newest = try tx.bronnen.versions(of: known.id).first, let old = try tx.inhoud.bytes(newest.tekst)
        else { return nil }
        return (String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self))
    }
}
