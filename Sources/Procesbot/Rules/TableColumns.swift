/// Tells the columns of a decision table that ask from those that answer.
enum TableColumns {
    private static let answers: Set<String> = [
        "actie", "acties", "wie", "termijn", "reactietijd", "uitkomst", "besluit", "stap", "vervolgstap", "gevolg",
        "antwoord", "aanpak", "maatregel", "oplossen",
        "urgentie", "prioriteit", "doen", "doe", "beslist", "tekent", "bevoegd", "naam", "kern", "toelichting",
        "tarief", "kosten", "leges", "advies", "resultaat", "bedrag",
        "opmerking", "uitleg", "code", "brief", "sjabloon", "team", "afdeling", "behandelaar", "afhandeling",
        "doorlooptijd", "reactie", "route", "conclusie", "output", "uitkomst", "then",
    ]

    /// Whether the first column names what can be answered, as of a list of routes or measures; its rows ask nothing of a case.
    static func namesAnswers(_ headers: [String]) -> Bool {
        headers.first.map { Tokenizer.tokens(of: $0).map(\.text).contains(where: answers.contains) } ?? false
    }

    /// The columns that hold conditions: those before the first that answers; the first when none does or it answers itself.
    static func inputs(_ headers: [String]) -> [Int] {
        let asking = headers.indices.filter { !headers[$0].hasSuffix(ModelText.answerMark) }
        if asking.count < headers.count, !asking.isEmpty { return asking }
        let isAnswer = headers.enumerated().map { number, header in
            let words = Tokenizer.tokens(of: header).map(\.text)
            return words.contains(where: answers.contains)
                || number > 0 && (isInstruction(words) || isBound(words) || year(header) != nil)
        }
        guard isAnswer.first != true, let first = isAnswer.firstIndex(of: true), first > 0 else {
            return headers.isEmpty ? [] : [0]
        }
        return Array(0..<first)
    }

    /// `Looptijd ten hoogste`, `Laagste inleg`: what the row allows, and nothing that it asks.
    private static func isBound(_ words: [String]) -> Bool {
        words.count > 1 && words.contains(where: bounding.contains)
    }

    private static let bounding: Set<String> = [
        "hoogste", "laagste", "hooguit", "hoogstens", "maximaal", "maximale", "maximum", "minimaal", "minimale",
        "minimum", "minste", "minstens", "langste", "kortste",
    ]

    /// A column that holds for one year: `2026`, `Tarief 2026`.
    static func year(_ header: String) -> Int? {
        let years = Tokenizer.tokens(of: header).compactMap { token in
            token.text.utf8.count == 4 ? Int(token.text).flatMap { (1990...2100).contains($0) ? $0 : nil } : nil
        }
        return years.count == 1 ? years[0] : nil
    }

    /// The columns that are shown: of those of several years only the one that is asked, else that of now, where there is one.
    static func shown(_ headers: [String], asked: Set<Int>, now: Int) -> [Int] {
        let years = headers.map(year)
        guard Set(years.compactMap { $0 }).count > 1 else { return Array(headers.indices) }
        let wanted = asked.isEmpty ? [now] : asked
        guard years.contains(where: { $0.map(wanted.contains) == true }) else { return Array(headers.indices) }
        return headers.indices.filter { years[$0].map(wanted.contains) ?? true }
    }

    /// `Wat je doet`, `Hoe lang`, `Naar welk loket`: behind the first column, a header that asks or speaks to the reader answers.
    private static func isInstruction(_ words: [String]) -> Bool {
        guard words.count > 1, let first = words.first else { return false }
        return ["wat", "wie", "hoe", "waar", "waarheen", "naar"].contains(first)
            || words.contains { ["je", "jij", "u", "wij", "we"].contains($0) }
    }

    /// What a cell asks under its header: `ja`, `nee`, `-`, `< 500`, `[13..24]` or words.
    static func condition(_ header: String, _ cell: String, _ reader: ConditionReader) -> Condition? {
        let value = cell.trimmed(of: "\"*`")
        if isAnything(Tokenizer.tokens(of: value)) { return nil }
        switch Folding.fold(value) {
        case "", "-", "*", "n.v.t.", "nvt", "maakt niet uit": return nil
        case "ja", "true", "wel", "yes", "x": return question(header, reader)
        case "nee", "false", "geen", "niet", "no": return question(header, reader).map(Condition.not)
        default:
            let words = spelledOut(value)
            let numbers = QuantityReader.quantities(in: Tokenizer.tokens(of: words))
            guard !numbers.isEmpty else { return .clause(reader.clause(Tokenizer.tokens(of: words)[...])) }
            return .clause(reader.clause(Tokenizer.tokens(of: joined(header, words, numbers))[...]).justSo)
        }
    }

    /// `elke stand`, `alle soorten`, `ongeacht het bedrag`: a cell that begins so asks nothing.
    private static func isAnything(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, tokens.count <= 4 else { return false }
        return ["elk", "elke", "alle", "ieder", "iedere", "ongeacht", "willekeurig"].contains(first.text)
    }

    /// A header that ends in a unit (`Looptijd in weken`, `Leeftijd (jaar)`) gives it to the bare numbers under it.
    private static func joined(_ header: String, _ words: String, _ numbers: [Quantity]) -> String {
        let tokens = Tokenizer.tokens(of: header)
        // `Dagen na de vervaldatum`: the first word may be the unit as well.
        if let first = tokens.first, tokens.count > 2, PeriodUnit(word: first.text) != nil,
            numbers.allSatisfy({ $0.measure == .count })
        {
            let unit = first.text.hasSuffix("dag") ? "dagen" : first.text
            let counted = words.split(separator: " ").map { $0.first?.isNumber == true ? $0 + " " + unit : String($0) }
            // The event before the number: just so many days, and no moment that stays behind.
            return (tokens.dropFirst(2).map(\.text) + counted).joined(separator: " ")
        }
        guard let last = tokens.last, tokens.count > 1, numbers.allSatisfy({ $0.measure == .count }),
            PeriodUnit(word: last.text) != nil || ["euro", "procent"].contains(last.text)
        else { return header + " " + words }
        let isSaid = ["in", "aantal", "hele"].contains(tokens[tokens.count - 2].text)
        let name = tokens.dropLast(isSaid ? 2 : 1).map(\.text).joined(separator: " ")
        let unit = last.text
        return name + " "
            + words.split(separator: " ").map { word in
                word.first?.isNumber == true ? word + " " + unit : String(word)
            }.joined(separator: " ")
    }

    /// What a header asks: `Heeft de klant loon of uitkering?` is `loon` or `uitkering`; whom it is about says nothing.
    private static func question(_ header: String, _ reader: ConditionReader) -> Condition? {
        var tokens = Tokenizer.tokens(of: header)[...]
        if tokens.count > 2, let first = tokens.first, DutchSyntax.finite.contains(first.text) {
            let isApart = tokens.last.map { SeparableVerb.isParticle($0.text) } ?? false
            let subject = isApart ? 0 : ["de", "het", "een"].contains(tokens[1].text) && tokens.count > 3 ? 3 : 1
            tokens = tokens.dropFirst(subject)
        }
        // `Aflosruimte per maand`: how it is counted is no part of what is asked.
        if tokens.count > 2, tokens[tokens.endIndex - 2].text == "per" { tokens = tokens.dropLast(2) }
        return reader.condition(tokens) ?? .clause(reader.clause(tokens))
    }

    private static func spelledOut(_ cell: String) -> String {
        var text = cell
        for (sign, words) in [
            ("<=", "hooguit "), (">=", "minstens "), ("≤", "hooguit "), ("≥", "minstens "), ("<", "minder dan "),
            (">", "meer dan "), ("=", "precies "), ("..", " tot en met "),
        ] {
            text = text.replacing(sign, with: words)
        }
        return text.filter { !"[]".contains($0) }
    }
}
