public import Basics

extension BvvInput {
    /// Reads the input of `ontknoop incasso beslagvrijevoet`: amounts as text with two decimals, dates as ISO 8601.
    public init(json: JSON) throws(BvvRefusal) {
        guard case .object(let members) = json else { throw .missing("object") }
        if let unknown = members.keys.sorted().first(where: { !BvvInput.fields.contains($0) }) {
            throw .unknownField(unknown)
        }
        guard let day = Day(try BvvInput.text("peildatum", members) ?? "") else { throw .missing("peildatum") }
        guard let situation = try BvvInput.text("leefsituatie", members) else { throw .missing("leefsituatie") }
        self.init(peildatum: day, leefsituatie: try BvvInput.word(situation, "leefsituatie"))
        if let text = try BvvInput.text("woonsituatie", members) {
            woonsituatie = try BvvInput.word(text, "woonsituatie")
        }
        if let text = try BvvInput.text("verhoging_woonkosten", members) {
            verhogingWoonkosten = try BvvInput.word(text, "verhoging_woonkosten")
        }
        for (name, path) in BvvInput.amounts {
            if let value = members[name], !value.isNull { self[keyPath: path] = try BvvInput.money(value, name) }
        }
        if let text = try BvvInput.text("woonlandfactor", members) { woonlandfactor = try BvvInput.factor(text) }
    }

    private static var amounts: [(String, WritableKeyPath<BvvInput, Money>)] {
        [
            ("belastbaar_jaar", \.belastbaarJaar), ("belastbaar_jaar_partner", \.belastbaarJaarPartner),
            ("netto_maand", \.nettoMaand), ("vakantiegeld_maand", \.vakantiegeldMaand),
            ("netto_maand_vrij", \.nettoMaandVrij), ("netto_maand_partner", \.nettoMaandPartner),
            ("woonkosten_maand", \.woonkostenMaand), ("bedrag_lid7", \.bedragLid7),
            ("loonbelasting_auto", \.loonbelastingAuto), ("prijs_inrichting", \.prijsInrichting),
        ]
    }

    private static var fields: Set<String> {
        Set(amounts.map(\.0)).union([
            "peildatum", "leefsituatie", "woonsituatie", "verhoging_woonkosten", "woonlandfactor",
        ])
    }

    private static func text(_ name: String, _ members: [String: JSON]) throws(BvvRefusal) -> String? {
        switch members[name] {
        case .string(let text): return text
        case nil, .null: return nil
        case .bool, .number, .array, .object: throw .notAnAmount(name)
        }
    }

    private static func word<Word: RawRepresentable<String>>(_ text: String, _ name: String) throws(BvvRefusal) -> Word
    {
        guard let word = Word(rawValue: text) else { throw .unknownWord(name) }
        return word
    }

    /// Text with two decimals, or a number with no more than that.
    private static func money(_ value: JSON, _ name: String) throws(BvvRefusal) -> Money {
        guard let money = value.money else { throw .notAnAmount(name) }
        return money
    }

    /// `0.85` as a fraction.
    private static func factor(_ text: String) throws(BvvRefusal) -> Rate {
        guard let percent = Rate(percent: text), percent.denominator >= 100 else {
            throw .notAnAmount("woonlandfactor")
        }
        return Rate(percent.numerator, per: percent.denominator / 100)
    }
}
