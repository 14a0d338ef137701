/// The questions that are turned away before the library is opened.
enum Gate {
    static func reason(_ question: String, _ tokens: [Token], _ form: QuestionForm) -> Refusal.Reason? {
        guard tokens.contains(where: { $0.text.count > 1 }) else { return .emptyQuestion }
        let own = outsideQuotes(question)
        if changesRules(own) { return .changesRules }
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
        for character in text {
            if "\"“”„«»".contains(character) {
                if let start = open { ranges.append(start..<place) }
                open = open == nil ? place : nil
            }
            place += String(character).utf8.count
        }
        return ranges
    }

    private static let overriding: Set<String> = [
        "negeer", "vergeet", "negeren", "ignore", "disregard", "forget", "override", "omzeil", "bypass", "wis",
        "schakel", "overschrijf", "disable",
    ]
    private static let ruling: Set<String> = [
        "regels", "instructies", "instructie", "opdracht", "opdrachten", "beperkingen", "instructions", "rules",
        "prompt", "systeemprompt", "richtlijnen",
        "restrictions", "guidelines", "guardrails", "beveiliging", "voorschriften", "programmering",
    ]
    private static let roles = [
        "je bent nu", "doe alsof je", "doe of je", "gedraag je als", "you are now", "act as", "pretend",
        "system prompt", "systeemprompt", "nieuwe instructies",
        "jailbreak", "developer mode", "ontwikkelmodus", "toon je instructies", "wat zijn je instructies",
        "vanaf nu antwoord je", "voortaan antwoord je", "verander je regels", "pas je regels aan",
        "u bent nu", "antwoord voortaan", "zonder bron te noemen", "zonder bronnen", "verzin", "speel de rol",
    ]

    static func changesRules(_ text: String) -> Bool {
        let words = Tokenizer.tokens(of: text).map(\.text)
        let joined = " " + words.joined(separator: " ") + " "
        if roles.contains(where: { joined.contains(" " + $0 + " ") }) { return true }
        for (index, word) in words.enumerated() where overriding.contains(word) {
            if words[index...].prefix(7).contains(where: ruling.contains) { return true }
        }
        return false
    }

    private static let data: Set<String> = [
        "adres", "telefoonnummer", "geboortedatum", "bsn", "burgerservicenummer", "saldo", "inkomen", "rekeningnummer",
        "iban", "dossier", "gegevens", "mailadres",
        "emailadres", "schuld", "schulden", "salaris", "woonadres", "nummer", "notities", "wachtwoord",
        "betaalgegevens", "persoonsgegevens", "verdient",
    ]
    private static let others: Set<String> = [
        "buurman", "buurvrouw", "buren", "collega", "broer", "zus", "ex", "exman", "exvrouw", "expartner", "vriend",
        "vriendin", "vader", "moeder", "oom", "tante",
        "schoonmoeder", "schoonvader", "bekende", "nicht", "neef", "kennis", "wethouder", "burgemeester", "familielid",
        "huisgenoot",
    ]
    private static let asking: Set<String> = [
        "geef", "zoek", "toon", "wat", "hoeveel", "waar", "laat", "noem", "vertel", "stuur", "vind", "kun", "kan",
        "welke", "welk", "hoe",
    ]

    /// `Geef me het adres van de buurman`, `Wat is het inkomen van mevrouw Jansen?`, `van een andere klant`.
    private static func asksOthersData(_ tokens: [Token]) -> Bool {
        guard let ask = tokens.firstIndex(where: { asking.contains($0.text) }) else { return false }
        guard let item = tokens.indices.first(where: { $0 > ask && data.contains(tokens[$0].text) }) else {
            return false
        }
        let rest = Array(tokens[item...].prefix(8))
        for (index, token) in rest.enumerated() where index > 0 {
            let before = rest[index - 1].text
            guard
                [
                    "van", "mijn", "de", "het", "een", "andere", "die", "zijn", "haar", "ander", "mevrouw", "meneer",
                    "dhr", "mevr",
                ].contains(before)
            else { continue }
            if others.contains(token.text) { return rest.prefix(index).contains { $0.text == "van" } }
            if ["mevrouw", "meneer", "dhr", "mevr"].contains(before), token.isCapitalised { return true }
            if before == "andere" || before == "ander",
                ["klant", "klanten", "burger", "inwoner", "persoon", "debiteur", "iemand", "dossier"].contains(
                    token.text)
            {
                return rest.prefix(index).contains { $0.text == "van" } || tokens[item].text == "dossier"
            }
        }
        return false
    }

    private static let deciding: Set<String> = ["beslis", "besluit", "bepaal", "kies", "hak"]

    /// `Beslis jij maar`, `Kies jij`, `Neem jij het besluit`: the adviser may only propose.
    static func asksDecision(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        for (index, word) in words.enumerated() where deciding.contains(word) || word == "neem" {
            let near = words[index...].prefix(5)
            if near.dropFirst().prefix(2).contains(where: { ["jij", "u", "zelf"].contains($0) }) {
                if word != "neem" || near.contains("besluit") || near.contains("beslissing") { return true }
            }
            if index == 0, ["beslis", "besluit", "bepaal"].contains(word) { return true }
            if near.contains("voor"), near.contains("mij"), word != "neem" { return true }
        }
        let joined = " " + words.joined(separator: " ") + " "
        return [
            " mag jij beslissen ", " wil jij beslissen ", " laat ik aan jou ", " jij mag kiezen ", " jij beslist ",
            " jij bepaalt ", " wil jij bepalen ", " keur jij ", " jij de knoop ",
        ]
        .contains { joined.contains($0) }
    }
}
