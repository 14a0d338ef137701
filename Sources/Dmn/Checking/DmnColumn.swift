import Basics
import Feel

/// An input of a table cut into pieces in which all its tests say the same, with an example of each.
struct DmnColumn {
    let name: String
    let samples: [FeelValue]
    /// For each rule the pieces that pass; `nil` for a test that depends on more than the input.
    let passes: [Set<Int>?]

    init(_ table: DmnTable, _ column: Int) {
        let clause = table.inputs[column]
        name = clause.label ?? clause.expression.trimmingSpace
        let tests = table.rules.map { rule in
            column < rule.tests.count ? DmnColumn.tests(rule.tests[column].text) : .anything
        }
        let allowed = clause.allowed.map { DmnColumn.tests($0) } ?? .anything
        let mentioned = tests.flatMap(\.constants) + allowed.constants
        let all = DmnSamples.of(mentioned, type: clause.type)
        let samples = all.filter { allowed.allows($0) != false }
        self.samples = samples
        passes = tests.map { test in
            test.isOpaque ? nil : Set(samples.indices.filter { test.allows(samples[$0]) == true })
        }
    }

    enum Test {
        case anything
        case opaque
        case tests(UnaryTests)

        var isOpaque: Bool {
            switch self {
            case .opaque: true
            case .anything, .tests: false
            }
        }

        var constants: [FeelValue] {
            switch self {
            case .tests(let tests): tests.constants
            case .anything, .opaque: []
            }
        }

        /// Whether a value passes; `nil` when the test cannot tell.
        func allows(_ value: FeelValue) -> Bool? {
            switch self {
            case .anything: true
            case .opaque: nil
            case .tests(let tests): tests.evaluate(value).value == .boolean(true)
            }
        }
    }

    private static func tests(_ text: String) -> Test {
        if text.trimmingSpace.isEmpty || text.trimmingSpace == "-" { return .anything }
        return UnaryTests(constant: text).map(Test.tests) ?? .opaque
    }
}

extension UnaryTests {
    /// Tests that depend on no fact; nothing for others, and for what cannot be read.
    init?(constant text: String) {
        guard let tests = try? UnaryTests(parsing: text), tests.variables.isEmpty else { return nil }
        self = tests
    }
}

extension String {
    fileprivate var trimmingSpace: String { DmnReader.trimmed(self) }
}
