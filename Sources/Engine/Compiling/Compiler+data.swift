import Bpmn

extension Compiler {
    /// What data associations bring in, as mappings (BPMN 10.4.2).
    mutating func associated(_ data: [DataAssociation], of node: FlowNode, in scope: Int) -> [DataMapping] {
        data.flatMap { association -> [DataMapping] in
            let assigned = association.assignments.compactMap { assignment in
                computed(assignment.from.text, of: node).map {
                    DataMapping(source: $0, target: VariablePath(Formula.trimmed(assignment.to.text)))
                }
            }
            if !assigned.isEmpty { return assigned }
            guard let target = association.target.flatMap({ variable($0, of: node, in: scope) }) else { return [] }
            let source =
                association.transformation.flatMap { computed($0.text, of: node) }
                ?? association.sources.first.flatMap { variable($0, of: node, in: scope) }.map { Formula(variable: $0) }
            return source.map { [DataMapping(source: $0, target: VariablePath(target))] } ?? []
        }
    }

    /// The variable that a data object, property, input or output stands for.
    func variable(_ id: ElementID, of node: FlowNode, in scope: Int) -> String? {
        if let data = node.activity?.data {
            if let own = data.inputs[id] ?? data.outputs[id] ?? data.properties[id] { return own.name ?? own.id.text }
        }
        for scope in around(scope) {
            if let property = scope.properties[id] { return property.name ?? property.id.text }
            if let object = scope.dataObjects[id] { return object.name ?? object.id.text }
            guard let reference = scope.dataReferences[id] else { continue }
            if case .object(let object?) = reference.kind {
                return variable(object, of: node, in: scope) ?? reference.name
            }
            return reference.name ?? reference.id.text
        }
        return nil
    }

    private func variable(_ object: ElementID, of node: FlowNode, in scope: Scope) -> String? {
        scope.dataObjects[object].map { $0.name ?? $0.id.text }
    }
}
