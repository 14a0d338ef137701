import Basics
public import Database
import Klanten
public import Zaken

extension Betaling {
    /// A payment that waits for a place, beside a zaak where it may belong.
    public struct Wachtend: Hashable, Sendable {
        public let betaling: Betaling
        public let kandidaat: Kandidaat
    }
}

extension Betaling.Kandidaat {
    /// Whether so much points here that nothing more is asked of the customer before someone looked: what was named, the
    /// account, or the amount with the name or of nobody else. A name alone is of many people.
    public var houdtOp: Bool {
        gronden.contains(.genoemd) || gronden.contains(.rekening)
            || gronden.contains(.bedrag) && (isEnige || gronden.contains(.naam))
    }
}

extension Transaction {
    /// The payments that wait and may belong to a zaak, the oldest first: those of which it is a candidate.
    public func wachtend(bij zaak: Zaak) throws -> [Betaling.Wachtend] {
        guard zaak.isOwed, try betalingen.hasUnplaced() else { return [] }
        return try betalingen.waiting(near: zaak).compactMap { betaling in
            let found = try betaling.candidates(in: self).first { $0.zaak.id == zaak.id }
            return found.map { Betaling.Wachtend(betaling: betaling, kandidaat: $0) }
        }
    }
}

extension BetalingStore {
    /// What waits and has anything of a zaak in it: an amount, an account, a reference, its number or the name of its person.
    fileprivate func waiting(near zaak: Zaak) throws -> [Betaling] {
        let claims = try tx.vorderingen.all(of: zaak.id)
        let next = try tx.regelingen.running(for: zaak.id)?.volgende?.open
        let amounts = [zaak.bedrag, next ?? zaak.bedrag] + claims.filter(\.isOpen).map(\.saldo.totaal)
        let person = try tx.partijen.find(zaak.partij)
        let name = person?.naam.split(separator: " ").last.map { BetalingStore.like(String($0)) } ?? "-"
        let named = (claims.map(\.kenmerk) + [zaak.nummer]).map { text -> Query in
            "OR replace(upper(omschrijving), ' ', '') LIKE \(BetalingStore.like(text.uppercased())) ESCAPE '!'"
        }
        return try tx.rows(
            """
            SELECT \(BetalingStore.columns) FROM betalingen WHERE staat = 'te_plaatsen' AND (bedrag IN (\(list: amounts))
                OR tegenrekening = \(person?.iban ?? "") OR kenmerk IN (\(list: claims.map(\.kenmerk) + [""]))
                OR tegenrekening IN (SELECT iban FROM machtigingen WHERE partij_id = \(zaak.partij))
                OR lower(naam) LIKE \(name.lowercased()) ESCAPE '!' \(named.reduce("", +)))
            ORDER BY datum, id LIMIT 50
            """
        ).map(Betaling.init(row:))
    }

    /// Whether anything waits for a place at all.
    fileprivate func hasUnplaced() throws -> Bool {
        try tx.first("SELECT 1 AS een FROM betalingen WHERE staat = 'te_plaatsen' LIMIT 1") != nil
    }

    /// These words anywhere in a text.
    private static func like(_ words: String) -> String {
        "%" + words.map { "%_!".contains($0) ? "!\($0)" : String($0) }.joined() + "%"
    }
}
