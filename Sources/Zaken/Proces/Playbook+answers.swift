import Basics
import Engine

extension Playbook {
    /// What conditions wait for that the form right before them cannot give: `betaald` where a person chooses `betaalt`.
    func unknownAnswers(of definition: ProcessDefinition) -> [Diagnostic] {
        definition.expressions.filter { $0.use != .output && $0.use != .outputElement }.flatMap { condition in
            condition.comparedTexts.compactMap { compared -> Diagnostic? in
                guard compared.path.part == nil,
                    let answers = answers(to: compared.path.name, before: condition.node, in: definition),
                    !answers.contains(compared.text)
                else { return nil }
                return Diagnostic(
                    .warning, "unknown-answer", condition.sentence(waiting: compared.text, answers),
                    line: condition.node.line, element: condition.node.title)
            }
        }
    }

    /// All that can be chosen under a name right before a step; nothing where anything else may have given it.
    private func answers(to name: String, before node: Node, in definition: ProcessDefinition) -> Set<String>? {
        let steps = definition.steps(before: node.id)
        let chosen = steps.compactMap { step in step.form(giving: name).flatMap { answers(to: name, in: $0) } }
        guard !steps.isEmpty, chosen.count == steps.count else { return nil }
        return chosen.reduce(into: []) { $0.formUnion($1) }
    }

    private func answers(to name: String, in form: String) -> Set<String>? {
        guard let field = formulieren[form]?.velden.first(where: { $0.id == name }), field.soort == .keuze,
            field.uitZaak == nil
        else { return nil }
        return Set(field.opties.map(\.waarde))
    }
}

extension AskingExpression {
    fileprivate func sentence(waiting text: String, _ answers: Set<String>) -> Phrase {
        let given = answers.sorted().joined(separator: ", ")
        guard let near = text.nearest(of: answers) else {
            return
                "\(use.phrase) “\(self.text)” waits for “\(text)”, which the form before it does not give; it gives: \(given)"
        }
        return
            "\(use.phrase) “\(self.text)” waits for “\(text)”, which the form before it does not give; did you mean “\(near)”? it gives: \(given)"
    }
}
