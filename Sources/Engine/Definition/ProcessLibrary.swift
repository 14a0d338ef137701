public import Basics

/// All that may be called while a process runs: definitions by version, and decisions.
public struct ProcessLibrary: Sendable {
    /// Answers a decision by its id from facts by name (DMN), or says why not.
    public typealias Decide = @Sendable (_ decision: String, _ facts: [String: JSON]) -> DecisionAnswer

    private let definitions: [DefinitionKey: ProcessDefinition]
    private let newest: [String: DefinitionKey]
    let decide: Decide

    public init(
        _ definitions: [ProcessDefinition],
        decide: @escaping Decide = { decision, _ in .failed("no decision \(decision)") }
    ) {
        self.definitions = Dictionary(definitions.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        newest = Dictionary(
            definitions.map { ($0.key.process, $0.key) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 })
        self.decide = decide
    }

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
