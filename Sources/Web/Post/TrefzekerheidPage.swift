import Postvak

/// How often the proposals were right: a table of months and kinds, from what people confirmed.
struct TrefzekerheidPage: Page {
    let kinds: [Kind]
    let months: [Month]
    let empty: Empty?

    struct Kind: Sendable {
        let name: String
    }

    struct Month: Sendable {
        let name: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let name: String
        let share: String
        let detail: String
    }

    static let template = "post/trefzekerheid"
    static let area: Area? = .post

    static let sample = TrefzekerheidPage(
        kinds: [Kind(name: "Klacht")],
        months: [Month(name: "2026-06", cells: [Cell(name: "Klacht", share: "90%", detail: "9 van 10")])],
        empty: Empty(title: "Nog niets bevestigd", text: "Bevestig mails om cijfers te krijgen.", way: nil))

    static let variants: [(name: String, page: TrefzekerheidPage)] = [
        ("gevuld", TrefzekerheidPage(kinds: sample.kinds, months: sample.months, empty: nil))
    ]
}

extension TrefzekerheidPage {
    init(_ all: [Trefzekerheid], _ words: Words) {
        let shown = Mailsoort.allCases.filter { kind in all.contains { $0.soort == kind } }
        let months = Set(all.map(\.maand)).sorted(by: >).prefix(24)
        self.init(
            kinds: shown.map { Kind(name: words("post.kind_\($0.rawValue)")) },
            months: months.map { month in
                Month(
                    name: month,
                    cells: shown.map { kind in
                        Cell(all.first { $0.maand == month && $0.soort == kind }, kind, words)
                    })
            },
            empty: all.isEmpty
                ? Empty(
                    title: words("post.no_figures"), text: words("post.no_figures_text"),
                    way: Way(words("post.title"), PostPaths.list())) : nil)
    }
}

extension TrefzekerheidPage.Cell {
    init(_ one: Trefzekerheid?, _ kind: Mailsoort, _ words: Words) {
        name = words("post.kind_\(kind.rawValue)")
        share = one.map { "\($0.percentage)%" } ?? "–"
        detail =
            one.map {
                words(
                    "post.figures_detail",
                    ["n": words.number($0.goed), "much": words.number($0.teVeel), "missed": words.number($0.gemist)])
            } ?? ""
    }
}
