import Basics
import Recht
import Zaken

extension Specificatie {
    /// The claim with its lines, as the letter `specificatie` says them.
    var letterFacts: [JSON] {
        var lines: [JSON] = [
            line(
                "isVordering",
                [
                    "nummer": .string(vordering.factuurnummer), "omschrijving": .string(vordering.omschrijving),
                    "van": JSON(vordering.factuurdatum), "tot": JSON(vordering.vervaldatum),
                ])
        ]
        lines += grootboek.map { entry in
            line(
                entry.soort.lineKind,
                [
                    "van": JSON(entry.datum), "bedrag": JSON(entry.boekingen.filter(\.key.isOpen).map(\.value).sum),
                ])
        }
        lines += kosten?.berekening.working.compactMap(written) ?? []
        if let kosten, kosten.vorderingen > 1 { lines.append(line("isKostendeel", ["bedrag": JSON(kostendeel)])) }
        lines += rente?.working.compactMap(written) ?? []
        if let rente { lines.append(line("isRenteSamen", ["bedrag": JSON(rente.interest)])) }
        return lines
    }

    private static let kinds = [
        "rente.segment": "isSegment", "rente.segment.voorlopig": "isSegment", "rente.bijschrijving": "isBijschrijving",
        "rente.stilstand": "isStilstand", "bik.schijf": "isSchijf", "bik.minimum": "isMinimum",
        "bik.maximum": "isMaximum", "bik.btw": "isBtw", "bik.samen": "isSamen",
        "bik.een-brief": "isEenBrief", "bik.kleine-termijn": "isKleineTermijn", "rente.voldaan": "isRenteVoldaan",
    ]

    private func written(_ one: WorkingLine) -> JSON? {
        guard let kind = Specificatie.kinds[one.code] else { return nil }
        var facts: [String: JSON] = [:]
        for fact in one.facts {
            switch fact.value {
            case .exact(let amount): facts[fact.name] = JSON(amount.rounded)
            case .money(let amount) where one.code == "bik.schijf" && fact.name != "bedrag":
                facts[fact.name == "van" ? "grensVan" : "grensTot"] = JSON(amount)
            case .money(let amount): facts[fact.name] = JSON(amount)
            case .day(let day): facts[fact.name] = JSON(day)
            case .percent(let rate): facts[fact.name] = .string(rate.percentText.replacing(".", with: ","))
            case .count(let count): facts[fact.name] = JSON(count)
            case .word(let word): facts[fact.name] = .string(word)
            }
        }
        return line(kind, facts)
    }

    private func line(_ kind: String, _ facts: [String: JSON]) -> JSON {
        var all = Dictionary(uniqueKeysWithValues: Specificatie.names.map { ($0, JSON.bool($0 == kind)) })
        for name in Specificatie.values { all[name] = facts[name] ?? .null }
        return .object(all)
    }

    static let names = [
        "isVordering", "isInbreng", "isKosten", "isRente", "isBetaling", "isAfboeking", "isCorrectie", "isOmkering",
        "isVonnis",
        "isSegment", "isBijschrijving", "isStilstand", "isSchijf", "isMinimum", "isMaximum", "isBtw", "isSamen",
        "isRenteSamen", "isEenBrief", "isKleineTermijn", "isRenteVoldaan",
        "isKostendeel",
    ]
    static let values = [
        "nummer", "omschrijving", "van", "tot", "grensVan", "grensTot", "dagen", "percentage", "grondslag", "bedrag",
        "sinds", "eerder", "gerekend", "hoogstens", "dag",
    ]
}

extension Mutatie.Soort {
    fileprivate var lineKind: String {
        switch self {
        case .inbreng: "isInbreng"
        case .kosten: "isKosten"
        case .rente: "isRente"
        case .betaling: "isBetaling"
        case .afboeking: "isAfboeking"
        case .correctie: "isCorrectie"
        case .vonnis: "isVonnis"
        case .omkering: "isOmkering"
        }
    }
}
