public import Bpmn

extension ProcessDefinition {
    /// In more processes of one file than this no calls are looked for.
    private static let mostLookedAt = 200

    /// The processes that a file has to offer, by id: those that are marked to run, or where none is, those with a step in them; and the
    /// processes of the file that these call.
    public static func offered(by definitions: Definitions) -> [String] {
        let marked = definitions.processes.filter(\.isExecutable)
        let drawn = definitions.processes.filter { !$0.scope.nodes.isEmpty }
        var offered = (marked.isEmpty ? drawn : marked).map(\.id.text)
        if offered.isEmpty { offered = definitions.processes.prefix(1).map(\.id.text) }
        var place = 0
        while place < min(offered.count, mostLookedAt) {
            let called = compile(definitions, process: offered[place]).definition?.calledNames ?? []
            offered += called.filter { !offered.contains($0) && definitions.processes[ElementID($0)] != nil }
            place += 1
        }
        return offered
    }

    /// The processes that it calls by name, each once.
    public var calledNames: [String] {
        var seen: Set<String> = []
        return namedWorks.compactMap { work in
            guard case .process(let name) = work.asked, seen.insert(name).inserted else { return nil }
            return name
        }
    }
}

extension Definitions {
    /// What a process of the file is called: its own name, or that of its pool.
    public func name(ofProcess id: String) -> String {
        let pools = collaborations.flatMap { $0.participants.filter { $0.process?.text == id }.map(\.name) }
        let names = [processes[ElementID(id)]?.name] + pools
        return names.lazy.compactMap(\.self).first { !$0.isEmpty } ?? id
    }
}
