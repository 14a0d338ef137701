import Feel

extension DmnTable {
    /// The outcomes that their column does not allow, as far as the words of a cell alone tell.
    var forbiddenOutcomes: [DmnFinding] {
        outputs.indices.flatMap { column -> [DmnFinding] in
            guard let text = outputs[column].allowed, let allowed = UnaryTests(constant: text) else { return [] }
            let given = rules.enumerated().map {
                ($0 + 1, $1.outputs.indices.contains(column) ? $1.outputs[column].text : "")
            }
            let otherwise = outputs[column].fallback.map { [(0, $0)] } ?? []
            return (given + otherwise).compactMap { rule, cell in
                guard let value = DmnTable.constant(cell), !isAllowed(value, allowed) else { return nil }
                return .notAllowed(
                    rule: rule, column: column + 1, value: DmnReader.trimmed(cell), allowed: DmnReader.trimmed(text))
            }
        }
    }

    /// Whether two rules certainly give other outcomes.
    func differ(_ rule: Int, _ other: Int) -> Bool {
        zip(rules[rule].outputs, rules[other].outputs).contains { one, another in
            guard let mine = DmnTable.constant(one.text), let theirs = DmnTable.constant(another.text) else {
                return false
            }
            return mine.feelEquals(theirs) != true
        }
    }

    /// A list is allowed when all in it are.
    private func isAllowed(_ value: FeelValue, _ allowed: UnaryTests) -> Bool {
        if case .list(let values) = value { return values.allSatisfy { isAllowed($0, allowed) } }
        return allowed.evaluate(value).value == .boolean(true)
    }

    /// What a cell says, when that depends on nothing; nothing for an empty cell, `null` and what cannot be read.
    private static func constant(_ text: String) -> FeelValue? {
        guard let expression = try? FeelExpression(parsing: text), expression.variables.isEmpty else { return nil }
        let value = expression.evaluate(in: FeelScope(json: [:])).value
        return value.isNull ? nil : value
    }
}
