import Basics

extension Run {
    mutating func set(_ variables: [String: JSON], in scope: ElementInstance.ID) {
        guard !variables.isEmpty else { return }
        variablesChanged = true
        emit(.variablesSet(variables, scope: scope))
    }

    /// Sets each variable in the nearest scope that has it, else in the process that the scope belongs to.
    mutating func propagate(_ variables: [String: JSON], from scope: ElementInstance.ID) {
        let owners = variables.keys.map { (name: $0, owner: owner(of: $0, from: scope)) }
        guard let first = owners.first else { return }
        if owners.allSatisfy({ $0.owner == first.owner }) { return set(variables, in: first.owner) }
        for owner in Set(owners.map(\.owner)).sorted() {
            let names = owners.filter { $0.owner == owner }.map(\.name)
            set(variables.filter { names.contains($0.key) }, in: owner)
        }
    }

    /// The nearest scope that has a variable of this name, not beyond the process.
    private func owner(of name: String, from scope: ElementInstance.ID) -> ElementInstance.ID {
        var id = scope
        while let index = instance.elements.index(of: id) {
            if instance.elements[at: index].variables[name] != nil { return id }
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
