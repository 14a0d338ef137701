import Basics
import Exchange
import Recht
import Zaken

extension Incassodienst {
    /// The answer that says that a mandate is given now, and the one that says that the customer still has to sign.
    private static let given = "nieuw"

    /// The mandate that an arrangement by direct debit is collected with: the one that was chosen, or a new one. Where there
    /// is none yet somebody asks the customer for it, before the first collection has to be announced.
    func mandate(for vraag: Dienstvraag, _ regeling: Betalingsregeling, _ act: Act) throws {
        let creditors = Set(try act.tx.vorderingen.all(of: vraag.zaak.id).filter(\.isOpen).map(\.schuldeiser))
        guard let creditor = creditors.first, creditors.count == 1 else { return try ask(vraag, regeling, act) }
        if vraag.invoer["machtiging"]?.text == Incassodienst.given, let iban = vraag.invoer["machtigingIban"]?.text {
            try Machtiging.Granting(
                partij: vraag.zaak.partij, schuldeiser: creditor, iban: iban, naam: "",
                getekend: vraag.invoer["machtigingGetekend"]?.day ?? act.today,
                bewijs: vraag.invoer["machtigingBewijs"]?.text ?? ""
            ).run(in: act)
            return
        }
        let holds = try act.tx.machtigingen.holding(for: vraag.zaak, on: act.today, recht.directDebits).contains {
            $0.schuldeiser == creditor
        }
        if !holds { try ask(vraag, regeling, act) }
    }

    private func ask(_ vraag: Dienstvraag, _ regeling: Betalingsregeling, _ act: Act) throws {
        let notice = recht.directDebits.rules.value(on: act.today)?.noticeDays ?? 14
        let last = (regeling.termijnen.first?.vervaldag ?? act.today) + -(notice + 3)
        try Taak.Opdracht(
            zaak: vraag.zaak.id, formulier: "machtiging_vragen", uiterlijk: max(act.today, last)
        ).run(in: act)
    }
}

extension MachtigingStore {
    /// The mandates of a person that hold today and with which the open claims of a zaak can be collected.
    func holding(for zaak: Zaak, on today: Day, _ table: DirectDebitTable) throws -> [Machtiging] {
        let creditors = Set(try tx.vorderingen.all(of: zaak.id).filter(\.isOpen).map(\.schuldeiser))
        return try all(of: zaak.partij).filter {
            creditors.contains($0.schuldeiser) && $0.bezwaar(on: today, table) == nil
        }
    }
}

extension Machtiging {
    /// The mandate as an answer of a form: by its reference, told by what the customer recognises.
    var keuze: JSON {
        ["waarde": .string(kenmerk), "label": .string("\(naam), … \(iban.text.suffix(4)) (\(getekend))")]
    }
}
