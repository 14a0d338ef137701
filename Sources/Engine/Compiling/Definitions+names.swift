import Bpmn

extension Definitions {
    /// The variables that a file itself names: data, properties, results and what mappings fill.
    var dataNames: Set<String> {
        var names: Set<String> = []
        for scope in processes.flatMap(\.scope.allScopes) {
            names.formUnion(scope.dataObjects.compactMap(\.name))
            names.formUnion(scope.properties.compactMap(\.name))
            for node in scope.nodes {
                names.formUnion(node.settings.inputs.map(\.target) + node.settings.outputs.map(\.target))
                if let result = node.settings.resultVariable { names.insert(result) }
                names.formUnion(node.activity?.data.inputs.compactMap(\.name) ?? [])
                names.formUnion(node.activity?.data.outputs.compactMap(\.name) ?? [])
            }
        }
        return names
    }
}
