extension Composer {
    /// Works out dates, sums, shares and limits with the numbers of the case.
    mutating func reckon(_ chosen: [Candidate]) {
        // What counts from a first day that the case names is worked out, though other passages share more words with the question.
        let counting = candidates.prefix(10).filter { candidate in
            !chosen.contains { $0.number == candidate.number }
                && Reckoner(adviser: adviser, asked: asked, candidate: candidate).fitOfDate == .greatestFiniteMagnitude
        }
        let chosen = chosen + counting
        // Of one date one is counted: that of the passage whose period fits it best.
        let dated = chosen.map { ($0.number, Reckoner(adviser: adviser, asked: asked, candidate: $0).fitOfDate) }
            .filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
        for (place, candidate) in chosen.enumerated() where place < 2 || candidate.number == dated {
            let reckoner = Reckoner(adviser: adviser, asked: asked, candidate: candidate)
            for result in reckoner.results(isDated: dated != candidate.number) + (place == 0 ? reckoner.rows() : []) {
                for name in result.lacking { ask(amount: name) }
                add(result, of: candidate)
                if let worked = result.worked { addRows(knowing: worked, of: candidate) }
            }
        }
    }

    private mutating func add(_ result: Reckoner.Outcome, of candidate: Candidate) {
        // Two passages that lead to the same sum give one answer.
        guard !drafts.contains(where: { $0.isReckoned && $0.step.step == result.sentence }) else { return }
        let isContext = result.isDated && !asked.form.asksReckoning
        let step = AdviceStep(step: result.sentence, why: why(result), sources: result.sources, facts: result.facts)
        drafts.append(
            Draft(
                step: step, passage: candidate.number, weight: isContext ? 0.9 : 2.5, kind: .reckoned,
                isHeld: !isContext))
    }

    /// The rows of the same document that what was worked out chooses: who may agree to twelve months.
    private mutating func addRows(knowing worked: String, of candidate: Candidate) {
        let asked = asked.knowing(worked, adviser)
        let own = adviser.library.places[candidate.number].document
        for number in adviser.library.register.passages[own] where adviser.readPassage(number).hasTable {
            let other = adviser.candidate(number, score: 0, asked)
            for row in Reckoner(adviser: adviser, asked: asked, candidate: other).rows()
            where row.facts.contains(worked) { add(row, of: other) }
        }
    }

    /// A part of a sum that nobody gave is asked.
    private mutating func ask(amount name: String) {
        let question = adviser.phrases("ontbreekt.bedrag", ["naam": name])
        guard !missing.contains(where: { $0.question == question }) else { return }
        missing.append(MissingFact(fact: name, question: question))
    }

    private func why(_ result: Reckoner.Outcome) -> String {
        guard !result.facts.isEmpty else { return adviser.phrases("waarom.onderwerp", ["kop": result.heading]) }
        return adviser.phrases(
            "waarom.berekend", ["feiten": result.facts.joined(separator: "; "), "kop": result.heading])
    }
}
