import Basics

/// A decision table made ready: its cells row by row, the usual ones in a form that is tested without a step.
final class CompiledTable: Sendable {
    /// What a cell asks of its input.
    enum Cell: Sendable {
        case anything
        case number(Decimal128)
        case text(String)
        /// A range of numbers, with whether each end is included.
        case between(Decimal128, Bool, Decimal128, Bool)
        case above(Decimal128, included: Bool)
        case below(Decimal128, included: Bool)
        /// Something that has to be evaluated.
        case step(FeelNode.ID)
    }

    let table: FeelTable
    let cells: [Cell]
    /// The locals of the inputs.
    let slots: [Int32]

    init(_ table: FeelTable, _ builder: FeelBuilder) {
        self.table = table
        slots = table.inputs.map(\.slot)
        cells = table.rules.flatMap { rule in
            table.inputs.indices.map { column in
                let test = column < rule.tests.count ? rule.tests[column] : nil
                return test.map { Cell($0, builder) } ?? .anything
            }
        }
    }
}

extension CompiledTable.Cell {
    fileprivate init(_ id: FeelNode.ID, _ builder: FeelBuilder) {
        self = .step(id)
        guard case .test(let body, mentionsInput: false, _) = builder.nodes[Int(id)],
            let constant = builder.constant(body)
        else { return }
        switch constant {
        case .number(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .range(let range): if let simple = CompiledTable.Cell(range) { self = simple }
        default: break
        }
    }

    private init?(_ range: FeelRange) {
        switch (range.form, range.start, range.end) {
        case (.interval, .number(let low), .number(let high)):
            self = .between(low, range.includesStart, high, range.includesEnd)
        case (.less, _, .number(let high)), (.atMost, _, .number(let high)):
            self = .below(high, included: range.includesEnd)
        case (.greater, .number(let low), _), (.atLeast, .number(let low), _):
            self = .above(low, included: range.includesStart)
        default: return nil
        }
    }

    /// Whether a number passes; `nil` when the cell has to be evaluated.
    func allows(_ number: Decimal128) -> Bool? {
        switch self {
        case .anything: true
        case .number(let only): number == only
        case .text: false
        case .between(let low, let includesLow, let high, let includesHigh):
            (low < number || (includesLow && low == number)) && (number < high || (includesHigh && number == high))
        case .above(let low, let included): low < number || (included && low == number)
        case .below(let high, let included): number < high || (included && number == high)
        case .step: nil
        }
    }

    /// Whether a text passes; `nil` when the cell has to be evaluated.
    func allows(_ text: String) -> Bool? {
        switch self {
        case .anything: true
        case .text(let only): only == text
        case .number, .between, .above, .below: false
        case .step: nil
        }
    }
}
