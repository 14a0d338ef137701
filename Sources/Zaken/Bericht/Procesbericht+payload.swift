public import Basics
import Engine

extension Procesbericht {
    /// A message that the process of a zaak sent just now.
    init(_ message: OutgoingMessage, van zaak: Zaak, keten: [String], in act: Act) {
        self.init(
            id: act.newID(), naam: message.name, sleutel: message.key, variabelen: message.variables, van: zaak.id,
            afzender: nil, keten: keten,
            verloopt: message.lifetime.map { act.now.adding($0) } ?? Procesbericht.bewaard(from: act.now),
            werk: .expire)
    }

    /// Reads a job's payload; `nil` for one of another shape.
    public init?(_ payload: JSON) {
        guard let id = payload["bericht"].identifier(of: Procesbericht.self), let naam = payload["naam"].text,
            let verloopt = payload["verloopt"].moment, let werk = Werk(payload)
        else { return nil }
        self.init(
            id: id, naam: naam, sleutel: payload["sleutel"].text, variabelen: payload["variabelen"].fields ?? [:],
            van: payload["van"].identifier(of: Zaak.self), afzender: payload["afzender"].text,
            keten: (payload["keten"].elements ?? []).compactMap(\.text), verloopt: verloopt, werk: werk)
    }

    var payload: JSON {
        var fields: [String: JSON] = [
            "bericht": .string(id.text), "naam": .string(naam), "variabelen": .object(variabelen),
            "keten": .array(keten.map { .string($0) }), "verloopt": JSON(verloopt),
        ]
        if let sleutel { fields["sleutel"] = .string(sleutel) }
        if let van { fields["van"] = .string(van.text) }
        if let afzender { fields["afzender"] = .string(afzender) }
        switch werk {
        case .receive(let zaak): fields["zaak"] = .string(zaak.text)
        case .begin(let zaaktype): fields["zaaktype"] = .string(zaaktype)
        case .start(let zaak): fields["begint"] = .string(zaak.text)
        case .expire: fields["wacht"] = true
        }
        return .object(fields)
    }
}

extension Procesbericht.Werk {
    fileprivate init?(_ payload: JSON) {
        if let zaak = payload["zaak"].identifier(of: Zaak.self) {
            self = .receive(zaak)
        } else if let zaaktype = payload["zaaktype"].text {
            self = .begin(zaaktype: zaaktype)
        } else if let zaak = payload["begint"].identifier(of: Zaak.self) {
            self = .start(zaak)
        } else if payload["wacht"] == true {
            self = .expire
        } else {
            return nil
        }
    }
}
