public import Basics

extension BeslagvrijeVoet {
    /// The public answer of `ontknoop incasso beslagvrijevoet`.
    public var json: JSON {
        .object([
            "beslagvrijeVoet": .string(bedrag.description), "beslagruimte": .string(beslagruimte.description),
            "regel": .string(regel), "peildatum": .string(input.peildatum.description),
            "formuleversie": .string(parameters.formula), "opbouw": .array(working.map(\.json)), "onderdelen": parts,
        ])
    }

    private var parts: JSON {
        let amounts: [(String, ExactMoney)] = [
            ("basis", basis), ("zorgdeel", zorgdeel), ("huurdeel", huurdeel), ("kinddeel", kinddeel),
            ("formule", formule),
            ("verhoging", verhoging), ("aftrek_partner", aftrekPartner), ("aftrek_eigen", aftrekEigen),
            ("aftrek_auto", aftrekAuto), ("na_475db", na475db), ("grens_95", grens95),
        ]
        return .object(Dictionary(uniqueKeysWithValues: amounts.map { ($0.0, .string($0.1.rounded.description)) }))
    }
}
