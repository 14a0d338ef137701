import Basics

/// Need that cannot wait a day is told of before anything else; which answer stands below it is not changed by that.
extension Adviser {
    /// The same advice, behind what to do the same day about each need that the question tells of; danger goes first.
    func warning(_ advice: Advice, _ asked: Inquiry) -> Advice {
        var advice = advice
        let alerts = needs.heard(in: asked.text).map { need in
            MissingFact(fact: need.name, question: alert(on: need, asked), isDanger: true)
        }
        advice.missing.insert(contentsOf: states(asked) + alerts, at: advice.missing.prefix(while: \.isDanger).count)
        return advice
    }

    /// What to do the same day, with what the library says of it where it does.
    private func alert(on need: Need, _ asked: Inquiry) -> String {
        guard let said = rule(on: need, asked) else { return need.first }
        return need.first + " " + phrases("nood.bron", ["zin": said.sentence, "kop": said.heading])
    }

    /// The first sentence on the need that says what to do at once, from a passage that the need is the subject of.
    private func rule(on need: Need, _ asked: Inquiry) -> (sentence: String, heading: String)? {
        let found = library.search(
            library.query(Tokenizer.tokens(of: need.search)), on: asked.facts.today, for: asked.scope,
            limit: Composer.breadth)
        for hit in found {
            let candidate = candidate(hit.number, score: Float(hit.score), asked)
            guard !candidate.document.isModel, need.isNamed(in: Tokenizer.tokens(of: candidate.passage.heading)),
                let hasty = candidate.sentences.first(where: { Self.isHasty($0.tokens) })
            else { continue }
            return (candidate.document.text.quote(hasty.range), candidate.heading)
        }
        return nil
    }

    /// What must be done the same day.
    private static func isHasty(_ tokens: [Token]) -> Bool { hasty.contains { $0.stands(in: tokens) } }

    private static let hasty = [
        "dezelfde|zelfde dag", "vandaag", "meteen|direct|onmiddellijk|terstond", "binnen 1|een werkdag|dag|uur",
    ].map(DangerPattern.init)
}
