extension Claim {
    private static let verbs: Set<String> = [
        "is", "zijn", "bedraagt", "bedragen", "kost", "kosten", "duurt", "duren", "geldt", "wordt", "worden",
    ]
    private static let reach = 10

    /// Read from the words of a sentence: a subject, one of a few verbs, and a number behind it in the same clause.
    static func value(_ sentence: Sentence) -> Claim? {
        let tokens = sentence.tokens
        guard let verb = tokens.prefix(Self.reach).firstIndex(where: { Self.verbs.contains($0.text) }), verb > 0,
            !tokens[..<verb].contains(where: { $0.mark != nil })
        else { return nil }
        let end = tokens[verb...].firstIndex { $0.mark != nil } ?? tokens.count - 1
        let numbers = QuantityReader.quantities(in: tokens).filter {
            $0.tokens.lowerBound > verb && $0.tokens.lowerBound <= end && Self.isMeasured($0)
        }
        let named = sentence.terms.filter { $0.tokens.upperBound <= verb && $0.weight >= 0.3 }
        let strong = named.filter { $0.weight >= 0.6 }
        // An everyday noun is the subject where there is no other: `een nieuwe pas`.
        let subject = strong.isEmpty ? Array(named.suffix(1)) : strong
        let first = tokens[..<verb].firstIndex { ["van", "voor", "bij", "op", "in"].contains($0.text) } ?? verb
        guard let head = subject.last(where: { $0.tokens.lowerBound < first }) ?? subject.last, numbers.count == 1
        else {
            return nil
        }
        return Claim(.value, of: subject, head: head, numbers[0])
    }
}
