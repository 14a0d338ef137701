public import Basics

/// Everything that is said of the case, with the day on which advice is asked.
public struct CaseFacts: Sendable {
    let statements: [Statement]
    public let today: Day
    let model: FactModel

    /// The town that counts: the one moved to or registered in before the one merely named.
    var town: PlaceMention? {
        let mentions = statements.flatMap { statement in
            statement.places.filter { $0.relation != .left }.map { (mention: $0, weight: Self.weight(of: statement)) }
        }
        return mentions.max { $0.weight < $1.weight }?.mention
    }

    private static func weight(of statement: Statement) -> Int {
        let words = statement.tokens.map(\.text)
        if words.contains(where: { $0.hasPrefix("ingeschreven") || $0.hasPrefix("inschrijf") }) { return 3 }
        return words.contains(where: { $0.hasPrefix("verhuis") }) ? 2 : 1
    }

    /// The number that the case gives of these measures, where it gives one and no more.
    func only(_ measures: Quantity.Measure..., from origin: Statement.Origin? = nil) -> (
        value: Int, statement: Statement
    )? {
        let all = statements.filter { origin == nil || $0.origin == origin }.flatMap { statement in
            statement.quantities.filter { measures.contains($0.measure) && !$0.isAge }.compactMap { quantity in
                quantity.exact.map { (value: $0, statement: statement) }
            }
        }
        // Said twice, it is still one number.
        return Set(all.map(\.value)).count == 1 ? all[0] : nil
    }

    /// The days that a statement names, those with a year first.
    func days(of statement: Statement) -> [Day] {
        fullDays(of: statement) + shortDays(of: statement) + weekdays(of: statement)
    }

    /// `wordt vrijdag ontruimd`, `morgen`: a day of the week that is still to come.
    private func weekdays(of statement: Statement) -> [Day] {
        let words = statement.tokens.map(\.text)
        let isToCome = words.contains { Self.toCome.contains($0) }
        return words.compactMap { word in
            switch word {
            case "morgen": today + 1
            case "overmorgen": today + 2
            default:
                Self.weekdayNames.firstIndex(of: word).flatMap { name in
                    isToCome ? (1...7).lazy.map { today + $0 }.first { $0.weekday.rawValue == name + 1 } : nil
                }
            }
        }
    }

    static let weekdayNames = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]
    private static let toCome: Set<String> = [
        "wordt", "worden", "moet", "moeten", "gaat", "gaan", "komt", "komen", "zal", "zullen", "dreigt", "staat",
        "komende", "aanstaande", "volgende", "eerstvolgende", "gepland",
    ]

    /// The days with their year.
    func fullDays(of statement: Statement) -> [Day] {
        statement.quantities.filter { $0.measure == .date }.compactMap { $0.exact ?? $0.lower }
            .compactMap { Int32(exactly: $0).map(Day.init(number:)) }
    }

    /// The days without a year, as near to today as can be.
    func shortDays(of statement: Statement) -> [Day] {
        statement.tokens.indices.compactMap { place in
            DateReader.date(in: statement.tokens, at: place) == nil
                ? DateReader.dateWithoutYear(in: statement.tokens, at: place, near: today)?.day : nil
        }
    }

    /// What the fact model makes of the statements, said before asked.
    func reading(of name: String) -> (truth: Truth, statement: Statement)? {
        for statement in statements where !statement.isAsked || statement.origin != .question {
            for (entry, truth) in model.readings(of: statement.tokens, statement.terms, denied: statement.isDenied)
            where entry.name == name {
                return (statement.isUncertain ? .unknown : truth, statement)
            }
        }
        return nil
    }

    func keeping(_ isKept: (Statement) -> Bool) -> CaseFacts {
        CaseFacts(statements: statements.filter(isKept), today: today, model: model)
    }

    func adding(_ more: [Statement]) -> CaseFacts {
        CaseFacts(statements: statements + more, today: today, model: model)
    }
}
