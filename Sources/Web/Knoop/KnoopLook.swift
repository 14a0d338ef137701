import Basics
import Database
import Incasso
import Klanten
import Recht
import Zaken

/// All that the page of a guidance tells of, read in one transaction.
struct KnoopLook: Sendable {
    let partij: Partij
    let open: [Zaak]
    let claims: [(vordering: Vordering, schuldeiser: String)]
    let knoop: Knoop?
    let zaak: Zaak?
    let elders: [SchuldElders]
    let doorverwijzingen: [Doorverwijzing]
    /// What may go along with a warm handover, as it stands.
    let meegaven: [String: Meegave]
    /// The municipality where the person lives, and the town where that is not known.
    let gemeente: String?
    let past: [Knoop]
    let missed: Int
    let states: Int
    let colleagues: Colleagues

    init?(_ id: Identifier<Partij>, in act: Act, _ recht: RechtTables) throws {
        let tx = act.tx
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        let all = try tx.zaken.all(of: id)
        open = all.filter { $0.isOpen && $0.zaaktype != Knoop.zaaktype }
        claims = try open.flatMap { try tx.vorderingen.all(of: $0.id) }.filter(\.isOpen).map {
            ($0, try tx.schuldeisers.find($0.schuldeiser)?.naam ?? $0.schuldeiser)
        }
        let knopen = try tx.knopen.all(of: id)
        // The aftercare belongs to the guidance: it stays in view until its zaak is closed.
        let current = try knopen.first { one in try tx.zaken.find(one.zaak)?.isOpen == true }
        knoop = current
        zaak = try current.flatMap { try tx.zaken.find($0.zaak) }
        elders = try current.map { try tx.schuldenElders.all(of: $0.id) } ?? []
        doorverwijzingen = try current.map { try tx.doorverwijzingen.all(of: $0.id) } ?? []
        meegaven = try current.map { try act.meegaven(of: $0) } ?? [:]
        let town = partij.adres?.plaats
        gemeente = try town.flatMap { try tx.gemeenten.find(plaats: $0, recht)?.naam } ?? town
        past = knopen.filter { $0.id != current?.id }
        missed = try all.flatMap { try tx.regelingen.all(of: $0.id) }.count { $0.staat == .vervallen }
        states = try tx.toestanden.all(of: id).count { $0.opgeheven == nil }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}
