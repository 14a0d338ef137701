extension Adviser {
    /// Words in common with a way in a drawing leave it open.
    func chosen(_ verdict: Verdict?, of row: Rule, _ document: LibraryDocument, _ asked: Inquiry) -> Verdict? {
        guard let verdict, !verdict.isExact, document.isDrawing, verdict.truth == .yes, !verdict.evidence.isEmpty,
            !row.cells.isEmpty,
            !ModelText.isStep(row.cells.map(\.header)), !isDecided(row, verdict, document, asked)
        else { return verdict }
        return Verdict(truth: .unknown, open: row.condition?.clauses ?? [])
    }

    /// A way out of a choice is taken by a fact that speaks of the choice, or by a number; what it is called alone is not enough.
    func isDecided(_ row: Rule, _ verdict: Verdict, _ document: LibraryDocument, _ asked: Inquiry) -> Bool {
        guard let way = row.cells.first, !ModelText.isStep(row.cells.map(\.header)), verdict.truth == .yes,
            !verdict.evidence.isEmpty
        else { return false }
        if verdict.isExact || !document.isDrawing { return true }
        // Where it stands is no answer to what a drawing asks.
        if asked.standsIn(document) { return verdict.evidence.contains { !$0.tellsWhere } }
        let clauses = row.condition?.clauses ?? []
        if clauses.contains(where: { !$0.quantities.isEmpty }),
            verdict.evidence.contains(where: { !$0.quantities.isEmpty })
        {
            return true
        }
        let named = library.lexicon.terms(of: document.text.quote(way.value))
        if matched(asked.query, by: named) >= Self.leastOfWay { return true }
        let choice = Self.naming(library.lexicon.terms(of: way.header))
        return asked.facts.statements.contains { !$0.isAsked && Self.speaks($0, of: choice) }
    }

    /// Most of the words of a choice stand in what is told.
    private static func speaks(_ statement: Statement, of choice: [Term]) -> Bool {
        share(choice, in: statement.terms) >= leastOfChoice && names(choice, in: statement.terms)
    }

    /// Two words or more name a place; one does where little else is said.
    static func names(_ name: [Term], in said: [Term]) -> Bool {
        let own = naming(name)
        return own.count > 1 || !own.isEmpty && share(naming(said, atLeast: 0.3), in: own) >= leastOfChoice
    }

    /// Whom it is about is no word of the choice.
    private static func naming(_ terms: [Term], atLeast least: Float = 0.6) -> [Term] {
        terms.filter { $0.weight >= least && !$0.isCustomer }
    }

    private static func share(_ terms: [Term], in others: [Term]) -> Float {
        let shared = terms.count { word in others.contains { $0.likeness(to: word) >= 0.6 } }
        return terms.isEmpty ? 0 : Float(shared) / Float(terms.count)
    }

    private static let leastOfChoice: Float = 0.66
    /// A rare word that names a way says which it is.
    private static let leastOfWay: Float = 2.5
}
