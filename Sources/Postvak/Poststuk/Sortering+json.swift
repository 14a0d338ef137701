import Basics
import Procesbot

extension Sortering {
    /// The proposal as it is kept with the mail.
    var json: JSON {
        [
            "voorstellen": .array(voorstellen.map(\.json)), "crisis": .array(crisis.map(JSON.string)),
            "regels": .object(
                Dictionary(regels.map { ($0.key.rawValue, JSON.array($0.value.map(JSON.string))) }) { first, _ in first
                }),
            "bevelen": .array(bevelen.map(JSON.string)),
            "feiten": .array(feiten.map(\.json)), "werkdagen": JSON(werkdagen),
            "maanden": maanden.map { JSON($0) } ?? .null,
        ]
    }

    init(_ json: JSON, taal: Mailtaal, wortels: [String]) {
        let hits = (json["regels"].fields ?? [:]).compactMap { name, places in
            Mailsoort(rawValue: name).map { ($0, (places.elements ?? []).compactMap(\.text)) }
        }
        self.init(
            voorstellen: (json["voorstellen"].elements ?? []).compactMap(Voorstel.init),
            regels: Dictionary(hits) { first, _ in first },
            crisis: (json["crisis"].elements ?? []).compactMap(\.text),
            bevelen: (json["bevelen"].elements ?? []).compactMap(\.text), taal: taal,
            feiten: (json["feiten"].elements ?? []).compactMap(ReadFact.init), wortels: wortels,
            werkdagen: json["werkdagen"].integer ?? 3, maanden: json["maanden"].integer)
    }
}

extension Sortering.Voorstel {
    fileprivate var json: JSON {
        [
            "soort": .string(soort.rawValue), "kans": JSON(kans), "zegswijzen": .array(zegswijzen.map(JSON.string)),
            "geleerd": .array(geleerd.map(JSON.string)),
        ]
    }

    fileprivate init?(_ json: JSON) {
        guard let kind = json["soort"].text.flatMap(Mailsoort.init) else { return nil }
        self.init(
            soort: kind, kans: json["kans"].integer ?? 0,
            zegswijzen: (json["zegswijzen"].elements ?? []).compactMap(\.text),
            geleerd: (json["geleerd"].elements ?? []).compactMap(\.text))
    }
}

extension ReadFact {
    fileprivate var json: JSON {
        switch says {
        case .named(let name, let truth):
            ["feit": .string(name), "stand": .string(truth.rawValue), "woorden": .string(words)]
        case .amount(let money): ["bedrag": JSON(money), "woorden": .string(words)]
        case .day(let day): ["dag": JSON(day), "woorden": .string(words)]
        }
    }

    fileprivate init?(_ json: JSON) {
        let words = json["woorden"].text ?? ""
        if let name = json["feit"].text, let truth = json["stand"].text.flatMap(Truth.init) {
            self.init(.named(name, truth), words)
        } else if let money = json["bedrag"].money {
            self.init(.amount(money), words)
        } else if let day = json["dag"].day {
            self.init(.day(day), words)
        } else {
            return nil
        }
    }
}
