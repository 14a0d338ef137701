extension Gate {
    private static let commands: Set<String> = ["beslis", "besluit", "bepaal", "kies", "hak", "decide", "choose"]
    private static let deciding: Set<String> = [
        "beslis", "besluit", "bepaal", "kies", "hak", "beslist", "bepaalt", "kiest", "beslissen", "besluiten",
        "bepalen",
        "kiezen", "decide", "choose",
    ]
    /// Acts that only a person may do, as one asks another to do them.
    private static let acting: Set<String> = [
        "keur", "wijs", "laat", "boek", "schrijf", "zet", "verleng", "sluit", "accepteer", "teken", "scheld", "ken",
        "stop", "start", "neem", "maak", "vernietig", "zeg", "geef", "verleen", "ga",
    ]
    private static let decisions: Set<String> = [
        "besluit", "beslissing", "keuze", "knoop", "goed", "af", "toe", "kwijt", "of", "dicht", "het", "akkoord",
        "goedkeuring",
    ]
    private static let addressed: Set<String> = ["jij", "jou", "you", "zelf"]
    private static let sayings = [
        " laat ik aan jou ", " laat het aan jou ", " laat dit aan jou ", " aan jou over ", " aan u over ",
        " jij mag het zeggen ",
        " zeg jij het ", " zeg het maar ", " wat jij zegt ", " wat jij kiest ", " wat jij wilt ", " wat jij beslist ",
        " wat jij vindt ",
        " jij de knoop ", " je de knoop ", " voor mij de knoop ", " jouw besluit ", " jouw beslissing ", " jouw keuze ",
        " jouw oordeel ",
        " jouw uitspraak ", " geef jouw akkoord ", " geef je akkoord ", " geef akkoord ", " ga je akkoord ",
        " gaat u akkoord ",
        " akkoord van jou ", " jouw toestemming ",
    ]

    /// `Beslis jij maar`, `Keur jij het goed?`, `Ik doe wat jij zegt`: the adviser may only propose.
    static func asksDecision(_ tokens: [Token]) -> Bool {
        let tokens = withoutReports(tokens)
        let words = tokens.map(\.text)
        let joined = " " + words.joined(separator: " ") + " "
        if sayings.contains(where: joined.contains) { return true }
        return words.indices.contains { index in
            isCommanded(index, tokens, words) || isHandedOver(index, words) || isAskedFor(index, words)
        }
    }

    /// `Hij zegt steeds zeg jij het maar.`: what someone else said is told, and asks nothing of the adviser.
    private static func withoutReports(_ tokens: [Token]) -> [Token] {
        var isReport = false
        return tokens.indices.compactMap { index in
            defer { if tokens[index].mark != nil { isReport = false } }
            if reporting.contains(tokens[index].text), index > 0, !["jij", "je", "u"].contains(tokens[index - 1].text) {
                isReport = true
            }
            return isReport ? nil : tokens[index]
        }
    }

    private static let reporting: Set<String> = [
        "zegt", "zei", "roept", "riep", "mailt", "appt", "schrijft", "herhaalt",
    ]

    /// `Beslis maar`, `bepaal voor mij`, `neem jij de beslissing`, `keur dit goed`.
    private static func isCommanded(_ index: Int, _ tokens: [Token], _ words: [String]) -> Bool {
        let near = words[index...].dropFirst().prefix(7)
        if commands.contains(words[index]), !isNoun(near.first) {
            if near.prefix(2).contains(where: addressed.contains) { return true }
            if near.first == "u", opens(index, tokens) { return true }
            if near.contains("voor"), near.contains("mij") || near.contains("me") { return true }
            // `Besluit verzonden op 12 oktober` names a paper.
            if words[index] == "besluit" { return opens(index, tokens) && ordering.contains(near.first ?? "maar") }
            return opens(index, tokens) && ["beslis", "bepaal", "decide"].contains(words[index]) && near.first != "ik"
        }
        guard acting.contains(words[index]) else { return false }
        if near.first == "jij" { return near.contains(where: decisions.contains) }
        return words[index] == "keur" && opens(index, tokens) && near.first != "ik"
            && near.contains { $0 == "goed" || $0 == "af" }
    }

    /// `Kun je voor mij besluiten of …`, `wil je voor ons kiezen`.
    private static func isAskedFor(_ index: Int, _ words: [String]) -> Bool {
        guard deciding.contains(words[index]) else { return false }
        let before = words[..<index].suffix(8)
        let isAsked = zip(before, before.dropFirst()).contains {
            ["kun", "kan", "kunt", "wil", "wilt", "zou", "mag"].contains($0) && ["je", "jij", "u"].contains($1)
        }
        return isAsked
            && zip(before, before.dropFirst()).contains { $0 == "voor" && ["mij", "me", "ons"].contains($1) }
    }

    private static let ordering: Set<String> = [
        "maar", "nu", "even", "eens", "of", "zelf", "dit", "dat", "hier", "hierover", "over", "dan", "gewoon", "wat",
        "wie", "welke", "het",
    ]

    /// `Besluit van 3 mei`, `Keuze is gemaakt`: a noun that opens a note commands nothing.
    private static func isNoun(_ next: String?) -> Bool {
        ["van", "op", "in", "is", "was", "werd", "met", "kwam", "tot", "op", "uit", "ligt", "staat"].contains(
            next ?? "")
    }

    /// `jij beslist`, `mag jij kiezen`, `kun jij het besluit nemen`.
    private static func isHandedOver(_ index: Int, _ words: [String]) -> Bool {
        guard words[index] == "jij" || words[index] == "bot" || words[index] == "procesbot" else { return false }
        let near = words[index...].dropFirst().prefix(5)
        if near.prefix(3).contains(where: { deciding.contains($0) }) { return words[index] == "jij" }
        let isAsked = index > 0 && ["wil", "kun", "kan", "mag", "moet", "zou", "laat"].contains(words[index - 1])
        return isAsked
            && near.contains { ["goedkeuren", "afwijzen", "toelaten", "beslissing", "besluit", "knoop"].contains($0) }
    }
}
