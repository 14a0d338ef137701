import Basics
import Zaken

/// Says what a decision file will be a new version of, and asks where that is not certain.
struct PlaatsingMaker {
    private let place: Plaatsing?
    private let draft: Ontwerp
    private let words: Words

    init(_ place: Plaatsing?, _ draft: Ontwerp, _ words: Words) {
        (self.place, self.draft, self.words) = (place, draft, words)
    }

    private var likely: Plaatsing.Kandidaat? {
        guard let place, case .versie(let code) = place.vermoeden else { return nil }
        return place.kandidaten.first { $0.model.code == code }
    }

    /// The version that it follows, or probably does.
    var follows: Beslissingsmodel? { likely?.model }

    var line: String {
        guard let likely else { return words("decisions.is_new", ["file": draft.bestand]) }
        let key = likely.isZeker ? "decisions.becomes_of" : "decisions.may_become"
        return said(key, likely.model)
    }

    /// What would no longer be decided.
    var lost: String? {
        guard let likely, !likely.verdwijnt.isEmpty else { return nil }
        return words(
            "decisions.lost", ["names": likely.verdwijnt.joined(separator: ", "), "model": likely.model.naam])
    }

    /// The choice, where it is not certain.
    func field(_ form: FormFields) -> Field? {
        guard let place, !place.isZeker else { return nil }
        let chosen = form["als"] ?? place.vermoeden.value
        let versions = place.kandidaten.map { one in
            let value = Plaatsing.Keuze.versie(van: one.model.code).value
            return Option(value, said("decisions.as_version", one.model), chosen: value == chosen)
        }
        let other = Plaatsing.Keuze.andere.value
        let options = versions + [Option(other, words("decisions.as_other"), chosen: other == chosen)]
        return Field(
            "als", words("decisions.as"), .choice(options), id: "als",
            hint: words("decisions.as_\(place.kandidaten[0].grond.word)"), isRequired: true)
    }

    private func said(_ key: String, _ model: Beslissingsmodel) -> String {
        words(
            key,
            [
                "file": draft.bestand, "model": model.naam, "n": words.number(model.versie + 1),
                "old": words.number(model.versie), "since": words.validity(of: model),
            ])
    }
}

extension Plaatsing.Grond {
    fileprivate var word: String {
        switch self {
        case .beslissingen: "same_decisions"
        case .bestand: "same_file"
        case .naam: "same_name"
        }
    }
}

extension Plaatsing.Keuze {
    /// As a form sends it.
    init(_ form: FormFields) {
        switch form["als"] {
        case "andere": self = .andere
        case let code? where code.hasPrefix("versie:"): self = .versie(van: String(code.dropFirst("versie:".count)))
        default: self = .vanzelf
        }
    }

    fileprivate var value: String {
        switch self {
        case .vanzelf: ""
        case .versie(let code): "versie:" + code
        case .andere: "andere"
        }
    }
}
