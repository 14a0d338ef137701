/// Cuts a question or note into statements, each with what it counts, where it is and whether it is denied.
struct StatementReader {
    let lexicon: Lexicon
    let places: PlaceReader

    func statements(in text: String, origin: Statement.Origin) -> [Statement] {
        let source = SourceText(text)
        return SentenceCutter.ranges(in: source, source.bytes.indices, isTyped: true).flatMap { range -> [Statement] in
            let sentence = source.quote(range)
            let tokens = Tokenizer.tokens(of: sentence)
            let asked = sentence.trimmed(of: "\"' ").hasSuffix("?") || Self.asks(tokens)
            let end = aside(in: sentence, tokens) ?? tokens.endIndex
            let said = clauses(Array(tokens[..<end])).map { clause in
                statement(
                    Array(clause), of: sentence,
                    asked: asked && (clause.endIndex == end || Self.asks(Array(clause)))
                        || Self.asksSelf(clause, at: clause.startIndex), origin: origin)
            }
            return said
                + clauses(Array(tokens[end...])).map {
                    statement(Array($0), of: sentence, asked: Self.asksSelf($0, at: $0.startIndex), origin: origin)
                }
        }
    }

    /// Where `(openstaand 640 euro; werkt in loondienst)` begins, at the end of a sentence: what is told in it is no part of what is asked.
    private func aside(in sentence: String, _ tokens: [Token]) -> Int? {
        let bytes = Array(sentence.utf8)
        guard let open = bytes.lastIndex(of: UInt8(ascii: "(")), let close = bytes.lastIndex(of: UInt8(ascii: ")")),
            open < close, let last = tokens.last, last.range.lowerBound < close,
            let first = tokens.firstIndex(where: { $0.range.lowerBound > open }), first > 0, tokens.count - first > 2
        else { return nil }
        return first
    }

    /// `wat kost een sleutel`: who types in haste leaves the mark out.
    private static func asks(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, tokens.count > 2 else { return false }
        return asking.contains(first.text)
            || first.text == "wat" && ["ik", "we", "wij", "je", "jij", "u"].contains(tokens[2].text)
            || first.text == "wat" && DutchSyntax.isFinite(1, in: tokens)
            || first.text == "wat"
                && ["kost", "doe", "gebeurt", "betekent", "krijgt", "betaalt"].contains(tokens[1].text)
    }

    /// Words that open a question, and verbs that stand before who does it.
    private static let asking: Set<String> = [
        "hoe", "hoeveel", "hoelang", "wie", "welke", "welk", "wanneer", "waar", "waarom", "mag", "mogen", "kan", "kun",
        "kunnen", "moet", "moeten", "hoef",
    ]

    private func statement(_ tokens: [Token], of text: String, asked: Bool, origin: Statement.Origin) -> Statement {
        let terms = lexicon.terms(of: tokens)
        let from = tokens.first?.range.lowerBound ?? 0
        let to = tokens.last?.range.upperBound ?? 0
        return Statement(
            text: SourceText(text).quote(from..<to), tokens: tokens, terms: terms,
            quantities: QuantityReader.quantities(in: tokens), places: places.places(in: tokens),
            isDenied: Denial.isDenied(tokens, terms), isUncertain: Denial.isUncertain(tokens), isAsked: asked,
            origin: origin)
    }

    /// Between commas, semicolons and the words that put clauses together.
    private func clauses(_ tokens: [Token]) -> [ArraySlice<Token>] {
        var clauses: [ArraySlice<Token>] = []
        var start = 0
        for (index, token) in tokens.enumerated() {
            let joins =
                ["en", "maar", "want", "terwijl", "omdat", "dus"].contains(token.text)
                && (index - start >= 3 && tokens.count - index > 2 || sumsUp(tokens, start, index)
                    || index - start >= 2 && beginsClause(tokens, index + 1))
                && !(token.text == "en" && joinsNumbers(tokens, index)) && !onlyStresses(tokens, index)
            if joins {
                clauses.append(tokens[start..<index])
                start = index + 1
            } else if token.mark == "," || token.mark == ";" || token.mark == ":", !isLoneDenial(tokens, index + 1) {
                clauses.append(tokens[start...index])
                start = index + 1
            } else if runsOn(tokens, from: start, at: index + 1) || asksOn(tokens, from: start, at: index + 1) {
                clauses.append(tokens[start...index])
                start = index + 1
            }
        }
        if start < tokens.count { clauses.append(tokens[start...]) }
        return clauses.filter { !$0.isEmpty }
    }

    /// `krijg haar maar niet te pakken`: no clause begins, the denial is said with more force.
    private func onlyStresses(_ tokens: [Token], _ index: Int) -> Bool {
        tokens[index].text == "maar" && index > 0 && tokens[index - 1].mark == nil
            && ["niet", "geen", "niemand"].contains(tokens[index + 1].text)
    }

    /// `aangebeld, niemand`: a lone denial belongs to what it denies.
    private func isLoneDenial(_ tokens: [Token], _ index: Int) -> Bool {
        guard index < tokens.count, Denial.contains(tokens[index].text) else { return false }
        return index + 1 == tokens.count || tokens[index].mark != nil
    }

    /// `uitkering gestopt en er komt niets meer`: behind the word stand a subject and its verb.
    private func beginsClause(_ tokens: [Token], _ index: Int) -> Bool {
        index + 2 < tokens.count && Self.subjects.contains(tokens[index].text)
            && DutchSyntax.isFinite(index + 1, in: tokens)
    }

    /// `ze is net gescheiden ze kan 40 euro missen`, `hij is langs geweest stroom wordt afgesloten`: who types along leaves the marks
    /// out. A clause that has its verb is done where a subject and another verb stand, or behind its participle.
    private func runsOn(_ tokens: [Token], from start: Int, at index: Int) -> Bool {
        guard index - start >= 3, index + 2 < tokens.count, DutchSyntax.isFinite(index + 1, in: tokens),
            !Self.subordinating.contains(tokens[index - 1].text),
            tokens[start..<index].indices.contains(where: { DutchSyntax.isFinite($0, in: tokens) })
        else { return false }
        if Self.persons.contains(tokens[index].text) { return true }
        let before = tokens[index - 1].text
        let isDone = before.hasPrefix("ge") && before.count >= 5 && ["t", "d", "n"].contains { before.hasSuffix($0) }
        return isDone && !FunctionWords.all.contains(tokens[index].text) && !tokens[index].isNumeric
            && !DutchSyntax.finite.contains(tokens[index].text)
    }

    /// `klant is verhuisd mag ik nog een brief sturen`: what the writer asks of himself, behind what is told.
    private func asksOn(_ tokens: [Token], from start: Int, at index: Int) -> Bool {
        guard index - start >= 3, !Self.fronting.contains(tokens[index - 1].text),
            !Self.subordinating.contains(tokens[index - 1].text)
        else { return false }
        return Self.asksSelf(tokens[...], at: index)
    }

    /// `mag ik`, `wat moet ik`, `hoe kunnen we`.
    private static func asksSelf(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
        let words = tokens[index...].prefix(3).map(\.text)
        guard words.count == 3 else { return false }
        if modals.contains(words[0]) { return selves.contains(words[1]) }
        return ["wat", "hoe", "wanneer", "waarom"].contains(words[0]) && modals.contains(words[1])
            && selves.contains(words[2])
    }

    private static let modals: Set<String> = [
        "mag", "kan", "moet", "zal", "hoef", "mogen", "kunnen", "moeten", "zullen", "hoeven", "doe", "doen",
    ]
    private static let selves: Set<String> = ["ik", "we", "wij", "je"]
    /// Words that put the verb before its subject without asking.
    private static let fronting: Set<String> = [
        "nu", "daarom", "morgen", "vandaag", "gisteren", "eerst", "toen", "straks", "daarna", "ook", "hier", "daar",
        "zo", "misschien", "anders", "dit", "wel", "niet",
    ]

    private static let persons: Set<String> = ["hij", "zij", "ze", "ik", "we", "wij"]
    private static let subordinating: Set<String> = [
        "dat", "of", "als", "omdat", "want", "en", "maar", "wanneer", "terwijl", "die", "wat", "waar", "hoe", "hoeveel",
        "zodat", "zodra", "dan", "dus", "waarom", "wie",
    ]

    private static let subjects: Set<String> = ["er", "hij", "zij", "ze", "ik", "we", "wij", "je", "het", "dat"]

    /// `leefgeld 560 en nog een regeling van 40`, `leefgeld 450 en geen regelingen`: each thing with its own number.
    private func sumsUp(_ tokens: [Token], _ start: Int, _ index: Int) -> Bool {
        let (before, after) = (tokens[start..<index], tokens[(index + 1)...])
        return before.count >= 2 && after.count >= 2 && before.contains(where: \.isNumeric)
            && after.first?.isNumeric == false && before.first?.isNumeric == false
    }

    /// `van 600 en 300`, `tot en met 12`.
    private func joinsNumbers(_ tokens: [Token], _ index: Int) -> Bool {
        let before = tokens[index - 1], after = tokens[index + 1]
        return before.text == "tot" || after.text == "met"
            || (after.isNumeric && (before.isNumeric || tokens[max(0, index - 2)].isNumeric))
    }
}
