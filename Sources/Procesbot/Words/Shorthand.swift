/// What people type in haste, written in full before a question is read: `60 pm` is `60 per maand`, `di 6 okt` is `dinsdag 6 oktober`.
enum Shorthand {
    /// The text with such words in full; all else stays as it was typed.
    static func expanded(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return words.indices.map { place in
            let core = words[place].trimmed(of: "?!,;:()")
            guard !core.isEmpty, let full = full(core.lowercased(), at: place, in: words) else { return words[place] }
            return words[place].replacing(core, with: full, maxReplacements: 1)
        }.joined(separator: " ")
    }

    private static func full(_ word: String, at place: Int, in words: [String]) -> String? {
        let before = place > 0 ? words[place - 1] : ""
        let behind = place + 1 < words.count ? words[place + 1] : ""
        if let unit = rates[word], isAmount(before) { return "per " + unit }
        if let whole = common[word] { return whole }
        if let day = weekdays[word], behind.first?.isNumber == true { return day }
        // `jan` may be somebody's name.
        guard before.first?.isNumber == true || word != "jan" && isMonthOrYear(behind) else { return nil }
        return DateReader.fullName(ofMonth: word)
    }

    private static func isAmount(_ word: String) -> Bool {
        word.last?.isNumber == true || word.last == "-" || amounts.contains(word.lowercased())
    }

    private static func isMonthOrYear(_ word: String) -> Bool {
        word.prefix(4).count == 4 && word.prefix(4).allSatisfy(\.isNumber) || ["en", "t/m", "tot"].contains(word)
    }

    private static let amounts: Set<String> = ["euro", "eur", "€", "bedrag", "max", "maximaal", "hoeveel", "termijn"]
    /// What stands for one word only, wherever it is typed.
    private static let common = [
        "mnd": "maanden", "mndn": "maanden", "dgn": "dagen", "wkn": "weken", "max": "maximaal", "max.": "maximaal",
        "min.": "minimaal", "vd": "van de", "vh": "van het", "adhv": "aan de hand van", "ivm": "in verband met",
        "dmv": "door middel van", "tav": "ten aanzien van", "mbt": "met betrekking tot", "evt": "eventueel",
        "evt.": "eventueel", "ipv": "in plaats van", "tnv": "ten name van",
        "zkh": "ziekenhuis", "zkhs": "ziekenhuis",
    ]
    private static let rates = [
        "pm": "maand", "p/m": "maand", "p.m.": "maand", "pmnd": "maand", "pw": "week", "p/w": "week", "pj": "jaar",
    ]
    private static let weekdays = [
        "ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag", "za": "zaterdag",
        "zo": "zondag",
    ]
}
