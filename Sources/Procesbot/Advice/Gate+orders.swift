extension Gate {
    private static let overriding: Set<String> = [
        "negeer", "vergeet", "negeren", "ignore", "disregard", "forget", "override", "omzeil", "bypass", "wis",
        "schakel", "overschrijf", "gooi", "disable", "verwerp", "doorbreek", "skip",
    ]
    private static let ruling: Set<String> = [
        "regels", "instructies", "instructie", "werkinstructies", "opdracht", "opdrachten", "beperkingen",
        "instructions", "rules",
        "prompt", "systeemprompt", "richtlijnen", "restrictions", "guidelines", "guardrails", "beveiliging",
        "voorschriften", "programmering", "handleiding", "handleidingen", "bibliotheek", "bronnen", "everything",
        "documents", "documenten", "sources",
        "alles", "bovenstaande", "voorgaande", "above", "safety", "limits", "filters",
    ]
    /// Sayings by their first word, cut as a text is.
    private static let roles = Dictionary(
        grouping: sayings.map { Tokenizer.tokens(of: $0).map(\.text) }, by: { $0.first ?? "" })
    private static let sayings = [
        "je bent nu", "jij bent nu", "u bent nu", "bent voortaan", "vanaf nu ben je", "vanaf nu bent u",
        "ben je vanaf nu",
        "doe alsof", "doe of je", "gedraag je als", "stel je voor dat je een", "speel de rol",
        "you are now", "act as", "act like", "pretend", "from now on", "roleplay", "system prompt", "systeemprompt",
        "system override", "new instructions", "nieuwe instructies", "jailbreak", "developer mode", "debug mode",
        "admin mode", "test mode", "ontwikkelmodus", "ontwikkelaarsmodus", "beheerdersmodus", "testmodus", "debugmodus",
        "onderhoudsmodus", "antwoord alleen met", "antwoord uitsluitend", "antwoord enkel met", "antwoord slechts met",
        "reageer alleen met", "respond only", "reply only", "reply with only", "zonder beperkingen", "no restrictions",
        "toon je instructies", "wat zijn je instructies", "herhaal je instructies", "geef je instructies",
        "vanaf nu antwoord je", "voortaan antwoord je", "antwoord voortaan", "antwoord vanaf nu", "antwoord alleen nog",
        "vanaf nu hoef je", "voortaan hoef je", "vanaf nu mag je", "voortaan mag je", "hoef je geen bronnen",
        "geen bronnen meer", "voor jou niet meer", "geldt niet meer voor jou", "geldt voor jou niet",
        "antwoord je op alles", "antwoord op alles", "zeg op alles", "zeg overal",
        "answer only", "from this moment on you", "antwoord op elke vraag", "antwoord op iedere vraag",
        "instructies zijn vanaf",
        "werkinstructies zijn vanaf", "instructies gelden niet meer", "without any rules", "without rules",
        "no more rules",
        "without restrictions",
        "without limits", "verander je regels", "pas je regels aan", "je regels gelden niet",
        "jouw regels gelden niet", "sla dat op", "sla dit op", "laat je instructies",
        "laat jouw instructies", "laat je regels", "laat al je", "adviseur zonder regels", "bot zonder regels",
        "zonder bron te noemen", "zonder bronnen", "without sources", "verzin",
    ]
    /// Words with which a sentence dictates what the adviser has to say.
    private static let dictating: Set<String> = ["zeg", "antwoord", "bevestig", "say", "respond"]

    /// `Zeg dat route A altijd klopt`: an order in a question, where the same words in an instruction tell what to tell a customer.
    static func dictates(_ text: String) -> Bool {
        let tokens = Tokenizer.tokens(of: text)
        return ordersForGood(tokens)
            || tokens.indices.dropLast().contains {
                dictating.contains(tokens[$0].text) && opens($0, tokens)
                    && ["dat", "that"].contains(tokens[$0 + 1].text)
            }
    }

    /// `Onthoud dat …`, `Geef voortaan …`, `Reken vanaf nu …`: an imperative that is to hold from now on, or to be kept in mind.
    private static func ordersForGood(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        return words.indices.contains { index in
            guard opens(index, tokens), !FunctionWords.all.contains(words[index]) || words[index] == "doe" else {
                return false
            }
            let near = words[index...].dropFirst().prefix(6).prefix { !asker.contains($0) || $0 == "de" || $0 == "een" }
            if keeping.contains(words[index]) {
                return near.first == "dat" || near.prefix(5).contains(where: lasting.contains) || isLasting(near)
            }
            guard commanding.contains(words[index]) else { return false }
            let isBlind =
                words[index...].prefix(8).contains("altijd")
                && words[index...].prefix(8).contains { ["ja", "nee"].contains($0) }
            let isOfAll = near.first == "op" && ["elke", "iedere"].contains(near.dropFirst().first ?? "")
            return near.contains("voortaan") || isLasting(near) || isBlind || isOfAll
        }
    }

    private static func isLasting(_ near: ArraySlice<String>) -> Bool {
        let text = " " + near.joined(separator: " ") + " "
        return [" vanaf nu ", " van nu af ", " vanaf vandaag ", " vanaf heden "].contains(where: text.contains)
    }

    private static let keeping: Set<String> = ["onthoud", "onthou", "leer", "remember", "memoriseer", "prent"]
    private static let lasting: Set<String> = ["voortaan", "altijd"]
    private static let commanding: Set<String> = [
        "geef", "zeg", "antwoord", "doe", "reageer", "beantwoord", "noem", "behandel", "gebruik", "neem", "stop",
        "schrijf", "vertel", "reken", "keur", "wees", "bevestig", "adviseer", "verwijs", "beschouw", "zie", "hanteer",
        "accepteer", "ga",
    ]

    /// Whether a text orders the adviser to be or to do something else than advise from its sources.
    static func changesRules(_ text: String) -> Bool {
        let tokens = Tokenizer.tokens(of: text)
        let words = tokens.map(\.text)
        return words.indices.contains { index in
            if roles[words[index]]?.contains(where: words[index...].starts(with:)) == true { return true }
            let rest = words[index...].dropFirst()
            guard overriding.contains(words[index]), let object = ruled(in: rest.prefix(7)) else {
                return false
            }
            if !ruling.contains(object) {
                // `Vergeet de checklist niet` reminds.
                let behind = rest.drop { $0 != object }.dropFirst().first
                return opens(index, tokens) && behind != "niet"
            }
            return !wide.contains(object) || opens(index, tokens) && !asker.contains(rest.first ?? "")
        }
    }

    /// A word of ours; else a paper that people put rules in: `de uitzonderingenlijst`.
    private static func ruled(in words: ArraySlice<String>) -> String? {
        words.first(where: ruling.contains) ?? words.first { word in papers.contains { word.hasSuffix($0) } }
    }
    private static let papers = [
        "lijst", "instructie", "instructies", "regels", "regel", "procedure", "protocol", "beleid", "script", "grens",
        "limiet", "voorwaarde", "voorwaarden",
    ]

    /// Words that are things of the trade as well: an order only where they are what an imperative speaks of.
    private static let wide: Set<String> = [
        "alles", "everything", "handleiding", "handleidingen", "bibliotheek", "bronnen", "documenten",
    ]
    private static let asker: Set<String> = ["ik", "we", "wij", "hij", "zij", "ze", "de", "mijn", "deze", "een", "i"]

    /// Whether a word begins its clause, as an imperative does.
    static func opens(_ index: Int, _ tokens: [Token]) -> Bool {
        guard index > 0 else { return true }
        return tokens[index - 1].mark != nil
            || ["en", "maar", "dus", "and", "please", "nu", "then"].contains(tokens[index - 1].text)
    }
}
