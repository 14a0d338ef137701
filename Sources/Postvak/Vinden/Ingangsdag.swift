public import Basics

/// The day from which a mail offers something: `vanaf 1 december`, `per 1-12-2026`, `vanaf de 25e`, `from 1 December`; only
/// one that is to come.
public enum Ingangsdag {
    private static let openings: Set<String> = ["vanaf", "per", "op", "from", "starting", "on"]
    private static let articles: Set<String> = ["de", "the"]
    private static let ranks: Set<String> = ["e", "ste", "de", "st", "nd", "rd", "th"]
    private static let months = [
        ["januari", "jan", "january"], ["februari", "feb", "february"], ["maart", "mrt", "march"], ["april", "apr"],
        ["mei", "may"], ["juni", "jun", "june"], ["juli", "jul", "july"], ["augustus", "aug", "august"],
        ["september", "sep", "sept"], ["oktober", "okt", "october", "oct"], ["november", "nov"],
        ["december", "dec"],
    ]

    /// Nothing where there is none, or more than one.
    static func day(in text: String, after today: Day) -> Day? {
        let words = text.lowercased().split { $0.isWhitespace || ",;()?!".contains($0) }.map(String.init)
        let found = words.indices.dropLast().compactMap { index in
            openings.contains(words[index])
                ? day(Array(words[(index + 1)...].drop { articles.contains($0) }.prefix(3)), after: today) : nil
        }
        return Set(found).count == 1 ? found.first : nil
    }

    /// The day that notes name, also without a word before it: `volgende week dinsdag`, `morgen`, `over twee weken`,
    /// `4 december`; nothing where there is none, or more than one.
    public static func named(in text: String, after today: Day) -> Day? {
        let words = text.lowercased().split { $0.isWhitespace || ",;()?!".contains($0) }.map {
            String($0.last == "." ? $0.dropLast() : $0)
        }
        let found = words.indices.compactMap { index -> Day? in
            let rest = Array(words[index...].prefix(3))
            let before = Array(words[max(0, index - 2)..<index])
            if let day = relative(rest, before: before, today) { return day }
            guard words[index].first?.isNumber == true else { return nil }
            return rest.count > 1 || rest[0].contains("-") ? day(rest, after: today) : nil
        }
        return Set(found).count == 1 ? found.first : nil
    }

    /// A day told from today.
    private static func relative(_ words: [String], before: [String], _ today: Day) -> Day? {
        if let days = ["morgen": 1, "overmorgen": 2, "tomorrow": 1][words[0]] { return today + days }
        if words[0] == "over", words.count > 2, let count = Int(words[1]) ?? counts[words[1]] {
            return spans[words[2]].map { today + count * $0 }
        }
        guard let weekday = weekdays.firstIndex(where: { $0.contains(words[0]) }) else { return nil }
        let ahead = (weekday + 1 - today.weekday.rawValue + 7) % 7
        // `volgende week dinsdag` is that of the week after this one, `dinsdag` the first to come.
        guard before == ["volgende", "week"] || before == ["next", "week"] else {
            return today + (ahead == 0 ? 7 : ahead)
        }
        return today + (7 - today.weekday.rawValue) + weekday + 1
    }

    private static let weekdays = [
        ["maandag", "monday"], ["dinsdag", "tuesday"], ["woensdag", "wednesday"], ["donderdag", "thursday"],
        ["vrijdag", "friday"], ["zaterdag", "saturday"], ["zondag", "sunday"],
    ]
    private static let counts = ["een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6]
    private static let spans = ["dag": 1, "dagen": 1, "week": 7, "weken": 7]

    private static func day(_ words: [String], after today: Day) -> Day? {
        guard let first = words.first else { return nil }
        let parts = first.split { "-/.".contains($0) }.map(String.init)
        if parts.count >= 2 {
            return day(parts[0], month: Int(parts[1]), parts.count > 2 ? parts[2] : nil, after: today)
        }
        let name = words.dropFirst().first?.filter(\.isLetter) ?? ""
        let month = months.firstIndex { $0.contains(name) }.map { $0 + 1 }
        return month == nil
            ? next(first, after: today) : day(first, month: month, words.count > 2 ? words[2] : nil, after: today)
    }

    /// The next such day of a month: `25e`.
    private static func next(_ rank: String, after today: Day) -> Day? {
        guard let number = Int(rank.prefix(while: \.isNumber)), ranks.contains(rank.filter(\.isLetter)) else {
            return nil
        }
        return (1...62).lazy.map { today + $0 }.first { $0.day == number }
    }

    /// Without a year the next such day.
    private static func day(_ number: String, month: Int?, _ year: String?, after today: Day) -> Day? {
        guard let number = Int(number.filter(\.isNumber)), let month else { return nil }
        let given = year.flatMap { Int($0.filter(\.isNumber)) }.flatMap { (2000...2100).contains($0) ? $0 : nil }
        let years = given.map { [$0] } ?? [today.year, today.year + 1]
        return years.lazy.compactMap { Day($0, month, number) }.first { $0 > today }
    }
}
