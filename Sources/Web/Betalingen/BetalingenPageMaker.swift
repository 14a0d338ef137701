import Basics
import Incasso
import Klanten
import Zaken

/// Which payments a list shows.
enum BetalingTab: String, Sendable, CaseIterable {
    case waiting = "plaatsen"
    case returning = "terug"
    case all = "alle"

    var path: String { BetalingPaths.list() + (self == .waiting ? "" : "?lijst=\(rawValue)") }
}

/// Makes the list of payments.
struct BetalingenPageMaker {
    let found: BetalingenLook
    let problems: [Problem]
    let rights: Set<Permission>
    let colleagues: Colleagues
    let words: Words
    let today: Day

    func page() -> BetalingenPage {
        BetalingenPage(
            tabs: BetalingTab.allCases.map(tab), search: found.search, tab: found.tab.rawValue,
            problems: problems.isEmpty ? nil : ZaakPage.Problems(problems: problems),
            rows: found.rows.map { row($0.betaling, $0.candidates) }, accounts: accounts,
            files: found.files.map(file), empty: found.rows.isEmpty ? empty : nil, paging: paging)
    }

    private func tab(_ one: BetalingTab) -> Way {
        let count: Int? =
            switch one {
            case .waiting: found.waiting
            case .returning: found.returning.count
            case .all: nil
            }
        return Way(
            words("payments.tab_\(one.rawValue)"), one.path, current: one == found.tab, count: count.map(words.number))
    }

    private var empty: Empty {
        guard found.search.isEmpty else {
            return Empty(
                title: words("payments.none_found"), text: words("payments.search_hint"),
                way: Way(words("payments.show_all"), found.tab.path))
        }
        return Empty(
            title: words("payments.none_\(found.tab.rawValue)"),
            text: words("payments.none_\(found.tab.rawValue)_text"),
            way: rights.contains(.importDoen) ? Way(words("payments.import"), ImportPaths.list()) : nil)
    }

    private var paging: Paging? {
        guard found.page > 1 || found.hasMore else { return nil }
        func way(_ page: Int) -> String {
            let search = found.search.isEmpty ? "" : "&q=\(found.search.formEncoded)"
            return BetalingPaths.list() + "?lijst=\(found.tab.rawValue)\(search)&p=\(page)"
        }
        return Paging(
            text: words("payments.page", ["n": words.number(found.page)]),
            previous: found.page > 1 ? way(found.page - 1) : nil, next: found.hasMore ? way(found.page + 1) : nil)
    }

    /// What goes back, by the own account that it goes back from.
    private var accounts: [BetalingenPage.Account] {
        let known = found.returning.filter { $0.tegenrekening != nil }
        return Dictionary(grouping: known, by: \.rekening).sorted { $0.key < $1.key }.map { account, payments in
            let sum = words.money(payments.map(\.terugTeBetalen).sum)
            return BetalingenPage.Account(
                iban: account, text: words("payments.back", count: payments.count, ["sum": sum]),
                path: rights.contains(.vorderingAfboeken) ? BetalingPaths.repayments() : nil)
        }
    }

    private func file(_ one: Betaalbestand) -> BetalingenPage.File {
        BetalingenPage.File(
            path: BetalingPaths.repayment(one.id),
            label: words("payments.back", count: one.aantal, ["sum": words.money(one.bedrag)]),
            detail: "\(words.moment(one.moment, today: today)) · \(colleagues.name(of: Medewerker(one.door)))")
    }
}
