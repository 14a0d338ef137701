import Basics

/// Reads dates as people write them: `2 maart 2026`, `2-3-2026`, `2026-03-02`, `2 mrt`.
enum DateReader {
    private static let months = [
        "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4,
        "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sep": 9,
        "sept": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]
    private static let names = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]

    /// The date that starts at a token and the token behind it; a date without a year is not a date yet.
    static func date(in tokens: [Token], at index: Int) -> (day: Day, end: Int)? {
        let token = tokens[index]
        guard token.isNumeric else { return nil }
        if token.text.contains("-") || token.text.contains("/") {
            return Day(written: token.text).map { ($0, index + 1) }
        }
        guard index + 2 < tokens.count, let number = NumberWords.whole(token),
            let month = months[tokens[index + 1].text], tokens[index + 2].isNumeric,
            let year = Int(tokens[index + 2].text), let day = Day(year, month, number)
        else { return nil }
        return (day, index + 3)
    }

    /// A day and month without a year, read as the nearest one to `today`.
    static func dateWithoutYear(in tokens: [Token], at index: Int, near today: Day) -> (day: Day, end: Int)? {
        guard index + 1 < tokens.count, tokens[index].isNumeric, let number = NumberWords.whole(tokens[index]),
            let month = months[tokens[index + 1].text]
        else { return nil }
        let candidates = (-1...1).compactMap { Day(today.year + $0, month, number) }
        return candidates.min { abs($0 - today) < abs($1 - today) }.map { ($0, index + 2) }
    }

    /// `28 december`, without a year.
    static func isDayOfMonth(at index: Int, in tokens: [Token]) -> Bool {
        guard index + 1 < tokens.count, tokens[index].isNumeric, tokens[index].mark == nil,
            isMonth(tokens[index + 1].text)
        else { return false }
        return NumberWords.whole(tokens[index]).map { (1...31).contains($0) } ?? false
    }

    static func isMonth(_ word: String) -> Bool { months[word] != nil }
    /// 1 for `januari`.
    static func month(_ word: String) -> Int? { months[word] }

    /// `oktober` for `okt`; nothing for what is written in full.
    static func fullName(ofMonth word: String) -> String? {
        month(word).map { names[$0 - 1] }.flatMap { $0 == word ? nil : $0 }
    }

    /// `30 april 2026`
    static func written(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(number) \(names[month - 1]) \(year)"
    }
}
