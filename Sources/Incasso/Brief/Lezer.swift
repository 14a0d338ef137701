import Basics
import Klanten
import Recht
import Zaken

/// To whom a letter is really addressed: the debtor, or who speaks for them.
struct Lezer {
    let naam: String
    let adres: Adres?
    let email: String?
    let isDebiteur: Bool

    var letterFacts: JSON { ["naam": .string(naam), "adres": adres?.letterFacts ?? .null] }
}

extension Act {
    /// The debtor, or the bewindvoerder, curator, heir or counsellor while a special state says so.
    func reader(of zaak: Zaak, _ partij: Partij, recht: RechtTables) throws -> Lezer {
        let found = try addressee(of: zaak, recht: recht)
        guard !found.isDebiteur else {
            return Lezer(naam: partij.naam, adres: partij.adres, email: partij.email, isDebiteur: true)
        }
        guard let aan = found.aan, aan.adres != nil || aan.email != nil else {
            throw BriefRefusal.noAddressee(found.rol)
        }
        return Lezer(naam: aan.naam, adres: aan.adres, email: aan.email, isDebiteur: false)
    }
}
