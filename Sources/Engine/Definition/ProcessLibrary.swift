public import Basics

/// All that may be called while a process runs: definitions by version, and decisions.
public struct ProcessLibrary: Sendable {
    /// Answers a decision by its id from facts by name (DMN), or says why not.
    public typealias Decide = @Sendable (_ decision: String, _ facts: [String: JSON]) -> DecisionAnswer

    private var shelf: Shared<Shelf>
    var decide: Decide { shelf.value.decide }

    /// Those that were withdrawn go on where they run, and are the newest of nothing.
    public init(
        _ definitions: [ProcessDefinition], withdrawn: Set<DefinitionKey> = [],
        decide: @escaping Decide = { decision, _ in .failed("no decision \(decision)") }
    ) {
        shelf = Shared(Shelf(definitions, withdrawn, decide))
    }

    /// The same processes, and this one as the newest of its name.
    public func preferring(_ definition: ProcessDefinition) -> ProcessLibrary {
        var (library, shelf) = (self, shelf.value)
        shelf.newest[definition.key.process] = shelf.add(definition)
        library.shelf = Shared(shelf)
        return library
    }

    /// The same processes, with other decisions to ask.
    public func asking(_ decide: @escaping Decide) -> ProcessLibrary {
        var (library, shelf) = (self, shelf.value)
        shelf.decide = decide
        library.shelf = Shared(shelf)
        return library
    }

    /// All definitions, in no order.
    var all: [ProcessDefinition] { shelf.value.definitions }

    /// All versions of all processes, in no order.
    public var keys: some Sequence<DefinitionKey> { shelf.value.places.keys }

    public subscript(key: DefinitionKey) -> ProcessDefinition? {
        shelf.value.place(of: key).map { shelf.value.definitions[$0] }
    }

    /// The newest version of each process, by name.
    public var newestKeys: [DefinitionKey] {
        shelf.value.newest.values.map { shelf.value.definitions[$0].key }.sorted { $0.process < $1.process }
    }

    /// The newest version of a process.
    public func newest(_ process: String) -> ProcessDefinition? {
        shelf.value.newest[process].map { shelf.value.definitions[$0] }
    }

    /// What the definitions of an instance consist of, in its order.
    func graphs(of instance: ProcessInstance) throws(EngineRefusal) -> Few<Graph> {
        var graphs = Few<Graph>()
        for key in instance.pinned {
            guard let place = shelf.value.place(of: key) else { throw .unknownDefinition(key) }
            graphs.append(shelf.value.definitions[place].graph)
        }
        return graphs
    }

    /// The key with a hint where the definition is.
    func placed(_ key: DefinitionKey) -> DefinitionKey {
        shelf.value.place(of: key).map { DefinitionKey(key, at: $0) } ?? key
    }
}

/// Definitions in their places, and who answers decisions.
private struct Shelf: Sendable {
    private(set) var definitions: [ProcessDefinition] = []
    private(set) var places: [DefinitionKey: Int] = [:]
    var newest: [String: Int] = [:]
    var decide: ProcessLibrary.Decide

    init(_ definitions: [ProcessDefinition], _ withdrawn: Set<DefinitionKey>, _ decide: @escaping ProcessLibrary.Decide)
    {
        self.decide = decide
        for definition in definitions {
            let place = add(definition)
            if withdrawn.contains(definition.key) { continue }
            let known = newest[definition.key.process].map { self.definitions[$0].key.version }
            if (known ?? .min) <= definition.key.version { newest[definition.key.process] = place }
        }
    }

    /// Gives a definition its place, that of an earlier one with its key if there is one.
    mutating func add(_ definition: ProcessDefinition) -> Int {
        if let known = places[definition.key] {
            definitions[known] = definition
            return known
        }
        places[definition.key] = definitions.count
        definitions.append(definition)
        return definitions.count - 1
    }

    /// Where a definition is; the hint in its key is tried first.
    func place(of key: DefinitionKey) -> Int? {
        let hint = Int(key.place)
        return definitions.indices.contains(hint) && definitions[hint].key == key ? hint : places[key]
    }
}

/// What a decision gave.
public enum DecisionAnswer: Hashable, Sendable {
    case value(JSON)
    case failed(Phrase)
}
