/// What the zaak has already passed in the drawing is no step to take.
extension Composer {
    func isPast(_ candidate: Candidate) -> Bool {
        guard candidate.document.isDrawing, asked.standsIn(candidate.document),
            let id = ModelGraph.parts(of: candidate.passage.heading)?.id
        else { return false }
        let document = adviser.library.places[candidate.number].document
        return asked.whereabouts.isPast(Whereabouts.Spot(document: document, id: id), in: adviser.library)
    }

    /// Who asks for such a step hears where the zaak stands by now.
    mutating func tellPast(_ chosen: [Candidate]) {
        guard let first = chosen.first, first.headingMatch, isPast(first),
            let name = ModelGraph.parts(of: first.passage.heading)?.name,
            let row = first.rules.indices.first(where: { !first.rules[$0].cells.isEmpty }) ?? first.rules.indices.first
        else { return }
        let here = asked.facts.statements.filter { $0.origin == .zaak && $0.tokens.first?.text == "stap" }
            .map { $0.text.drop { $0 != " " }.trimmed(of: "") }
        var step = step(first, row, why: adviser.phrases("waarom.onderwerp", ["kop": first.heading]))
        step.step = adviser.phrases("model.voorbij", ["stap": name, "waar": here.joined(separator: ", ")])
        step.isExcluded = true
        drafts.append(
            Draft(step: step, passage: first.number, weight: weight(ofRuledOut: first), kind: .ruledOut))
    }
}
