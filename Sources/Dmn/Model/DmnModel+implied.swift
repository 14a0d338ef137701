import Feel

extension DmnModel {
    /// With an input for each name that a table asks about where its decision requires nothing at all: so Camunda's modeler writes a
    /// table that stands by itself.
    var withImpliedInputs: DmnModel {
        var model = self
        for (place, decision) in decisions.enumerated() where decision.information.isEmpty {
            for clause in decision.table?.inputs ?? [] {
                for name in clause.names where !decision.isKnown(name, in: self) {
                    model.require(name, of: clause, at: place)
                }
            }
        }
        return model
    }

    private mutating func require(_ name: String, of clause: DmnInputClause, at decision: Int) {
        let id: String
        if let known = inputs.first(where: { $0.variable.name == name }) {
            id = known.id
        } else {
            id = "\(name) as input"
            let type = clause.expression == name ? clause.type : nil
            inputs.append(DmnInput(id: id, variable: DmnVariable(name: name, type: type), line: clause.line))
        }
        let reference = DmnReference(href: "#\(id)", line: clause.line)
        if !decisions[decision].information.contains(where: { $0.href == reference.href }) {
            decisions[decision].information.append(reference)
        }
    }
}

extension DmnInputClause {
    /// The names that its expression takes from its surroundings; none where it cannot be read.
    fileprivate var names: [String] { (try? FeelExpression(parsing: expression))?.variables ?? [] }
}

extension DmnDecision {
    /// Whether a function of that name is required, which is no fact.
    fileprivate func isKnown(_ name: String, in model: DmnModel) -> Bool {
        model.knowledge.contains { $0.variable.name == name } || model.services.contains { $0.variable.name == name }
    }
}
