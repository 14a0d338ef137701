public import Basics

extension Processignaal {
    /// Reads a job's payload; `nil` for one of another shape.
    public init?(_ payload: JSON) {
        guard let id = payload["signaal"].identifier(of: Processignaal.self), let naam = payload["naam"].text,
            let werk = Werk(payload)
        else { return nil }
        self.init(
            id: id, naam: naam, variabelen: payload["variabelen"].fields ?? [:],
            van: payload["van"].identifier(of: Zaak.self), afzender: payload["afzender"].text,
            keten: (payload["keten"].elements ?? []).compactMap(\.text), werk: werk)
    }

    var payload: JSON {
        var fields: [String: JSON] = [
            "signaal": .string(id.text), "naam": .string(naam), "variabelen": .object(variabelen),
            "keten": .array(keten.map { .string($0) }),
        ]
        if let van { fields["van"] = .string(van.text) }
        if let afzender { fields["afzender"] = .string(afzender) }
        switch werk {
        case .deal(let place, let end): (fields["na"], fields["tot"]) = (JSON(Int(place)), JSON(Int(end)))
        case .receive(let zaak): fields["zaak"] = .string(zaak.text)
        case .start(let zaak): fields["begint"] = .string(zaak.text)
        case .begin(let zaaktype): fields["zaaktype"] = .string(zaaktype)
        }
        return .object(fields)
    }
}

extension Processignaal.Werk {
    fileprivate init?(_ payload: JSON) {
        if let place = payload["na"].integer, let end = payload["tot"].integer {
            self = .deal(after: Int64(place), upTo: Int64(end))
        } else if let zaak = payload["zaak"].identifier(of: Zaak.self) {
            self = .receive(zaak)
        } else if let zaak = payload["begint"].identifier(of: Zaak.self) {
            self = .start(zaak)
        } else if let zaaktype = payload["zaaktype"].text {
            self = .begin(zaaktype: zaaktype)
        } else {
            return nil
        }
    }
}
