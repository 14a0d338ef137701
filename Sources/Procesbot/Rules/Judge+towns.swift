extension Judge {
    /// `Rotterdamse klant met …`: what is said of the people of a town is not for who lives in another.
    func elsewhere(_ rule: Rule, _ places: PlaceReader) -> Verdict? {
        guard let town = facts.town, town.relation == .inside else { return nil }
        let other = places.places(in: rule.action).contains { place in
            let next = place.token + 1
            return rule.action[place.token].text != place.name && place.name != town.name
                && rule.action.indices.contains(next) && Self.people.contains(rule.action[next].text)
        }
        return other
            ? Verdict(truth: .no, evidence: facts.statements.filter { $0.places.contains(town) }) : nil
    }

    private static let people: Set<String> = [
        "klant", "klanten", "inwoner", "inwoners", "huurder", "huurders", "bewoner", "bewoners", "debiteur",
        "debiteuren", "burger", "burgers", "gezin", "gezinnen", "huishouden", "huishoudens", "ondernemer",
        "ondernemers", "cliënt", "client", "clienten", "ouders", "ouder", "leden", "lid",
    ]
}
