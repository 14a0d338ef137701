import Basics

extension Run {
    mutating func set(_ variables: [String: JSON], in scope: ElementInstance.ID) {
        let variables = withoutKeys(variables, in: scope)
        guard !variables.isEmpty else { return }
        variablesChanged = true
        emit(.variablesSet(variables, scope: scope))
    }

    /// Sets each variable in the nearest scope that has it, else in the process that the scope belongs to.
    mutating func propagate(_ variables: [String: JSON], from scope: ElementInstance.ID) {
        guard let first = variables.keys.first else { return }
        let owner = owner(of: first, from: scope)
        if variables.count == 1 || variables.keys.allSatisfy({ self.owner(of: $0, from: scope) == owner }) {
            return set(variables, in: owner)
        }
        let owned = Dictionary(grouping: variables) { self.owner(of: $0.key, from: scope) }
        for (owner, own) in owned.sorted(by: { $0.key < $1.key }) {
            set(Dictionary(own.map { ($0.key, $0.value) }) { first, _ in first }, in: owner)
        }
    }

    /// The nearest scope that has a variable of this name, not beyond the process.
    private func owner(of name: String, from scope: ElementInstance.ID) -> ElementInstance.ID {
        var id = scope
        while let index = instance.elements.index(of: id) {
            if instance.elements[at: index].variables.has(name) { return id }
            if case .process = instance.elements[at: index].role { return id }
            guard let parent = instance.elements[at: index].parent else { return id }
            id = parent
        }
        return id
    }

    /// A value put at a path: the whole variable, or the variable with that one field changed.
    func placed(_ value: JSON, at path: VariablePath, seenFrom scope: ElementInstance.ID) -> JSON {
        if path.fields.isEmpty { return value }
        return (facts(scope).value(path.name) ?? .object([:])).putting(value, at: path.fields[...])
    }
}

extension JSON {
    fileprivate func putting(_ value: JSON, at path: ArraySlice<String>) -> JSON {
        guard let field = path.first else { return value }
        var fields: [String: JSON] = [:]
        if case .object(let known) = self { fields = known }
        fields[field] = (fields[field] ?? .object([:])).putting(value, at: path.dropFirst())
        return .object(fields)
    }
}
