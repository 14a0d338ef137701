import Feel

/// What a cell asks of its input, as far as a check can tell.
enum DmnTest {
    case anything
    /// Tests of the input alone, with the values where their answer changes; no cuts where those cannot be told.
    case tests(UnaryTests, cuts: [FeelValue]?)
    case opaque(DmnDoubt)

    init(_ text: String, _ names: FeelNames) {
        if text.trimmedSpace.isEmpty || text.trimmedSpace == "-" {
            self = .anything
        } else if let tests = try? UnaryTests(parsing: text, names: names) {
            let isOpen = tests.variables.isEmpty && !tests.asksTheClock
            self = isOpen ? .tests(tests, cuts: tests.cuts) : .opaque(.otherFacts)
        } else {
            self = .opaque(.unreadable)
        }
    }

    var isAnything: Bool {
        if case .anything = self { true } else { false }
    }

    /// The values where the answer changes; `nil` where those cannot be told.
    var cuts: [FeelValue]? {
        switch self {
        case .anything: []
        case .tests(_, let cuts): cuts
        case .opaque: nil
        }
    }

    /// Why the answer is not known for all facts; nothing where it is.
    var doubt: DmnDoubt? {
        switch self {
        case .anything: nil
        case .tests(_, let cuts): cuts == nil ? .notCut : nil
        case .opaque(let doubt): doubt
        }
    }

    /// What the tests make of a value; `nil` when that depends on more.
    func answer(_ value: FeelValue) -> FeelValue? {
        switch self {
        case .anything: true
        case .tests(let tests, _): tests.evaluate(value).value
        case .opaque: nil
        }
    }
}

extension UnaryTests {
    /// Tests that depend on no fact; nothing for others, and for what cannot be read.
    init?(constant text: String) {
        guard let tests = try? UnaryTests(parsing: text), tests.variables.isEmpty else { return nil }
        self = tests
    }
}
