public import Basics
public import Bpmn

extension ProcessDefinition {
    /// Makes a process of a file ready to run, or says by name what cannot be run and what to use instead.
    ///
    /// Without a name the first executable process is taken, else the first.
    public static func compile(
        _ definitions: Definitions, process: String? = nil, version: Int = 1, options: CompileOptions = CompileOptions()
    ) -> (definition: ProcessDefinition?, diagnostics: [Diagnostic]) {
        if let task = process.flatMap({ definitions.globalTasks[ElementID($0)] }) {
            return make(task.id, version: version, definitions, options) { $0.compile(task) }
        }
        let found =
            process.map { definitions.processes[ElementID($0)] }
            ?? definitions.processes.first(where: \.isExecutable) ?? definitions.processes.first
        guard let found else {
            return (nil, [Diagnostic(.error, "no-process", "the file has no such process", element: process)])
        }
        return make(found.id, version: version, definitions, options) { $0.compile(found) }
    }

    /// Every process and global task of a file; only those without errors are there.
    public static func compileAll(
        _ definitions: Definitions, version: Int = 1, options: CompileOptions = CompileOptions()
    ) -> (definitions: [ProcessDefinition], diagnostics: [Diagnostic]) {
        let ids = definitions.processes.map(\.id.text) + definitions.globalTasks.map(\.id.text)
        let results = ids.map { compile(definitions, process: $0, version: version, options: options) }
        return (results.compactMap(\.definition), results.flatMap(\.diagnostics))
    }

    private static func make(
        _ id: ElementID, version: Int, _ definitions: Definitions, _ options: CompileOptions,
        _ compile: (inout Compiler) -> Graph
    ) -> (definition: ProcessDefinition?, diagnostics: [Diagnostic]) {
        var compiler = Compiler(definitions: definitions, options: options)
        let graph = compile(&compiler)
        let diagnostics = compiler.diagnostics.map { $0.naming(definitions) }
        if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
        let key = DefinitionKey(id.text, version: version)
        return (ProcessDefinition(key: key, graph: graph), diagnostics)
    }
}

extension Diagnostic {
    /// With the name of its element beside the id.
    fileprivate func naming(_ definitions: Definitions) -> Diagnostic {
        Diagnostic(severity, code, message, line: line, element: element.map { definitions.title(of: $0) })
    }
}
