import Basics
import Engine
import Feel

extension Playbook {
    /// What expressions hold a fact against that it can never be: `betaald` where a person chooses `betaalt`. A list may name
    /// what comes by another way than the form right before it.
    func unknownAnswers(of definition: ProcessDefinition, beside others: Set<String>) -> [Diagnostic] {
        let family = knowsAll(others, but: definition) ? family(of: definition) : []
        return definition.expressions.filter { $0.use != .output && $0.use != .outputElement }.flatMap { asking in
            asking.comparedTexts.compactMap { compared -> Diagnostic? in
                guard compared.path.count == 1, let name = compared.path.first else { return nil }
                let refusal = compared.isListed ? nil : refuted(compared.text, of: name, asking, definition)
                guard let message = refusal ?? unheard(compared.text, of: name, asking, family) else { return nil }
                return Diagnostic(
                    .warning, "unknown-answer", message, line: asking.node.line, element: asking.node.title)
            }
        }
    }

    /// That the forms right before a step do not give the text.
    private func refuted(
        _ text: String, of name: String, _ asking: AskingExpression, _ definition: ProcessDefinition
    ) -> Phrase? {
        guard let answers = answers(to: name, before: asking.node, in: definition), !answers.contains(text)
        else { return nil }
        return asking.sentence(waiting: text, answers)
    }

    /// That no step, form or decision anywhere gives the text. Where something else may give it, only a text that is almost one that is given.
    private func unheard(
        _ text: String, of name: String, _ asking: AskingExpression, _ family: [ProcessDefinition]
    ) -> Phrase? {
        let values = values(of: name, in: family)
        guard !family.isEmpty, !values.texts.isEmpty, !values.texts.contains(text) else { return nil }
        let isSure = values.isWhole && !mayBeTold(name, at: asking.node, family)
        let near = text.nearest(of: values.texts)
        return isSure || near != nil ? asking.sentence(unheard: text, near) : nil
    }

    /// All that can be chosen under a name right before a step; nothing where anything else may have given it.
    private func answers(to name: String, before node: Node, in definition: ProcessDefinition) -> Set<String>? {
        let steps = definition.steps(before: node.id)
        let chosen = steps.compactMap { step in
            step.form(giving: name).flatMap { field(name, on: $0)?.texts }
        }
        guard !steps.isEmpty, chosen.count == steps.count else { return nil }
        return chosen.reduce(into: []) { $0.formUnion($1) }
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

    fileprivate func sentence(unheard text: String, _ near: String?) -> Phrase {
        guard let near else {
            return "\(use.phrase) “\(self.text)” waits for “\(text)”, which no step, form or decision gives"
        }
        return
            "\(use.phrase) “\(self.text)” waits for “\(text)”, which no step, form or decision gives; did you mean “\(near)”?"
    }
}
