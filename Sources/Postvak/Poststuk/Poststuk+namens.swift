extension Poststuk {
    /// Whether the sender writes on behalf of someone else, so that their address is not that person's: they say so, or it was
    /// sorted as of who helps with debts.
    public var isNamensAnder: Bool {
        let words = woorden.lowercased().split { !$0.isLetter }.map(String.init)
        return sortering.soorten.contains(.hulpverlener) || words.contains(where: Poststuk.namens.contains)
    }

    private static let namens: Set<String> = [
        "namens", "cliënt", "cliënte", "client", "cliente", "cliënten", "bewindvoerder", "bewindvoering", "curator",
        "gemachtigde", "budgetbeheer", "behalf",
    ]
}
