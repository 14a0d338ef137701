import Basics

/// What the scripts of the execution suite stand for: a word, not code.
enum ConformanceScripts {
    /// What the script does; one that throws an error throws the only one that the model knows, else one without a name.
    static func answer(
        _ call: ServiceCall, _ caller: ProcessInstance, _ library: ProcessLibrary, error: String
    ) -> SimulatedWorld.Answer {
        switch call.type {
        case "WAIT_TEN_SECONDS": .init(.done([:]), milliseconds: 10_000)
        case "CREATE_TIMESTAMP_LOG_1", "CREATE_TIMESTAMP_LOG_2": .init(.done([:]), milliseconds: 1_000)
        case "THROW_ERROR": .init(.error(code: error))
        case "INCREMENT_INTEGER_VARIABLE", "INCREMENT_INTEGER_VARIABLE_AND_LOG":
            .init(
                .done([
                    "integerVariable": JSON((caller.variables(of: call.element)["integerVariable"]?.integer ?? 0) + 1)
                ]))
        case "SET_STRING_DATA":
            .init(
                .done(Dictionary(uniqueKeysWithValues: dataWritten(by: call, caller, library).map { ($0, "String") })))
        default: .init(.done([:]))
        }
    }

    /// What a script leaves behind when it has run.
    static func trace(_ call: ServiceCall, _ before: ProcessInstance, _ library: ProcessLibrary) -> String? {
        switch call.type {
        case "CREATE_MARKER_FILE": return "marker exists"
        case "INCREMENT_INTEGER_VARIABLE_AND_LOG": return "increment"
        case "LOG_DATA":
            let seen = before.variables(of: call.element)
            return dataRead(by: call, before, library).contains { seen[$0] == "String" } ? "data correct" : "data wrong"
        default: return call.type.hasPrefix("SCRIPT_") ? String(call.type.dropFirst("SCRIPT_".count)) : nil
        }
    }

    private static func dataWritten(by call: ServiceCall, _ caller: ProcessInstance, _ library: ProcessLibrary)
        -> [String]
    {
        guard let graph = library[caller.definitions[0]]?.graph, let node = graph.node(call.node) else { return [] }
        let own = node.outputs.map(\.source.source)
        return own.isEmpty ? graph.data(around: node) : own
    }

    private static func dataRead(by call: ServiceCall, _ caller: ProcessInstance, _ library: ProcessLibrary) -> [String]
    {
        guard let graph = library[caller.definitions[0]]?.graph, let node = graph.node(call.node) else { return [] }
        let own = node.inputs.map(\.target.name)
        return own.isEmpty ? graph.data(around: node) : own
    }
}

extension Graph {
    /// The data objects and properties of the nearest scope that has any.
    fileprivate func data(around node: Node) -> [String] {
        var next = Optional(node.scope)
        while let place = next {
            if !scopes[place].data.isEmpty { return scopes[place].data }
            next = scopes[place].parent
        }
        return []
    }
}
