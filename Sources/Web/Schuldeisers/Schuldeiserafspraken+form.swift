import Incasso
import Recht

extension Schuldeiserafspraken {
    /// Takes over what was chosen; what is empty is as the house does it.
    mutating func take(_ form: FormFields) throws {
        rente = try form.choiceIfAny("rente") ?? rente
        kostenOver = try form.choiceIfAny("kostenOver")
        volgorde = try form.choiceIfAny("volgorde")
        bureau = form["bureau"].map {
            Bureau(naam: $0, adres: form["bureauAdres"] ?? "", kvk: form["bureauKvk"] ?? "")
        }
    }
}

extension Words {
    /// What a creditor agreed, as fields of its form.
    func agreed(of one: Schuldeiser) -> [Field] {
        let agreed = one.afspraken
        return [
            bureau("bureau", agreed.bureau?.naam, one), bureau("bureauAdres", agreed.bureau?.adres, one),
            bureau("bureauKvk", agreed.bureau?.kvk, one),
            Field(
                "rente", self("creditors.interest"),
                .list(
                    Schuldeiserafspraken.Rente.allCases.map {
                        Option($0.rawValue, self("creditors.interest_\($0.rawValue)"), chosen: $0 == agreed.rente)
                    }), id: "rente-\(one.code)", hint: self("creditors.interest_hint"), isRequired: true),
            Field(
                "kostenOver", self("creditors.fee"),
                .list(
                    [ImputationPolicy.Fee.perClaim, .ofTheCase].map {
                        Option($0.rawValue, self("creditors.fee_\($0.rawValue)"), chosen: $0 == agreed.kostenOver)
                    }), id: "kostenOver-\(one.code)", hint: self("creditors.fee_hint")),
            Field(
                "volgorde", self("creditors.order"),
                .list(
                    ImputationRule.Order.allCases.map {
                        Option($0.rawValue, self("creditors.order_\($0.rawValue)"), chosen: $0 == agreed.volgorde)
                    }), id: "volgorde-\(one.code)", hint: self("creditors.order_hint")),
        ]
    }

    private func bureau(_ name: String, _ value: String?, _ one: Schuldeiser) -> Field {
        Field(
            name, self("creditors.\(name)"), .text(value ?? ""), id: "\(name)-\(one.code)",
            hint: name == "bureau" ? self("creditors.bureau_hint") : nil)
    }
}
