import Basics
import Incasso
import Recht

/// Makes the list of batches.
struct IncassoPageMaker {
    let batches: [(Incassobatch, [Incassobatch.Regel])]
    let creditors: [Schuldeiser]
    let table: DirectDebitTable
    let rights: Set<Permission>
    let words: Words
    let today: Day
    let sent: FormFields
    let refusal: Refusal?

    func page() -> IncassoPage {
        IncassoPage(
            problems: refusal.map { .init(problems: $0.problems(words, .none, form: "incasso")) },
            batches: batches.map { batch($0, $1) },
            empty: batches.isEmpty
                ? Empty(title: words("batches.none"), text: words("batches.none_hint"), way: nil) : nil,
            preparing: rights.contains(.vorderingBoeken) ? preparing : nil,
            creditors: rights.contains(.incassoVrijgeven) ? creditors.map(creditor) : [])
    }

    private func batch(_ one: Incassobatch, _ lines: [Incassobatch.Regel]) -> IncassoPage.Batch {
        let standing = lines.filter { $0.staat != .vervallen }
        return IncassoPage.Batch(
            path: IncassoPaths.batch(one.id), day: words.date(one.incassodag),
            creditor: creditors.first { $0.code == one.schuldeiser }?.naam ?? one.schuldeiser,
            state: words.chip(of: one),
            detail: words("batches.sum", count: standing.count, ["sum": words.money(standing.map(\.bedrag).sum)]))
    }

    private var preparing: IncassoPage.Form {
        let first = table.firstCollection(from: today, announced: true)
        let announced = table.bankDays.adding(workdays: 2, to: table.firstCollection(from: today, announced: false))
        let options = creditors.map {
            Option($0.code, $0.naam, chosen: creditors.count == 1 || sent["schuldeiser"] == $0.code)
        }
        return IncassoPage.Form(
            path: IncassoPaths.list(),
            fields: [
                Field(
                    "schuldeiser", words("spec.creditor"), .list(options), id: "incasso-schuldeiser", isRequired: true),
                Field(
                    "dag", words("batches.day"), .date(sent["dag"] ?? announced.description), id: "incasso-dag",
                    isRequired: true),
            ],
            hint: words("batches.day_hint", ["first": words.date(first), "announced": words.date(announced)]))
    }

    private func creditor(_ one: Schuldeiser) -> IncassoPage.Creditor {
        IncassoPage.Creditor(
            name: one.naam, path: IncassoPaths.creditor(one.code),
            field: Field(
                "incassant", words("batches.identifier"), .text(one.incassant ?? ""), id: "incassant-\(one.code)",
                isRequired: true))
    }
}

extension Words {
    /// How far a batch is.
    func chip(of batch: Incassobatch) -> Chip {
        let tone =
            switch batch.staat {
            case .voorbereid: "attention"
            case .vrijgegeven: "calm"
            case .vervallen: "unknown"
            }
        return Chip(self("batches.state_\(batch.staat.rawValue)"), tone)
    }
}

extension Words {
    /// How much was left out of a batch, by its reason.
    fileprivate func list(_ skipped: [String: Int]) -> String {
        skipped.sorted { $0.key < $1.key }.map { "\(self("batches.why_\($0.key)")) (\(number($0.value)))" }
            .joined(separator: "; ")
    }
}

extension IncassoRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .notAnIBAN: words("batches.no_iban")
        case .referenceInvalid: words("batches.reference_invalid")
        case .referenceTaken: words("batches.reference_taken")
        case .signedInFuture: words("batches.signed_in_future")
        case .proofMissing: words("batches.proof_missing")
        case .unknownCreditor: words("batches.unknown_creditor")
        case .unknownMachtiging, .unknownBatch, .unknownLine: words("batches.unknown")
        case .alreadyWithdrawn: words("batches.already_withdrawn")
        case .noCreditorIdentifier: words("batches.no_identifier")
        case .notABankDay(let day): words("batches.no_bank_day", ["day": words.date(day)])
        case .tooSoon(let first): words("batches.too_soon", ["day": words.date(first)])
        case .nothingToCollect: words("batches.nothing")
        case .allSkipped(let reasons): words("batches.all_skipped", ["why": words.list(reasons)])
        case .notPrepared: words("batches.not_prepared")
        case .changedMeanwhile: words("refusals.changed_meanwhile")
        case .ownBatch: words("batches.own")
        case .notReturned, .noSecondTry: words("batches.no_second_try")
        }
    }
}
