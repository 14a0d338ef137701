/// Which words of a text ask.
extension QuestionForm {
    /// The last sentence with a question mark, else everything.
    static func asking(_ question: String, _ tokens: [Token]) -> ArraySlice<Token> {
        guard let end = tokens.lastIndex(where: { $0.mark == "?" }) else { return reported(tokens) }
        let start = tokens[..<end].lastIndex { $0.mark == "." || $0.mark == "?" || $0.mark == "!" }.map { $0 + 1 } ?? 0
        var asking = tokens[start...end]
        // `Klant in Delft, rustig. Mag dit?` and `klant wil niet, mag dat?` ask in their last part.
        if let comma = asking.dropLast().lastIndex(where: { $0.mark == "," }), comma + 1 < end,
            opening.contains(tokens[comma + 1].text) || FunctionWords.all.contains(tokens[comma + 1].text),
            !asksToo(asking[...comma])
        {
            asking = tokens[(comma + 1)...end]
        }
        return asking
    }

    /// `… en wil weten tot welke datum dat duurt`: the question that a story without a question mark reports, else everything.
    private static func reported(_ tokens: [Token]) -> ArraySlice<Token> {
        let verb = tokens.indices.last { place in
            reporting.contains(tokens[place].text) && tokens[place].mark == nil
                && !tokens[max(0, place - 3)..<place].contains { ["laat", "laten"].contains($0.text) }
                && !isOwnAct(place, tokens)
                && tokens.dropFirst(place + 1).prefix(3).contains { interrogative.contains($0.text) || $0.text == "of" }
        }
        guard let verb, verb > 1 else { return unmarked(tokens) ?? tokens[...] }
        let end = tokens[verb...].firstIndex { $0.mark == "." || $0.mark == "!" } ?? tokens.endIndex - 1
        let asksMore = tokens[verb..<tokens.endIndex - 1].indices.dropFirst().contains {
            tokens[$0].mark != nil && interrogative.contains(tokens[$0 + 1].text)
        }
        return end - verb > 3 && !asksMore ? tokens[(verb + 1)...end] : tokens[...]
    }

    /// `Klant is verhuisd. mag de brief toch weg`: without a question mark the last sentence that opens as a question asks.
    private static func unmarked(_ tokens: [Token]) -> ArraySlice<Token>? {
        let start = tokens.indices.dropFirst().last { place in
            guard let mark = tokens[place - 1].mark, ".!;,".contains(mark) else { return false }
            // Behind a comma a new clause begins as well; only a question word tells that it asks.
            let isCut = mark != "," || interrogative.contains(tokens[place].text) && !asksToo(tokens[..<place])
            return isCut && opensQuestion(tokens[place...])
        }
        return start.map { tokens[$0...] }
    }

    /// `wat nu`, `en wie belt`, `mag dat`, `kan ik …`.
    private static func opensQuestion(_ part: ArraySlice<Token>) -> Bool {
        let words = part.prefix(3).map(\.text)
        guard words.count > 1 else { return false }
        let own = ["en", "maar", "dus", "of"].contains(words[0]) ? Array(words.dropFirst()) : words
        guard let first = own.first, own.count > 1 else { return false }
        if interrogative.contains(first) { return true }
        return turning.contains(first)
            && (DutchSyntax.determiners.contains(own[1]) || ["ik", "we", "jullie"].contains(own[1]))
    }

    private static let turning: Set<String> = [
        "mag", "kan", "moet", "is", "zijn", "heeft", "wordt", "worden", "geldt", "hoef", "hoeft", "moeten", "mogen",
        "kunnen", "gaat", "loopt", "zal", "telt", "krijgt", "blijft", "vervalt", "stopt", "begint",
    ]

    /// `Moet ik de klant vragen of …`, `mag ik weten hoe …`: what the asker may do is the question.
    private static func isOwnAct(_ place: Int, _ tokens: [Token]) -> Bool {
        let before = tokens[..<place].map(\.text)
        return zip(before, before.dropFirst()).contains {
            ["mag", "moet", "kan", "kun", "zal", "hoef", "mogen", "moeten", "kunnen"].contains($0)
                && ["ik", "we", "wij", "je"].contains($1)
        }
    }

    private static let reporting: Set<String> = [
        "weten", "vraagt", "vroeg", "vragen", "afvraagt", "gevraagd", "benieuwd",
    ]

    /// The part of the sentence that asks for a date, where it asks for more: `Uiterlijk wanneer moet ik bellen, en loopt de pauze door?`
    var askingMoment: ArraySlice<Token> { askingMoments.first ?? asking }

    /// `Wanneer de bevestiging, wanneer het antwoord, en …`: each part that asks for a moment.
    var askingMoments: [ArraySlice<Token>] {
        var parts: [ArraySlice<Token>] = []
        var start = asking.startIndex
        for place in asking.indices.dropFirst() where place - start > 3 && endsPart(place) {
            parts.append(asking[start..<place])
            start = asking[place].text == "en" ? place + 1 : place
        }
        parts.append(asking[start...])
        return parts.filter { $0.contains { Self.momentary.contains($0.text) } }
    }

    /// At `en`, and behind a comma where another question word stands.
    private func endsPart(_ place: Int) -> Bool {
        if asking[place].text == "en" { return asking.endIndex - place > 3 }
        return asking[place - 1].mark == "," && Self.interrogative.contains(asking[place].text)
    }

    /// `Uiterlijk welke dag moet ik …`
    var asksDeadline: Bool {
        let words = askingMoment.map(\.text)
        return asksMoment && words.contains { ["uiterlijk", "moet", "moeten", "moest", "had", "laatst"].contains($0) }
    }

    private static let momentary: Set<String> = ["wanneer", "datum", "dag", "uiterlijk", "snel", "termijn", "moment"]

    /// `Wanneer moet ik bellen, en vervalt de regeling?`: what stands before the last comma asks as well.
    private static func asksToo(_ before: ArraySlice<Token>) -> Bool {
        before.count > 3 && before.prefix(4).contains { interrogative.contains($0.text) }
    }

    static let interrogative: Set<String> = [
        "hoe", "wat", "welke", "welk", "wanneer", "wie", "hoeveel", "hoelang", "waar", "waarom",
    ]
}

extension QuestionForm {
    /// `Hoeveel betaalt de klant?` asks for no number of days.
    func mayAsk(for quantity: Quantity) -> Bool {
        guard case .period = quantity.measure, wants == .count else { return true }
        let words = asking.map(\.text)
        return zip(words, words.dropFirst()).contains { $0 == "hoeveel" && PeriodUnit(word: $1) != nil }
    }
}
