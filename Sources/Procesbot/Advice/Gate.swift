/// The questions that are turned away before the library is opened.
enum Gate {
    static func reason(_ question: String, _ tokens: [Token], _ form: QuestionForm) -> Refusal.Reason? {
        guard tokens.contains(where: { $0.text.count > 1 }) else { return .emptyQuestion }
        let own = outsideQuotes(question)
        if changesRules(own) || dictates(own) { return .changesRules }
        if asksOthersData(Tokenizer.tokens(of: own)) { return .asksOthersData }
        return nil
    }

    /// What stands between quotation marks was said by someone else: it is content, never an order to the adviser.
    private static func outsideQuotes(_ text: String) -> String {
        var output = ""
        var inside = false
        for character in text {
            switch character {
            case "\"", "“", "”", "„", "«", "»": inside.toggle()
            default: if !inside { output.append(character) }
            }
        }
        return inside ? text : output
    }

    /// The bytes between quotation marks.
    static func quotedRanges(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: Int?
        var place = 0
        var isSingle = false
        for (number, character) in text.enumerated() {
            let single = isQuote(character, number, in: text, open != nil)
            // What a sign opened, only its own kind closes.
            if "\"“”„«»".contains(character) || single, open == nil || single == isSingle {
                isSingle = single
                if let start = open { ranges.append(start..<place) }
                open = open == nil ? place : nil
            }
            place += String(character).utf8.count
        }
        return ranges
    }

    /// `'in de wacht'`: a single quotation mark, and no apostrophe.
    private static func isQuote(_ character: Character, _ number: Int, in text: String, _ isOpen: Bool) -> Bool {
        guard "'‘’".contains(character) else { return false }
        let place = text.index(text.startIndex, offsetBy: number)
        let before = place > text.startIndex ? text[text.index(before: place)] : " "
        let next = text.index(after: place)
        let behind = next < text.endIndex ? text[next] : " "
        return isOpen ? !behind.isLetter : before.isWhitespace && behind.isLetter && text[next...].contains(character)
    }
}
