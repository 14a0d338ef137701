/// What is told of a zaak that its drawing waits for where it stands: `klant wil een regeling`, while one can be asked for.
struct Happening {
    let event: Candidate
    /// The way from the event.
    let walk: ModelWalk
    let told: Statement
    /// By its name; else as one of the examples that its documentation gives.
    let isNamed: Bool

    /// The nearest event that the question tells of.
    static func find(_ asked: Inquiry, _ adviser: Adviser) -> Happening? {
        let told = asked.told.filter { !$0.tokens.isEmpty }
        guard !told.isEmpty else { return nil }
        let events = asked.whereabouts.events.compactMap { spot -> (ModelGraph.Node, ModelGraph)? in
            let graph = ModelGraph(of: spot.document, in: adviser.library)
            return graph.nodes[spot.id].map { ($0, graph) }
        }
        let named = events.lazy.compactMap { find($0.0, $0.1, told, isNamed: true, asked, adviser) }.first
        return named ?? events.lazy.compactMap { find($0.0, $0.1, told, isNamed: false, asked, adviser) }.first
    }

    private static func find(
        _ node: ModelGraph.Node, _ graph: ModelGraph, _ told: [Statement], isNamed: Bool, _ asked: Inquiry,
        _ adviser: Adviser
    ) -> Happening? {
        let event = adviser.candidate(node.passage, score: 0, asked)
        let names =
            isNamed ? [EventName(node.name, adviser.rules.conditions)].compactMap { $0 } : examples(of: event, adviser)
        guard let statement = told.first(where: { said in names.contains { $0.isTold(by: said, asked) } }) else {
            return nil
        }
        let walk = ModelWalk(from: node, graph, stands: true, asked, adviser)
        return Happening(event: event, walk: walk, told: statement, isNamed: isNamed)
    }

    /// What stands behind `zoals` in its documentation, up to the end of the sentence.
    private static func examples(of event: Candidate, _ adviser: Adviser) -> [EventName] {
        event.sentences.flatMap { sentence -> [EventName] in
            guard let such = sentence.tokens.firstIndex(where: { $0.text == "zoals" }) else { return [] }
            let list = sentence.tokens[(such + 1)...]
            let parts = list.split { ["of", "en"].contains($0.text) }.flatMap { part in cut(part) }
            return parts.map { adviser.rules.conditions.clause($0) }.filter { $0.terms.contains { $0.weight >= 0.6 } }
                .map(EventName.init(example:))
        }
    }

    private static func cut(_ part: ArraySlice<Token>) -> [ArraySlice<Token>] {
        var parts: [ArraySlice<Token>] = []
        var start = part.startIndex
        for index in part.indices where part[index].mark != nil {
            parts.append(part[start...index])
            start = index + 1
        }
        return (parts + [part[start...]]).filter { !$0.isEmpty }
    }

    /// Whether it is all that the question says, so that the drawing answers before the instructions do.
    func comesFirst(of asked: Inquiry, _ support: Support, _ adviser: Adviser) -> Bool {
        guard isNamed || !support.answersFromText, asked.form.onlyTells || asked.form.asksRoute else { return false }
        let weight = asked.weight(adviser)
        return weight == 0 || adviser.matched(asked.query, by: told.terms) >= 0.6 * weight && asked.told.count == 1
    }
}
