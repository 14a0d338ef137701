/// Decision tables: looking, trying, comparing, editing.
enum DecisionPaths {
    static let list = Path("/beslissingen")
    static let model = Path("/beslissingen/{model}")
    static let file = Path("/beslissingen/{model}/bestand")
    static let comparison = Path("/beslissingen/{model}/vergelijking")
    static let editing = Path("/beslissingen/{model}/bewerking")
    static let draft = Path("/ontwerpen/beslissing/{ontwerp}")

    static let all = [list, model, file, comparison, editing, draft]
}
