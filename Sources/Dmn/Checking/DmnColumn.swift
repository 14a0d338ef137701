import Feel

/// An input of a table cut into pieces in which all its tests say the same, with an example of each.
///
/// Columns that ask the same of the facts are one input.
struct DmnColumn {
    let name: String
    let expression: String
    /// The columns of the table, counted from 0.
    let places: [Int]
    let samples: [FeelValue]
    /// The pieces that an example may name: values of the input's type that it allows.
    let usual: Set<Int>
    /// For each rule the pieces that pass.
    let passing: [Set<Int>]
    /// For each rule the pieces that pass, or of which that depends on more than the input.
    let possible: [Set<Int>]
    /// For each rule whether only values pass that the input does not list.
    let isUnlisted: [Bool]
    /// For each rule whether a piece that passes, or does not, does so as a whole.
    let isCut: [Bool]
    /// For each rule whether anything will do.
    let isOpen: [Bool]
    /// Why not every value needs to occur.
    let doubt: DmnInputDoubt?
    /// What the input lists, as it is written.
    let listed: String?

    init(_ input: DmnCheckedInput) {
        let samples = input.samples
        let answers = input.tests.map { rule in samples.map { sample in rule.map { $0.answer(sample.value) } } }
        (name, expression, places, doubt) = (input.name, input.expression, input.places, input.doubt)
        listed = input.listed
        self.samples = samples.map(\.value)
        usual = Set(samples.indices.filter { samples[$0].isUsual })
        passing = answers.map { rule in
            Set(rule.indices.filter { rule[$0].allSatisfy { $0 == .boolean(true) } })
        }
        possible = answers.map { rule in
            Set(rule.indices.filter { rule[$0].allSatisfy { $0 == nil || $0 == .boolean(true) } })
        }
        let forbidden = input.forbidden
        isUnlisted = input.tests.map { rule in
            forbidden.contains { value in rule.allSatisfy { $0.answer(value) == .boolean(true) } }
        }
        isCut = input.tests.map { $0.allSatisfy { $0.cuts != nil } }
        isOpen = input.tests.map { $0.allSatisfy(\.isAnything) }
    }
}

/// What a check has to know of an input: its tests by rule, and the values that it may have.
struct DmnCheckedInput {
    let name: String
    let expression: String
    let places: [Int]
    let type: FeelType?
    /// For each rule what its columns ask.
    let tests: [[DmnTest]]
    let allowed: [DmnTest]
    /// What it lists, as it is written.
    let listed: String?
    let doubt: DmnInputDoubt?

    private var limits: [DmnTest] { allowed + (type?.constraints.map { .tests($0, cuts: $0.cuts) } ?? []) }

    private var everything: [DmnSample] {
        DmnSamples((tests.joined() + limits).flatMap { $0.cuts ?? [] }, type: type).all
    }

    /// Examples of the values that are asked for and may not come in.
    var forbidden: [FeelValue] {
        let limits = limits
        return everything.map(\.value).filter { value in
            !value.isNull && limits.contains { $0.shutsOut(value) }
        }
    }

    /// Examples of all values that may come in, those that cannot be left out.
    var samples: [DmnSample] {
        let limits = limits
        return everything.compactMap { sample in
            if !sample.value.isNull, limits.contains(where: { $0.shutsOut(sample.value) }) { return nil }
            let isUsual = sample.isUsual && limits.allSatisfy { isLetIn(sample.value, by: $0) }
            return DmnSample(sample.value, isUsual: isUsual)
        }
    }

    /// No value at all is always let in.
    private func isLetIn(_ value: FeelValue, by test: DmnTest) -> Bool {
        value.isNull || test.answer(value) == .boolean(true)
    }
}

extension DmnTest {
    /// Whether all values of the piece of this one are kept out.
    fileprivate func shutsOut(_ value: FeelValue) -> Bool { cuts != nil && answer(value) == .boolean(false) }
}

extension FeelType {
    /// The tests that values of this type must pass.
    fileprivate var constraints: [UnaryTests] {
        if case .constrained(let base, let tests) = self { base.constraints + [tests] } else { [] }
    }
}
