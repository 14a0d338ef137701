import Basics
import Database
import Exchange
import Incasso
import Klanten
import Recht
import Zaken

/// All that the page of a batch tells of, read in one transaction.
struct IncassobatchLook: Sendable {
    let batch: Incassobatch
    let creditor: String
    let lines: [Line]
    let colleagues: Colleagues

    struct Line: Sendable {
        let regel: Incassobatch.Regel
        let machtiging: Machtiging
        let zaak: Zaak
    }

    init?(_ id: Identifier<Incassobatch>, in tx: Transaction) throws {
        guard let batch = try tx.incassobatches.find(id) else { return nil }
        self.batch = batch
        creditor = try tx.schuldeisers.find(batch.schuldeiser)?.naam ?? batch.schuldeiser
        lines = try tx.incassobatches.regels(of: id).prefix(1_000).compactMap { line in
            guard let mandate = try tx.machtigingen.find(line.machtiging), let zaak = try tx.zaken.find(line.zaak)
            else {
                return nil
            }
            return Line(regel: line, machtiging: mandate, zaak: zaak)
        }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}

/// Makes the page of a batch for one reader.
struct IncassobatchPageMaker {
    let look: IncassobatchLook
    let table: DirectDebitTable
    let rights: Set<Permission>
    let login: String
    let words: Words
    let today: Day
    let sent: Sent?

    private var batch: Incassobatch { look.batch }
    private var waits: Bool { batch.staat == .voorbereid }

    func page() -> IncassobatchPage {
        let lines = look.lines.map(line)
        let standing = look.lines.map(\.regel).filter { $0.staat != .vervallen }
        return IncassobatchPage(
            title: words("batches.title_of", ["day": words.date(batch.incassodag)]), creditor: look.creditor,
            state: words.chip(of: batch), total: words.money(standing.map(\.bedrag).sum), facts: facts,
            problems: ZaakPage.Problems(of: sent, in: lines.compactMap(\.retry)), lines: lines, skipped: skipped,
            waits: waits ? waiting : nil,
            release: waits && rights.contains(.incassoVrijgeven) && batch.door != login
                ? IncassoPaths.release(batch.id) : nil,
            cancellation: waits && rights.contains(.vorderingBoeken) ? IncassoPaths.cancellation(batch.id) : nil,
            file: batch.xml != nil && rights.contains(.incassoVrijgeven) ? IncassoPaths.file(batch.id) : nil)
    }

    private var waiting: String {
        words(
            batch.door == login ? "batches.own" : "batches.waits",
            ["day": words.date(table.lastHandIn(for: batch.incassodag))])
    }

    private var facts: [IncassobatchPage.Fact] {
        let all: [(String, String?)] = [
            ("hand_in", words.date(table.lastHandIn(for: batch.incassodag))),
            (
                "prepared",
                "\(words.moment(batch.moment, today: today)) · \(look.colleagues.name(of: Medewerker(batch.door)))"
            ),
            (
                "released",
                batch.vrijgegeven.map {
                    "\(words.moment($0, today: today)) · \(look.colleagues.name(of: Medewerker(batch.vrijgegevenDoor ?? "")))"
                }
            ),
        ]
        return all.compactMap { name, value in value.map { .init(name: words("batches.\(name)"), value: $0) } }
    }

    private var skipped: [IncassobatchPage.Skipped] {
        batch.overgeslagen.sorted { $0.key < $1.key }.map {
            .init(why: words("batches.why_\($0.key)"), count: words.number($0.value))
        }
    }

    private func line(_ one: IncassobatchLook.Line) -> IncassobatchPage.Line {
        IncassobatchPage.Line(
            zaak: Way(one.zaak.nummer, ZaakPaths.zaak(one.zaak.id)), name: rights.seen(name: one.machtiging.naam),
            account: one.machtiging.iban.text.accountEnd, what: one.regel.omschrijving,
            amount: words.money(one.regel.bedrag), announced: announced(one.regel.aangekondigd),
            state: Chip(words("batches.line_\(one.regel.staat.rawValue)"), tone(one.regel.staat)),
            reason: one.regel.reden.map(words.returnReason),
            retry: one.regel.mayTryAgain && rights.contains(.vorderingBoeken)
                ? Sheet(
                    IncassoPaths.retry(one.regel.id),
                    [
                        Field(
                            "reden", words("batches.agreed"), .text(""), id: "herkansing-\(one.regel.id.text)",
                            isRequired: true)
                    ], sent: sent) : nil)
    }

    /// When the announcement left, or will.
    private func announced(_ day: Day) -> String {
        day > today ? words("batches.leaves_on", ["day": words.date(day)]) : words.date(day)
    }

    private func tone(_ state: Incassobatch.Regel.Staat) -> String {
        switch state {
        case .gepland, .aangeboden: "accent"
        case .ontvangen: "calm"
        case .gestorneerd: "urgent"
        case .vervallen: "unknown"
        }
    }
}
