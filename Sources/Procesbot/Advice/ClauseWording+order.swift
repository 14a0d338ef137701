/// A condition that opens with its verb, as the clause that a sentence can go on with.
extension ClauseWording {
    /// `Mist de klant een termijn` as `de klant een termijn mist`, `Kan zij niet betalen` as `zij niet kan betalen`; nothing where no verb
    /// opens it before its subject.
    static func turned(_ tokens: [Token], _ words: [String]) -> [String]? {
        guard tokens.count > 2, subjects.contains(tokens[1].text), opensWithVerb(tokens), !holdsAnother(tokens) else {
            return nil
        }
        let verb = words[0].prefix(1).lowercased() + words[0].dropFirst()
        var rest = Array(words.dropFirst())
        let last = tokens[tokens.count - 1].text
        if SeparableVerb.isParticle(last), SeparableVerb.whole(at: tokens.count - 1, in: tokens) != nil {
            rest[rest.count - 1] += verb
        } else if modals.contains(tokens[0].text), last.hasSuffix("en") {
            rest.insert(verb, at: rest.count - 1)
        } else {
            rest.append(verb)
        }
        return rest
    }

    /// `Kwam er een vordering bij die te laat is`: with a clause of its own inside, its words stay as they are.
    private static func holdsAnother(_ tokens: [Token]) -> Bool {
        tokens.dropFirst(2).contains { DutchSyntax.finite.contains($0.text) || relative.contains($0.text) }
    }

    private static let relative: Set<String> = ["die", "dat", "waar", "wie", "of", "omdat", "als"]

    private static func opensWithVerb(_ tokens: [Token]) -> Bool {
        DutchSyntax.finite.contains(tokens[0].text) || DutchSyntax.opensWithVerb(tokens)
    }

    private static let modals: Set<String> = [
        "kan", "kun", "kunnen", "mag", "mogen", "moet", "moeten", "wil", "willen", "zal", "zullen", "gaat", "gaan",
        "hoeft", "hoeven",
    ]
}
