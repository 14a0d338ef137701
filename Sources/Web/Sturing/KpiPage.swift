import Basics
import Sturing

/// One figure unfolded: the zaken behind each of its parts.
struct KpiPage: Page {
    let number: String
    let name: String
    let value: String
    let period: String
    /// When it was counted, and whether it may still move.
    let counted: String
    let back: String
    let definition: SturingPage.Definition
    let tabs: [Way]
    /// What the rows add up to.
    let summary: String
    let rows: [Row]
    /// Whether the part is in money, and whether it is in days.
    let inMoney: Bool
    let inDays: Bool
    let empty: Empty?
    let paging: Paging?

    /// A zaak with its share.
    struct Row: Sendable {
        let number: String
        let path: String
        let person: String?
        let share: String
        let amount: String?
        let days: String?
    }

    static let template = "sturing/kpi"
    static let area: Area? = .sturing

    static let sample = KpiPage(
        number: "10", name: "Huurachterstand, alle huurders", value: "1,50%", period: "4e kwartaal 2026",
        counted: "Geteld vandaag om 12:30.", back: "/sturing?periode=2026-k4#kpi-10", definition: .sample,
        tabs: [Way("Achterstallige vorderingen", "/sturing/kpi/10", current: true, count: "1")],
        summary: "2 vorderingen, € 1.276,52, in 1 zaak",
        rows: [
            Row(
                number: "ZAAK-2026-000412", path: "/zaken/1", person: "Klant 10482", share: "2 vorderingen",
                amount: "€\u{A0}1.276,52", days: "14 dagen")
        ], inMoney: true, inDays: true, empty: nil,
        paging: Paging(text: "1 tot 100", previous: "/sturing/kpi/10", next: "/sturing/kpi/10?p=3"))

    static let variants: [(name: String, page: KpiPage)] = [
        (
            "leeg",
            KpiPage(
                number: "13", name: "Ontruimingen", value: "0", period: "4e kwartaal 2026", counted: "Geteld.",
                back: "/sturing",
                definition: .sample, tabs: sample.tabs, summary: "0 ontruimingen", rows: [],
                inMoney: false, inDays: false,
                empty: Empty(title: "Geen zaken", text: "Achter dit cijfer staat niets.", way: nil), paging: nil)
        )
    ]
}

/// Makes the page of one figure.
struct KpiPageMaker {
    let kpi: Kpi
    let deel: Onderdeel
    let found: SturingLook
    let rows: [Zaakregel]
    let page: Int
    let words: Words
    let rights: Set<Permission>

    static let size = 100

    private var counted: Tellingen { found.reeks.last?.tellingen ?? Tellingen() }

    func make() -> KpiPage {
        let telling = counted[deel]
        return KpiPage(
            number: kpi.rawValue, name: words("sturing.name_\(kpi.rawValue)"),
            value: words.short(kpi.cijfer(counted).waarde), period: words.period(found.asked.periode),
            counted: words.counted(found),
            back: SturingPaths.list() + found.asked.query + "#kpi-\(kpi.rawValue)",
            definition: words.definition(of: kpi), tabs: kpi.onderdelen.map(tab),
            summary: words(
                "sturing.in_cases", count: Int(telling.zaken), ["what": words.part(deel, telling)]),
            rows: rows.prefix(KpiPageMaker.size).map(row), inMoney: !telling.bedrag.isZero, inDays: deel.hasDays,
            empty: rows.isEmpty
                ? Empty(title: words("sturing.no_cases"), text: words("sturing.no_cases_text"), way: nil) : nil,
            paging: paging)
    }

    private func tab(_ one: Onderdeel) -> Way {
        Way(
            words("sturing.tab_\(one.rawValue)"), path(one), current: one == deel,
            count: words.number(Int(counted[one].zaken)))
    }

    private func path(_ one: Onderdeel) -> String {
        SturingPaths.kpi(kpi.rawValue) + found.asked.query + "&deel=\(one.rawValue)"
    }

    private func row(_ one: Zaakregel) -> KpiPage.Row {
        let telling = one.telling
        return KpiPage.Row(
            number: one.nummer, path: ZaakPaths.zaak(one.zaak), person: rights.seen(name: one.naam),
            share: words("sturing.part_\(deel.rawValue)", count: Int(telling.aantal)),
            amount: telling.bedrag.isZero ? nil : words.money(telling.bedrag), days: days(telling))
    }

    /// The days of a zaak's share, weighed by the amount where there is one.
    private func days(_ telling: Telling) -> String? {
        let below = telling.bedrag.isZero ? telling.aantal : telling.bedrag.cents
        guard deel.hasDays, let days = Breuk(Int128(telling.gewicht), op: Int128(below)) else { return nil }
        return words("sturing.days", ["n": words.decimal(days.text(decimals: 0))])
    }

    private var paging: Paging? {
        let hasMore = rows.count > KpiPageMaker.size
        guard page > 1 || hasMore else { return nil }
        return Paging(
            text: words("payments.page", ["n": words.number(page)]),
            previous: page > 1 ? path(deel) + "&p=\(page - 1)" : nil,
            next: hasMore ? path(deel) + "&p=\(page + 1)" : nil)
    }
}

extension Onderdeel {
    /// Whether its weight is in days.
    fileprivate var hasDays: Bool { [.betaald, .dossiersGesloten, .dossiersLopend].contains(self) }
}
