import Basics

/// One way in which a drawing gives a fact its value.
public enum Giving: Hashable, Sendable {
    /// One of these texts, or what is no text.
    case texts(Set<String>)
    /// What a person fills in under that name on a form.
    case form(String)
    /// What a decision says.
    case decision(String)
    /// What another fact is.
    case fact(String)
    /// What the drawing does not tell.
    case anything
}

extension ProcessDefinition {
    /// All ways in which its steps give a fact its value, in the order of the file.
    public func giving(_ name: String) -> [Giving] { nodes.flatMap { $0.giving(name) } }
}

extension Node {
    fileprivate func giving(_ name: String) -> [Giving] {
        let mapped = (inputs + outputs).filter { $0.target.name == name }.map {
            $0.target.fields.isEmpty ? $0.source.giving : .anything
        }
        let isRound = loop?.names.contains(name) ?? false
        return mapped + kind.giving(name) + (isRound ? [.anything] : [])
    }
}

extension NodeKind {
    fileprivate func giving(_ name: String) -> [Giving] {
        switch self {
        case .userTask(let work): [work.value.form.map { .form($0) }].compactMap(\.self)
        case .scriptTask(let work) where work.value.resultVariable == name: [work.value.formula.giving]
        case .ruleTask(let work) where work.value.resultVariable == name:
            [work.value.decision.fixedName.map { .decision($0) } ?? .anything]
        case .serviceTask(let work) where work.value.resultVariable == name: [.anything]
        default: []
        }
    }
}

extension Formula {
    fileprivate var giving: Giving {
        switch constant {
        case .string(let text)?: .texts([text])
        case _?: .texts([])
        case nil: textOutcomes.map { .texts($0) } ?? fact.map { .fact($0) } ?? .anything
        }
    }

    /// The fact that it takes as it is.
    private var fact: String? { variables.count == 1 && variables == [source.plain] ? variables[0] : nil }
}

extension String {
    /// Without the sign that it is computed.
    fileprivate var plain: String { Formula.expression(in: self) ?? self }
}
