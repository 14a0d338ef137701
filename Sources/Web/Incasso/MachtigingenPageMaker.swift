import Basics
import Database
import Exchange
import Incasso
import Klanten
import Recht

/// All that the page of mandates tells of, read in one transaction.
struct MachtigingenLook: Sendable {
    let partij: Partij
    let mandates: [Machtiging]
    let creditors: [Schuldeiser]

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        mandates = try tx.machtigingen.all(of: id)
        creditors = try tx.schuldeisers.all()
    }
}

/// Makes the page of mandates for one reader.
struct MachtigingenPageMaker {
    let look: MachtigingenLook
    let table: DirectDebitTable
    let words: Words
    let today: Day
    let mayChange: Bool
    let sent: Sent?

    func page() -> MachtigingenPage {
        let (mandates, adding) = (look.mandates.map(mandate), mayChange ? adding : nil)
        return MachtigingenPage(
            name: look.partij.naam, klant: KlantPaths.klant(look.partij.id),
            problems: ZaakPage.Problems(
                of: sent, in: (mandates.map(\.withdrawal) + [adding]).compactMap(\.self)),
            mandates: mandates, adding: adding)
    }

    private func mandate(_ one: Machtiging) -> MachtigingenPage.Mandate {
        let objection = one.bezwaar(on: today, table)
        let facts: [(String, String?)] = [
            ("signed", words.date(one.getekend)), ("proof", one.bewijs), ("holder", one.naam),
            ("used", one.gebruikt.map(words.date)), ("why_stopped", one.reden.map(words.returnReason)),
        ]
        return MachtigingenPage.Mandate(
            reference: one.kenmerk, account: one.iban.grouped,
            creditor: look.creditors.first { $0.code == one.schuldeiser }?.naam ?? one.schuldeiser,
            facts: facts.compactMap { name, value in value.map { .init(name: words("mandates.\(name)"), value: $0) } },
            state: Chip(
                objection.map { words("mandates.\($0.rawValue)") } ?? words("mandates.holds_\(one.soort.rawValue)"),
                objection == nil ? "calm" : "attention"),
            withdrawal: mayChange && one.ingetrokken == nil
                ? Sheet(
                    IncassoPaths.withdrawal(one.id),
                    [Field("reden", words("zaak.reason"), .text(""), id: "intrek-\(one.id.text)", isRequired: true)],
                    sent: sent) : nil)
    }

    private var adding: Sheet {
        let creditors = look.creditors.map {
            Option($0.code, $0.naam, chosen: look.creditors.count == 1)
        }
        let kinds = Machtiging.Soort.allCases.map {
            Option($0.rawValue, words("mandates.kind_\($0.rawValue)"), chosen: $0 == .doorlopend)
        }
        return Sheet(
            IncassoPaths.mandates(look.partij.id),
            [
                Field(
                    "schuldeiser", words("spec.creditor"), .list(creditors), id: "machtiging-schuldeiser",
                    isRequired: true),
                text("iban", "person.iban", look.partij.iban ?? ""),
                text("naam", "mandates.holder", look.partij.naam),
                Field("soort", words("mandates.kind"), .choice(kinds), id: "machtiging-soort", isRequired: true),
                Field(
                    "getekend", words("mandates.signed"), .date(today.description), id: "machtiging-getekend",
                    isRequired: true),
                text("bewijs", "mandates.proof", "", hint: "mandates.proof_hint"),
                text("kenmerk", "mandates.reference", "", hint: "mandates.reference_hint", needed: false),
            ], sent: sent)
    }

    private func text(_ name: String, _ label: String, _ value: String, hint: String? = nil, needed: Bool = true)
        -> Field
    {
        Field(
            name, words(label), .text(value), id: "machtiging-\(name)", hint: hint.map { words($0) }, isRequired: needed
        )
    }
}

extension Words {
    /// The bank's reason code in words, or what a person wrote.
    func returnReason(_ code: String) -> String { text("returns.\(code)") ?? text("batches.why_\(code)") ?? code }
}
