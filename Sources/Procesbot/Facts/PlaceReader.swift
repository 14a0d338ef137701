/// Finds towns: names of the list, or a name with a capital behind a word that places it.
struct PlaceReader: Sendable {
    private let towns: Set<String>
    private static let inside: Set<String> = ["in", "te", "naar", "uit", "bij"]
    private static let living: Set<String> = [
        "woont", "wonen", "woonachtig", "ingeschreven", "woonplaats", "gemeente", "verhuisd", "woonde", "woonadres",
        "wonend",
    ]
    private static let notTowns: Set<String> = ["klant", "route", "uit", "de", "nieuw", "januari", "mei", "nederland"]

    init(towns: Set<String>) { self.towns = towns }

    func places(in tokens: [Token]) -> [PlaceMention] {
        tokens.indices.compactMap { index in
            guard let name = name(at: index, in: tokens) else { return nil }
            return PlaceMention(name: name, relation: relation(at: index, in: tokens), token: index)
        }
    }

    private func name(at index: Int, in tokens: [Token]) -> String? {
        let token = tokens[index]
        if towns.contains(token.text),
            token.isCapitalised || index > 0 && Self.inside.contains(tokens[index - 1].text) || isAlone(index, tokens)
        {
            return token.text
        }
        for suffix in ["ers", "er", "se", "s"] where token.isCapitalised && token.text.hasSuffix(suffix) {
            // Rotterdammers, Rotterdamse: people and things of a town.
            let base = String(token.text.dropLast(suffix.count))
            if towns.contains(base) { return base }
            if towns.contains(base + "en") { return base + "en" }
            if let last = base.last, base.hasSuffix("\(last)\(last)"), towns.contains(String(base.dropLast())) {
                return String(base.dropLast())
            }
        }
        guard index > 0, token.isCapitalised, token.text.count > 3, !Self.notTowns.contains(token.text) else {
            return nil
        }
        let before = tokens[max(0, index - 3)..<index].map(\.text)
        guard let last = before.last, ["in", "te", "naar", "buiten"].contains(last),
            before.contains(where: Self.living.contains)
        else { return nil }
        return token.text
    }

    /// `nijmegen, uitkering gestopt`: a town by itself between two marks, without its capital.
    private func isAlone(_ index: Int, _ tokens: [Token]) -> Bool {
        tokens[index].text.count > 4 && (index == 0 || tokens[index - 1].mark != nil)
            && (tokens[index].mark != nil || tokens.count == 1)
    }

    private func relation(at index: Int, in tokens: [Token]) -> PlaceMention.Relation {
        guard index > 0 else { return .inside }
        switch tokens[index - 1].text {
        case "buiten": return .outside
        case "van", "uit":
            let moves = tokens.contains { $0.text.hasPrefix("verhui") }
            return moves ? .left : .inside
        case "niet": return .outside
        default:
            let before = tokens[max(0, index - 3)..<index].map(\.text)
            return before.contains("niet") || before.contains("buiten") ? .outside : .inside
        }
    }
}
