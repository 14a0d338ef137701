/// A rule as a person types it in a form; its id keeps it together with what the file has of it.
public struct DmnTypedRule: Hashable, Sendable {
    public var id: String?
    public var tests: [String]
    public var outputs: [String]
    public var annotations: [String]

    public init(id: String?, tests: [String], outputs: [String], annotations: [String]) {
        self.id = id
        self.tests = tests
        self.outputs = outputs
        self.annotations = annotations
    }
}

extension DmnTable {
    /// The table with these rules in place of its own.
    public func with(rules typed: [DmnTypedRule]) -> DmnTable {
        var table = self
        table.rules = typed.map { rule in
            DmnRule(
                id: rule.id, tests: rule.tests.map { DmnCell(text: $0, line: 0) },
                outputs: rule.outputs.map { DmnCell(text: $0, line: 0) }, annotations: rule.annotations, line: 0)
        }
        return table
    }
}
