/// A word with a tone; the tone is also in the word.
struct Chip: Sendable, Hashable {
    let label: String
    /// `calm`, `attention`, `urgent`, `note`, `accent`, `unknown`, or empty.
    let tone: String

    init(_ label: String, _ tone: String = "") {
        self.label = label
        self.tone = tone
    }
}

/// A choice in a list, or a filter that may be on.
struct Option: Sendable, Hashable {
    let value: String
    let label: String
    let chosen: Bool

    init(_ value: String, _ label: String, chosen: Bool = false) {
        self.value = value
        self.label = label
        self.chosen = chosen
    }
}

extension Words {
    /// The answers yes and no, with what was chosen.
    func yesNo(typed: String) -> [Option] {
        [
            Option("ja", self("common.answer_yes"), chosen: typed == "ja"),
            Option("nee", self("common.answer_no"), chosen: typed == "nee"),
        ]
    }

    /// The same, neither chosen unless one is given.
    func yesNo(_ chosen: Bool? = nil) -> [Option] { yesNo(typed: chosen.map { $0 ? "ja" : "nee" } ?? "") }
}

/// A way to another look at the same things.
struct Way: Sendable, Hashable {
    let label: String
    let path: String
    let current: Bool
    let count: String?

    init(_ label: String, _ path: String, current: Bool = false, count: String? = nil) {
        self.label = label
        self.path = path
        self.current = current
        self.count = count
    }
}

/// Nothing to show: why, and what to do next.
struct Empty: Sendable, Hashable {
    let title: String
    let text: String
    let way: Way?
}

/// Where one is in a long list.
struct Paging: Sendable, Hashable {
    let text: String
    let previous: String?
    let next: String?
}

/// Something that must be seen before anything is done.
struct Banner: Sendable, Hashable {
    let tone: String
    let title: String
    let text: String
    /// Where to look at it.
    var way: Way? = nil
}

/// What was refused, as a sentence with a link to the field it is about.
struct Problem: Sendable, Hashable {
    let text: String
    let anchor: String?
}

/// One line of a timeline.
struct Happening: Sendable {
    let day: String
    let clock: String?
    let machine: String
    let sign: String
    let tone: String
    let what: String
    let detail: String?
    let who: String?
    let link: Way?

    /// The same line with another detail.
    func saying(_ detail: String) -> Happening {
        Happening(
            day: day, clock: clock, machine: machine, sign: sign, tone: tone, what: what, detail: detail, who: who,
            link: link)
    }
}
