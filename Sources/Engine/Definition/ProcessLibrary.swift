public import Basics

/// All that may be called while a process runs: definitions by version, and decisions.
public struct ProcessLibrary: Sendable {
    /// Answers a decision by its id from facts by name (DMN), or says why not.
    public typealias Decide = @Sendable (_ decision: String, _ facts: [String: JSON]) -> DecisionAnswer

    private var definitions: [DefinitionKey: ProcessDefinition]
    private var newest: [String: DefinitionKey]
    private(set) var decide: Decide

    public init(
        _ definitions: [ProcessDefinition],
        decide: @escaping Decide = { decision, _ in .failed("no decision \(decision)") }
    ) {
        self.definitions = Dictionary(definitions.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        newest = Dictionary(
            definitions.map { ($0.key.process, $0.key) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 })
        self.decide = decide
    }

    /// The same processes, and this one as the newest of its name.
    public func preferring(_ definition: ProcessDefinition) -> ProcessLibrary {
        var library = self
        library.definitions[definition.key] = definition
        library.newest[definition.key.process] = definition.key
        return library
    }

    /// The same processes, with other decisions to ask.
    public func asking(_ decide: @escaping Decide) -> ProcessLibrary {
        var library = self
        library.decide = decide
        return library
    }

    /// All versions of all processes, in no order.
    public var keys: some Sequence<DefinitionKey> { definitions.keys }

    public subscript(key: DefinitionKey) -> ProcessDefinition? { definitions[key] }

    /// The newest version of each process, by name.
    public var newestKeys: [DefinitionKey] { newest.values.sorted { $0.process < $1.process } }

    /// The newest version of a process.
    public func newest(_ process: String) -> ProcessDefinition? { newest[process].flatMap { definitions[$0] } }
}

/// What a decision gave.
public enum DecisionAnswer: Hashable, Sendable {
    case value(JSON)
    case failed(String)
}
