import Dmn
import Feel

/// What a drawing or table tests exactly, which its text says in words: a condition, or a cell against its column.
struct ModelTest: Sendable {
    /// The names of the whole that is tested: the label of a column, its expression.
    private let names: [ModelName]
    private let expression: FeelExpression
    private let cell: UnaryTests?
    private let variables: [ModelVariable]
    /// Whether the column is one fact, with nothing worked out of it.
    private let isPlain: Bool
    /// What the column holds; nothing where that is not said.
    private let kind: FeelKind?

    /// A condition of a way in a drawing; nothing where it cannot be read.
    init?(condition text: String) {
        let text = text.trimmed(of: "")
        guard let expression = try? FeelExpression(parsing: text.hasPrefix("=") ? String(text.dropFirst()) : text)
        else { return nil }
        (names, self.expression, cell, kind) = ([], expression, nil, nil)
        isPlain = false
        variables = expression.variables.map { ModelVariable($0, in: expression.text) }
    }

    /// A cell of a decision table under the expression and label of its column.
    init?(cell text: String, of column: DmnInputClause, names: FeelNames) {
        guard let expression = try? FeelExpression(parsing: column.expression, names: names),
            let cell = try? UnaryTests(parsing: text, names: names)
        else { return nil }
        self.names = ModelName.beside([column.label, column.expression].compactMap { $0.flatMap(ModelName.init) })
        (self.expression, self.cell) = (expression, cell)
        isPlain = expression.variables == [column.expression.trimmed(of: "")]
        kind = column.type.flatMap(FeelKind.init) ?? cell.constants.first?.kind
        variables = Set(expression.variables + cell.variables).sorted().map {
            ModelVariable($0, in: column.expression + " " + cell.text)
        }
    }

    /// Whether it holds by what is known by name, and what was said of that.
    func verdict(_ facts: NamedFacts) -> Verdict {
        let known = variables.map { $0.known(facts) }
        var said = known.flatMap(\.said)
        let scope = FeelScope(
            Dictionary(zip(variables.map(\.name), known.map(\.value))) { first, _ in first },
            unknown: [ModelVariable.nobodyKnows])
        guard let cell else { return verdict(expression.evaluate(in: scope), said) }
        var value = isPlain ? .unknown(FeelUnknown([expression.text])) : expression.evaluate(in: scope).value
        if let whole = facts.value(of: names, kind) { (value, said) = (whole.value, [whole.said]) }
        guard kind == nil || value.kind == kind || value.kind == .unknown else { return .unknown }
        return verdict(cell.evaluate(cell.worded(value), in: scope), said)
    }

    private func verdict(_ result: FeelResult, _ said: [Statement]) -> Verdict {
        switch result.truth {
        case .yes: Verdict(truth: .yes, evidence: said, isExact: !said.isEmpty)
        case .no: Verdict(truth: .no, evidence: said, isExact: !said.isEmpty)
        case .neither, .unknown: .unknown
        }
    }
}

extension UnaryTests {
    /// A word as the cells write it: `Sloep` is `sloep`.
    fileprivate func worded(_ value: FeelValue) -> FeelValue {
        guard case .string(let text) = value else { return value }
        return constants.first { constant in
            if case .string(let own) = constant { return Folding.fold(own) == Folding.fold(text) }
            return false
        } ?? value
    }
}
