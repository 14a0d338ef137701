extension Gate {
    /// What is known of one person and nobody else.
    private static let personal: Set<String> = [
        "adres", "telefoonnummer", "telefoon", "mobiel", "geboortedatum", "leeftijd", "bsn", "burgerservicenummer",
        "rekeningnummer", "iban", "mailadres", "emailadres", "woonadres", "wachtwoord", "betaalgegevens",
        "persoonsgegevens", "naam", "achternaam", "woonplaats", "contactgegevens", "inlog", "adresgegevens",
    ]
    private static let data = personal.union([
        "saldo", "inkomen", "dossier", "gegevens", "schuld", "schulden", "salaris", "nummer", "notities", "verdient",
        "openstaan", "openstaat", "open", "betaald", "woont",
    ])
    private static let others: Set<String> = [
        "buurman", "buurvrouw", "buren", "overbuurman", "overbuurvrouw", "bovenbuurman", "bovenbuurvrouw",
        "onderbuurman",
        "onderbuurvrouw", "collega", "broer", "zus", "ex", "exman", "exvrouw", "expartner", "vriend",
        "vriendin", "vader", "moeder", "oom", "tante", "schoonmoeder", "schoonvader", "bekende", "nicht", "neef",
        "kennis", "wethouder", "burgemeester", "familielid", "huisgenoot", "kennissen", "zwager", "schoonzus", "baas",
        "dochter", "zoon", "schoonzoon", "schoondochter", "stiefzoon", "stiefdochter", "kleinzoon", "kleindochter",
    ]
    private static let titles: Set<String> = ["mevrouw", "meneer", "dhr", "mevr", "mw", "heer", "mr", "mrs"]
    private static let asking: Set<String> = [
        "geef", "zoek", "toon", "wat", "hoeveel", "waar", "laat", "noem", "vertel", "stuur", "vind", "kun", "kan",
        "welke", "welk", "hoe", "mag", "open",
    ]
    private static let telling: Set<String> = ["geef", "zoek", "toon", "noem", "vertel", "vind", "stuur", "lees"]

    /// `Geef me het adres van de buurman`, `Hoeveel schuld heeft mevrouw Jansen?`, `Van wie is dit kenteken?`
    static func asksOthersData(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        if asksOwner(words) || asksOtherFile(tokens) || ordersPersonal(words) || asksHowOtherStands(tokens)
            || asksAboutOther(words) || asksOfToldKin(tokens) || asksWhatOtherHas(words)
            || asksOfNamedKin(tokens)
        {
            return true
        }
        guard let ask = words.firstIndex(where: asking.contains) else { return false }
        let items = tokens.indices.filter { $0 > ask && data.contains(words[$0]) }
        return items.contains { item in isOfOther(item, tokens) || isOfNamed(item, tokens) }
    }

    /// `Loopt mijn buurvrouw achter?`, `Heeft mijn broer schulden?`, `Is meneer Pieters klant bij jullie?`: how someone whom the asker
    /// names stands with the house; what a rule means for that person is another question.
    private static func asksHowOtherStands(_ tokens: [Token]) -> Bool {
        let starts = tokens.indices.filter { $0 == 0 || tokens[$0 - 1].mark.map { ".?!;:,".contains($0) } == true }
        return starts.contains { start in
            let end = tokens[start...].firstIndex { $0.mark == "?" || $0.mark == "." } ?? tokens.count - 1
            let words = tokens[start...end].map(\.text)
            guard let verb = words.prefix(3).firstIndex(where: standing.contains),
                words[..<verb].allSatisfy({ ["hoeveel", "wat", "hoe", "en", "ook"].contains($0) || state.contains($0) }
                ),
                start + verb < end
            else { return false }
            let person = tokens[(start + verb + 1)...end].prefix(3)
            let rest = words[(verb + 1)...]
            // `mijn buurman`, `het kind van mijn collega`
            let kin = rest.indices.prefix(6).first { place in
                isOwnKin(place, words) && (place == verb + 2 || words[place - 2] == "van")
            }
            let isNamed =
                person.first.map { titles.contains($0.text) } == true && person.dropFirst().first?.isCapitalised == true
            let behind = kin.map { words[($0 + 1)...] } ?? rest.dropFirst(2)
            guard kin != nil || isNamed, (words[..<verb] + behind).contains(where: tellsState) else { return false }
            return !asksRule(behind)
        }
    }

    /// Whether a rule is asked, and no fact; `bij ons` only says where.
    private static func asksRule(_ words: ArraySlice<String>) -> Bool {
        words.indices.contains { ruled.contains(words[$0]) && !($0 > words.startIndex && words[$0 - 1] == "bij") }
    }

    /// `achterstand`, and any compound of it.
    private static func tellsState(_ word: String) -> Bool {
        state.contains(word) || ["achterstand", "schuld", "schulden", "regeling"].contains { word.hasSuffix($0) }
    }

    private static let standing: Set<String> = [
        "loopt", "heeft", "is", "staat", "zit", "betaalt", "had", "verdient", "krijgt", "ontvangt", "woont", "was",
    ]
    private static let state: Set<String> = [
        "achter", "achterstand", "schuld", "schulden", "schuldig", "klant", "bekend", "betaald", "betalen", "regeling",
        "dossier", "inkomen", "uitkering", "hoeveel", "open", "openstaan", "lening", "boete", "boetes", "aangevraagd",
        "toegekend", "rood", "betaalt", "hier", "geregistreerd", "jullie", "krijt", "aanslag", "toeslag", "bijstand",
        "bewind",
    ]
    /// Words with which a rule is asked, and no fact.
    private static let ruled: Set<String> = [
        "recht", "als", "mag", "moet", "kan", "verplicht", "aansprakelijk", "nodig", "ik", "mij", "mijn", "mee",
        "meebetalen", "we", "wij", "ons",
    ]

    /// `Waar werkt de nieuwe vriend van mijn klant?`, `Kun je opzoeken of mijn zwager ook meedoet?`: what someone else does or has.
    private static func asksAboutOther(_ words: [String]) -> Bool {
        words.indices.contains { place in
            let rest = words[(place + 1)...]
            let asks =
                words[place] == "waar" && ["werkt", "woont", "verblijft", "slaapt", "zit"].contains(rest.first ?? "")
                || ["wat", "hoeveel"].contains(words[place]) && ["verdient", "bezit"].contains(rest.first ?? "")
                || words[place] == "op" && words[..<place].suffix(3).contains("zoek") && rest.first == "of"
                || ["opzoeken", "nakijken", "uitzoeken", "checken", "nagaan"].contains(words[place])
                    && ["of", "hoeveel", "wat", "waar"].contains(rest.first ?? "")
            guard asks, let person = rest.prefix(6).firstIndex(where: others.contains) else { return false }
            // Between the verb and the person stands nobody else whom it is about.
            return !words[place..<person].contains { ["klant", "debiteur", "bewoner", "inwoner"].contains($0) }
        }
    }

    /// `Welke schuld heeft de buurman?`: what someone has who is nobody's but the asker's to name.
    private static func asksWhatOtherHas(_ words: [String]) -> Bool {
        words.indices.contains { place in
            guard ["heeft", "had", "krijgt", "verdient"].contains(words[place]), place + 2 < words.count,
                ["de", "die", "onze", "mijn"].contains(words[place + 1]), neighbours.contains(words[place + 2])
            else { return false }
            let before = words[..<place].suffix(3)
            return before.contains { ["welke", "welk", "hoeveel", "wat"].contains($0) }
                && (before.contains { data.contains($0) || tellsState($0) } || words[place] == "verdient")
        }
    }

    /// `In welke auto rijdt mijn ex Bas van Vliet nu?`: someone of the asker's own, by name.
    private static func asksOfNamedKin(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        return words.indices.dropLast().contains { kin in
            isOwnKin(kin, words) && tokens[kin + 1].isCapitalised && tokens[kin].mark == nil
                && words[..<kin].suffix(6).contains { asking.contains($0) || standing.contains($0) }
                && words[(kin + 1)...].contains { data.contains($0) || tellsState($0) }
                && !asksRule(words[(kin + 1)...])
        }
    }

    private static let neighbours: Set<String> = [
        "buurman", "buurvrouw", "buren", "collega", "bovenbuurman", "onderbuurman",
    ]

    /// Behind the data: `van de buurvrouw`, `van een andere klant`.
    private static func isOfOther(_ item: Int, _ tokens: [Token]) -> Bool {
        let rest = tokens[item...].prefix(9).map(\.text)
        guard let of = rest.firstIndex(of: "van") else { return false }
        let behind = rest[of...].dropFirst()
        if let person = behind.firstIndex(where: others.contains) {
            return behind[..<person].allSatisfy {
                FunctionWords.all.contains($0) || others.contains($0) || describing.contains($0)
            }
        }
        guard let other = behind.firstIndex(where: { $0 == "andere" || $0 == "ander" }), other + 1 < rest.endIndex
        else {
            return false
        }
        return ["klant", "klanten", "burger", "inwoner", "persoon", "debiteur", "iemand", "dossier"].contains(
            rest[other + 1])
    }

    /// `Mijn nicht J. de V. zit hier ook, hoeveel staat er bij haar open?`, `Mijn buurman krijgt ook brieven. Heeft hij schulden?`
    private static func asksOfToldKin(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text)
        let isOfClient = words.contains { clients.contains($0) || titles.contains($0) }
        guard
            let kin = words.indices.dropLast().first(where: {
                isOwnKin($0, words)
                    && (tokens[$0 + 1].isCapitalised || $0 == 1 && !isOfClient && words[$0] != "collega")
            }),
            let ask = words.indices.first(where: { place in
                place > kin
                    && (["hoeveel", "wat", "of"].contains(words[place])
                        || tokens[place - 1].mark != nil && standing.contains(words[place]))
            })
        else { return false }
        let rest = words[ask...]
        return rest.contains { ["haar", "hem", "ze", "zij", "hij"].contains($0) }
            && rest.dropFirst().contains { data.contains($0) || tellsState($0) }
            && !asksRule(rest)
    }

    /// `mijn buurman`
    private static func isOwnKin(_ place: Int, _ words: [String]) -> Bool {
        place > 0 && ["mijn", "mn", "onze", "me"].contains(words[place - 1]) && others.contains(words[place])
    }

    private static let clients: Set<String> = [
        "klant", "debiteur", "bewoner", "inwoner", "huurder", "client", "burger",
    ]

    private static let describing: Set<String> = ["nieuwe", "vorige", "vroegere", "huidige", "oude", "beste"]

    /// A title with a name, near the data.
    private static func isOfNamed(_ item: Int, _ tokens: [Token]) -> Bool {
        let near = max(0, item - 5)..<min(tokens.count - 1, item + 8)
        return near.contains {
            titles.contains(tokens[$0].text) && tokens[$0 + 1].isCapitalised && tokens[$0].mark != "."
        }
    }

    /// `Van wie is dit kenteken`, `Wie woont er op dit adres`.
    private static func asksOwner(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        if text.contains(" wie woont ") || text.contains(" wie wonen ") { return true }
        let traced = [
            "kenteken", "rekening", "rekeningnummer", "nummer", "telefoonnummer", "adres", "auto", "mailadres",
        ]
        return text.contains(" van wie is ") && words.contains(where: traced.contains)
    }

    /// `Wat staat er in dossier 2045?`: a file by its number is not the one at hand.
    private static func asksOtherFile(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first?.text, ["wat", "hoeveel", "wie", "toon", "open", "laat", "geef"].contains(first)
        else {
            return false
        }
        let isOther = tokens.indices.dropLast().contains {
            $0 > 0 && ["klant", "client", "inwoner", "debiteur", "burger"].contains(tokens[$0].text)
                && tokens[$0 + 1].isNumeric && tokens[$0 + 1].text.filter(\.isNumber).count >= 3
                && tokens[..<$0].contains { data.contains($0.text) }
        }
        return isOther
            || tokens.indices.dropLast().contains {
                ["dossier", "zaak"].contains(tokens[$0].text) && tokens[$0 + 1].isNumeric
                    && tokens[$0 + 1].text.filter(\.isNumber).count >= 3
            }
    }

    /// `Geef me haar telefoonnummer`: no library holds it.
    private static func ordersPersonal(_ words: [String]) -> Bool {
        guard let order = words.firstIndex(where: telling.contains) else { return false }
        let near = words[order...].prefix(7)
        guard let item = near.firstIndex(where: personal.contains), item > order else { return false }
        return near[..<item].contains { ["zijn", "haar", "hun", "diens"].contains($0) }
    }
}
