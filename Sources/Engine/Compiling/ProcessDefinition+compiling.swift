public import Basics
public import Bpmn

extension ProcessDefinition {
    /// Makes a process of a file ready to run, or says by name what cannot be run and what to use instead.
    ///
    /// Without a name the first executable process is taken, else the first.
    public static func compile(
        _ definitions: Definitions, process: String? = nil, version: Int = 1, options: CompileOptions = CompileOptions()
    ) -> (definition: ProcessDefinition?, diagnostics: [Diagnostic]) {
        let wanted = process.map { ElementID($0) }
        if let task = wanted.flatMap({ definitions.globalTasks[$0] }) {
            return compile(task.asProcess, in: definitions, version: version, options: options)
        }
        let found = wanted.map { definitions.processes[$0] } ?? definitions.processes.first(where: \.isExecutable)
        guard let found = found ?? (wanted == nil ? definitions.processes.first : nil) else {
            return (nil, [Diagnostic(.error, "no-process", "the file has no such process", element: process)])
        }
        return compile(found, in: definitions, version: version, options: options)
    }

    /// Every process and global task of a file; only those without errors are there.
    public static func compileAll(
        _ definitions: Definitions, version: Int = 1, options: CompileOptions = CompileOptions()
    ) -> (definitions: [ProcessDefinition], diagnostics: [Diagnostic]) {
        let processes = definitions.processes.map { $0 } + definitions.globalTasks.map(\.asProcess)
        let results = processes.map { compile($0, in: definitions, version: version, options: options) }
        return (results.compactMap(\.definition), results.flatMap(\.diagnostics))
    }

    private static func compile(
        _ process: BusinessProcess, in definitions: Definitions, version: Int, options: CompileOptions
    ) -> (definition: ProcessDefinition?, diagnostics: [Diagnostic]) {
        var compiler = Compiler(definitions: definitions, options: options)
        let graph = compiler.compile(process)
        if compiler.diagnostics.contains(where: { $0.severity == .error }) { return (nil, compiler.diagnostics) }
        let key = DefinitionKey(process.id.text, version: version)
        return (ProcessDefinition(key: key, graph: graph), compiler.diagnostics)
    }
}

extension GlobalTask {
    /// A process with only this task in it.
    fileprivate var asProcess: BusinessProcess {
        var scope = Scope(id: id)
        let data = ActivityData()
        let activity = Activity(
            kind: .task(kind), loop: nil, isForCompensation: false, startQuantity: 1, completionQuantity: 1,
            defaultFlow: nil, data: data)
        scope.nodes.add(
            FlowNode(
                id: ElementID(id.text + ".task"), name: name, documentation: [], kind: .activity(activity),
                settings: settings, extensions: extensions, line: line))
        return BusinessProcess(
            id: id, name: name, documentation: [], isExecutable: true, scope: scope, extensions: extensions, line: line)
    }
}
