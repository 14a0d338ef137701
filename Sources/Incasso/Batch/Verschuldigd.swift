import Basics
import Recht
import Zaken

/// An amount that is due on a zaak and may be collected with a mandate.
struct Verschuldigd: Hashable {
    let sleutel: Incassobatch.Sleutel
    let bedrag: Money
    let omschrijving: String
}

/// Why a due amount is left out of a batch, or falls out of it; the string tables keep the sentences.
enum Weigering: String, Error {
    case machtiging, zaakStaatStil = "zaak_staat_stil", toestand, verjaard, andereSchuldeiser = "andere_schuldeiser"
    case storno, bedragVeranderd = "bedrag_veranderd", teLaatAangekondigd = "te_laat_aangekondigd", loopt
    case betaaltZelf = "betaalt_zelf"
    case achterstand, batchVervallen = "batch_vervallen"
}

extension Act {
    /// What is due on a zaak by a day: the instalments of the arrangement that runs, else the claims, unless some are in
    /// arrears for long and ask for an arrangement first; asked of the special states, the pause and limitation.
    func verschuldigd(
        on zaak: Zaak, by day: Day, to schuldeiser: String, gathered: Day, recht: RechtTables
    ) throws -> [Verschuldigd] {
        guard zaak.isOpen, zaak.opgeschort == nil else { throw Weigering.zaakStaatStil }
        let claims = try tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
        let own = try collectable(claims, of: zaak, recht)
        guard let regeling = try tx.regelingen.running(for: zaak.id) else {
            let due = own.filter { $0.schuldeiser == schuldeiser && $0.vervaldatum <= day }
            let oldest = gathered + -(recht.directDebits.rules.value(on: gathered)?.arrearsDays ?? 31)
            guard due.allSatisfy({ $0.vervaldatum >= oldest }) else { throw Weigering.achterstand }
            return due.map {
                Verschuldigd(
                    sleutel: .vordering($0.id), bedrag: $0.saldo.totaal,
                    omschrijving: "\($0.omschrijving) \($0.factuurnummer)")
            }
        }
        guard regeling.betaalwijze == nil || regeling.betaalwijze == .incasso else { throw Weigering.betaaltZelf }
        guard claims.allSatisfy({ $0.schuldeiser == schuldeiser }) else { throw Weigering.andereSchuldeiser }
        guard own.count == claims.count else { throw Weigering.toestand }
        return regeling.termijnen.filter { !$0.open.isZero && $0.vervaldag <= day }.map {
            Verschuldigd(
                sleutel: .termijn(regeling.id, $0.nummer), bedrag: $0.open,
                omschrijving: "\(zaak.nummer) \($0.nummer)/\(regeling.termijnen.count)")
        }
    }

    private func collectable(_ claims: [Vordering], of zaak: Zaak, _ recht: RechtTables) throws -> [Vordering] {
        do { return try allowed(.incasso, of: claims, on: zaak, recht: recht) } catch is ToestandRefusal {
            throw Weigering.toestand
        } catch is VerjaringRefusal { throw Weigering.verjaard }
    }

    /// Whether a due amount stands in a collection already, or was taken back and got no second chance.
    func eerder(_ sleutel: Incassobatch.Sleutel) throws -> Weigering? {
        let earlier = try tx.incassobatches.regels(for: sleutel)
        if earlier.contains(where: { [.gepland, .aangeboden, .ontvangen].contains($0.staat) }) { return .loopt }
        let returned = earlier.filter { $0.staat == .gestorneerd }
        return returned.count > 1 || returned.contains { !$0.herkansing } ? .storno : nil
    }
}
