/// A script: a question, and below it what to do at each answer.
extension RuleReader {
    /// `Kunt u dit betalen?` and below it `- Ja: …`, `- Nee: …`: what stands behind an answer holds where the question is answered so.
    func answering(_ rule: Rule, at index: Int, _ sentences: [Sentence]) -> Rule {
        guard rule.condition == nil, rule.cells.isEmpty, let isYes = answer(sentences[index]),
            let asked = sentences[..<index].lastIndex(where: { $0.tokens.last?.mark == "?" }),
            sentences[asked].block != sentences[index].block,
            let supposed = supposed(said(sentences[asked].tokens)), let condition = conditions.condition(supposed)
        else { return rule }
        var rule = rule
        rule.condition = isYes ? condition : .not(condition)
        return rule
    }

    private func answer(_ sentence: Sentence) -> Bool? {
        guard let first = sentence.tokens.first, [":", ",", "."].contains(first.mark) else { return nil }
        return first.text == "ja" ? true : first.text == "nee" ? false : nil
    }

    /// The words of the question itself, without `Vraag:` before it.
    private func said(_ tokens: [Token]) -> [Token] {
        guard let label = tokens.dropLast().lastIndex(where: { $0.mark == ":" }) else { return tokens }
        return Array(tokens[(label + 1)...])
    }
}
