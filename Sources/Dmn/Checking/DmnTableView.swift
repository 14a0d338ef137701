public import Feel

/// A decision table as a screen shows it: text in cells, and the rules that fired for the facts that were tried.
public struct DmnTableView: Hashable, Sendable, Codable {
    /// An input or output.
    public struct Column: Hashable, Sendable, Codable {
        public let title: String
        public let expression: String
        public let type: String?
        public let allowed: String?
    }

    /// A rule.
    public struct Row: Hashable, Sendable, Codable {
        /// Counted from 1.
        public let number: Int
        public let tests: [String]
        public let outputs: [String]
        public let annotations: [String]
        public let fired: Bool
    }

    /// The letter of the hit policy, with its aggregator: `U`, `F`, `C+`.
    public let policy: String
    public let inputs: [Column]
    public let outputs: [Column]
    public let annotations: [String]
    public let rows: [Row]
}

extension DmnTable {
    /// The table as a view; `fired` are numbers of rules, counted from 1.
    public func view(fired: [Int] = []) -> DmnTableView {
        DmnTableView(
            policy: policy.letter, inputs: inputs.map(\.column), outputs: outputs.map(\.column),
            annotations: annotations,
            rows: rules.enumerated().map { index, rule in
                DmnTableView.Row(
                    number: index + 1, tests: rule.tests.map(\.text), outputs: rule.outputs.map(\.text),
                    annotations: rule.annotations, fired: fired.contains(index + 1))
            })
    }
}

extension DmnInputClause {
    fileprivate var column: DmnTableView.Column {
        DmnTableView.Column(title: label ?? expression, expression: expression, type: type, allowed: allowed)
    }
}

extension DmnOutputClause {
    fileprivate var column: DmnTableView.Column {
        DmnTableView.Column(title: label ?? name ?? "", expression: name ?? "", type: type, allowed: allowed)
    }
}

extension DmnHitPolicy {
    /// The letter that stands in the corner of a table (DMN 1.5, 8.2.10).
    public var letter: String {
        switch self {
        case .unique: "U"
        case .any: "A"
        case .priority: "P"
        case .first: "F"
        case .outputOrder: "O"
        case .ruleOrder: "R"
        case .collect(nil): "C"
        case .collect(.sum): "C+"
        case .collect(.count): "C#"
        case .collect(.min): "C<"
        case .collect(.max): "C>"
        }
    }
}

/// What a decision gave, and which rules of its table fired, counted from 1.
public struct DmnTrial: Sendable {
    public let result: FeelResult
    public let fired: [Int]
    /// The values of the table's inputs.
    public let inputs: [FeelValue]
}

extension DmnDecision {
    /// The decision's table, when it is made by one.
    public var table: DmnTable? {
        if case .table(let table) = logic?.kind { table } else { nil }
    }
}

extension DmnProgram {
    /// Makes a decision and tells which rules of its table fired; `nil` when there is no decision of that name.
    public func tryOut(_ decision: String, given facts: DmnFacts) -> DmnTrial? {
        guard let number = number(named: decision) else { return nil }
        var (run, call) = start(facts)
        call.keepsTraces = true
        run.findNeeds(of: number, &call)
        call.traces = []
        let value = run.value(of: number, &call)
        let trace = call.traces.last
        return DmnTrial(
            result: FeelResult(value: value, problems: call.problems), fired: trace?.rules.map { $0 + 1 } ?? [],
            inputs: trace?.inputs ?? [])
    }
}
