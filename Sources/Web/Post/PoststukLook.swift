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
    /// Whom the answer may go to: who the reader asked for, or else who wrote, first.
    let receivers: [Poststuk.Ontvanger]
    /// Whether who wrote is the first of them.
    let isToWriter: Bool
    /// Whether the klant may be asked for money now.
    let question: Geldvraag
    /// What was answered, with how each letter stands.
    let answers: [(brief: Brief, delivery: Brief.Bezorging?)]
    /// The files that are programs or not what their name says.
    let oddities: [Int: Oddity]
    let colleagues: Colleagues
    let next: Identifier<Poststuk>?
    let learned: Int

    init?(_ id: Identifier<Poststuk>, aan: String?, in act: Act) throws {
        let tx = act.tx
        guard let one = try tx.poststukken.find(id) else { return nil }
        self.one = one
        files = try tx.poststukken.bijlagen(of: id)
        found = one.staat == .nieuw ? try one.vondsten(in: tx) : []
        confirmed = try tx.poststukken.bevestigd(of: id)
        zaak = try one.zaak.flatMap(tx.zaken.find)
        person = try one.partij.flatMap(tx.partijen.find)
        let all = try one.ontvangers(in: act)
        receivers = all.leading { $0.rol.rawValue == aan }
        isToWriter = receivers.first == all.first
        question = try one.zaak.map(act.geldvraag(on:)) ?? .mag
        let deliveries = try one.zaak.map(tx.brieven.deliveries) ?? [:]
        answers = try tx.poststukken.antwoorden(op: id).map { ($0, deliveries[$0.document]) }
        oddities = try files.reduce(into: [:]) { found, file in found[file.nummer] = try Oddity(file, in: tx) }
        colleagues = Colleagues(all: try tx.gebruikers.all())
        next = try Postlijst().next(after: id, in: tx)
        learned = try tx.poststukken.learned()
    }

    /// Why a file is not what it looks like.
    enum Oddity: Sendable {
        case program
        /// Named a PDF without being one (ISO 32000-1, 7.5.2).
        case noPDF

        init?(_ file: Bijlage, in tx: Transaction) throws {
            guard let hash = file.hash else { return nil }
            let start = try tx.inhoud.start(hash)
            if DocumentFile.isProgram(file.naam, start) {
                self = .program
            } else if file.naam.lowercased().hasSuffix(".pdf"), file.omvang > 0,
                start.firstRange(of: Array("%PDF-".utf8)) == nil
            {
                self = .noPDF
            } else {
                return nil
            }
        }
    }
}
