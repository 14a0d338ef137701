import Feel

/// Puts the columns of a table together into the inputs that a check looks at.
struct DmnColumnMaker {
    let table: DmnTable
    private let model: DmnModel
    private var types: DmnTypes
    let names: FeelNames

    init(_ table: DmnTable, in model: DmnModel, imports: [DmnModel]) {
        (self.table, self.model) = (table, model)
        let imported = model.imports.compactMap { wanted in
            imports.first { $0.namespace == wanted.namespace }
                .map { (alias: wanted.name, types: DmnTypes($0, imported: [])) }
        }
        types = DmnTypes(model, imported: imported)
        names = FeelNames(model.variables.map(\.name))
    }

    mutating func columns() -> [DmnColumn] {
        var (groups, place): ([[Int]], [String: Int]) = ([], [:])
        for (column, clause) in table.inputs.enumerated() {
            let key = "\(clause.type ?? "")\u{0}\(DmnReader.trimmed(clause.expression))"
            if let known = place[key] {
                groups[known].append(column)
            } else {
                place[key] = groups.count
                groups.append([column])
            }
        }
        let subjects = groups.map { subject(table.inputs[$0[0]].expression) }
        return groups.indices.map { DmnColumn(input(groups[$0], subjects[$0], earlier: subjects.prefix($0))) }
    }

    private mutating func input(
        _ places: [Int], _ subject: [String]?, earlier: some Sequence<[String]?>
    ) -> DmnCheckedInput {
        let clause = table.inputs[places[0]]
        let tests = table.rules.map { rule in
            places.map { $0 < rule.tests.count ? DmnTest(rule.tests[$0].text, names) : .anything }
        }
        let allowed = places.compactMap { table.inputs[$0].allowed }.map { DmnTest($0, names) }
        let type = type(of: clause)
        var doubt = subject == nil ? DmnInputDoubt.computed : nil
        if let subject, earlier.contains(where: { $0?.isPart(of: subject) ?? false }) { doubt = .sharesFacts }
        if allowed.contains(where: { $0.answer(.null) == nil }) { doubt = .allowedUnknown }
        if type.isMissing { doubt = .typeUnknown }
        let asksNothing = tests.allSatisfy { $0.allSatisfy(\.isAnything) }
        return DmnCheckedInput(
            name: clause.label ?? clause.expression.trimmedSpace, expression: clause.expression.trimmedSpace,
            places: places, type: type.found, tests: tests, allowed: allowed,
            listed: places.compactMap { table.inputs[$0].allowed }.first
                ?? types.allowedValues(of: typeName(of: clause)),
            doubt: asksNothing ? nil : doubt)
    }

    /// The fact, or the part of one, that an input takes; nothing when it computes something.
    private func subject(_ text: String) -> [String]? {
        guard let expression = try? FeelExpression(parsing: text, names: names) else { return [text.trimmedSpace] }
        return expression.factPath
    }

    private func typeName(of clause: DmnInputClause) -> String? {
        clause.type ?? model.variables.first { $0.name == DmnReader.trimmed(clause.expression) }?.type
    }

    /// The type of an input: its own, or that of the fact which it takes.
    private mutating func type(of clause: DmnInputClause) -> (found: FeelType?, isMissing: Bool) {
        guard let name = typeName(of: clause) else { return (nil, false) }
        let before = types.diagnostics.count
        let type = types.type(name, line: clause.line)
        if types.diagnostics.count > before { return (nil, true) }
        if case .any = type { return (nil, false) }
        return (type, false)
    }
}

extension DmnModel {
    /// All that has a value by its name.
    fileprivate var variables: [DmnVariable] {
        inputs.map(\.variable) + decisions.map(\.variable) + knowledge.map(\.variable) + services.map(\.variable)
    }
}

extension [String] {
    /// Whether one path leads to the other, or the other way round.
    fileprivate func isPart(of other: [String]) -> Bool { starts(with: other) || other.starts(with: self) }
}
