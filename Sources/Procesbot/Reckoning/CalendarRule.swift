import Basics

/// A day that a sentence names by the calendar and not by counting: `de eerste dag van de maand na de aanvraag`.
enum CalendarRule {
    /// The day that the words point at, seen from a date; nothing where they name none.
    static func day(in tokens: [Token], from start: Day) -> Day? {
        let words = tokens.map(\.text)
        let text = " " + words.joined(separator: " ") + " "
        func has(_ phrases: String...) -> Bool { phrases.contains { text.contains(" " + $0 + " ") } }
        if let last = cutoff(tokens) { return next(start, months: start.day <= last ? 1 : 2) }
        if has("eerste dag van de volgende maand", "eerste dag van de maand na", "eerste van de maand na")
            || has(
                "eerste dag van de maand volgend", "eerste dag van de maand die volgt", "eerste van de volgende maand")
        {
            return next(start, months: 1)
        }
        if let months = monthAfter(words) { return next(start, months: months + 1).map { $0 - 1 } }
        if has("laatste dag van de maand", "einde van de maand", "eind van de maand") {
            return next(start, months: 1).map { $0 - 1 }
        }
        if has("eerstvolgende werkdag", "volgende werkdag", "eerste werkdag na", "eerste werkdag daarna") {
            return WorkdayCount.end(of: 1, .workday, from: start)
        }
        if has("1 januari na", "1 januari daarna", "1 januari van het volgende jaar", "begin van het volgende jaar") {
            return Day(start.year + 1, 1, 1)
        }
        return nil
    }

    /// `uiterlijk de 20e van de maand …, dan de maand daarna`: up to that day the month after, later one month more.
    private static func cutoff(_ tokens: [Token]) -> Int? {
        let words = tokens.map(\.text)
        let text = words.joined(separator: " ")
        guard text.contains("maand daarna") || text.contains("maand erna") || text.contains("volgende maand"),
            let month = words.indices.dropFirst(2).first(where: {
                words[$0] == "maand" && words[$0 - 1] == "de" && words[$0 - 2] == "van"
            }), month >= 3, words[..<month].contains("uiterlijk") || words[..<month].contains("voor"),
            let day = Int(words[month - 3].prefix(while: \.isNumber)), (1...31).contains(day)
        else { return nil }
        return words[..<month].contains("uiterlijk") ? day : day - 1
    }

    /// `het einde van de tweede maand na …`: which month.
    private static func monthAfter(_ words: [String]) -> Int? {
        let ordinals = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"]
        return words.indices.dropFirst(4).lazy.compactMap { place -> Int? in
            guard words[place] == "maand", words[place - 2] == "de", words[place - 3] == "van",
                ["einde", "eind", "laatste", "dag"].contains(words[place - 4]),
                words.indices.contains(place + 1), words[place + 1] == "na"
            else { return nil }
            return ordinals.firstIndex(of: words[place - 1]).map { $0 + 1 }
        }.first
    }

    private static func next(_ start: Day, months: Int) -> Day? {
        let moved = Day(start.year, start.month, 1)?.adding(months: months)
        return moved
    }
}
