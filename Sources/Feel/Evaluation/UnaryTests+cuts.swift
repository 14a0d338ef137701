extension UnaryTests {
    /// The values where the answer of the tests may change; `nil` for tests that ask more of a value than whether it is, is in, or
    /// lies before or after what they name.
    ///
    /// Between two such values next to each other, all values of one kind get the same answer.
    package var cuts: [FeelValue]? {
        guard variables.isEmpty else { return nil }
        return CutFinder(program: program).cuts(program.root)
    }

    /// Whether the answer depends on the clock.
    package var asksTheClock: Bool {
        let clocks = [Builtin.now.value, Builtin.today.value]
        return program.constants.contains { clocks.contains($0) }
            || program.nodes.contains { node in
                if case .builtin(let function, _) = node { function == .now || function == .today } else { false }
            }
    }
}

/// Looks through parsed tests for the values at which they cut.
private struct CutFinder {
    let program: FeelProgram
    /// Deeper than this nobody writes; tests from outside may.
    private static let depth = 100

    func cuts(_ id: FeelNode.ID) -> [FeelValue]? {
        switch program.nodes[Int(id)] {
        case .tests(let parts, _): all(parts, cuts)
        case .test(let body, mentionsInput: true, let input): condition(body, input, 0)
        case .test(let body, mentionsInput: false, _): constant(body).map { [$0] }
        case .constant: []
        default: nil
        }
    }

    private func all(_ parts: FeelNode.Parts, _ find: (FeelNode.ID) -> [FeelValue]?) -> [FeelValue]? {
        children(parts).reduce(into: []) { found, part in
            guard let more = find(part) else { return found = nil }
            found?.append(contentsOf: more)
        }
    }

    private func children(_ parts: FeelNode.Parts) -> ArraySlice<FeelNode.ID> {
        program.children[Int(parts.first)..<Int(parts.first + parts.count)]
    }

    /// The cuts of a condition on `?`.
    private func condition(_ id: FeelNode.ID, _ input: Int32, _ depth: Int) -> [FeelValue]? {
        guard depth < CutFinder.depth else { return nil }
        switch program.nodes[Int(id)] {
        case .and(let left, let right), .or(let left, let right):
            guard let one = condition(left, input, depth + 1), let other = condition(right, input, depth + 1) else {
                return nil
            }
            return one + other
        case .builtin(.not, let parts) where parts.count == 1: return all(parts) { condition($0, input, depth + 1) }
        case .comparison(let kind, let left, let right): return comparison(kind, left, right, input)
        case .between(let operand, let low, let high):
            guard isInput(operand, input), let start = constant(low), let end = constant(high) else { return nil }
            return cuttable(.range(FeelRange(from: start, included: true, to: end, included: true))).map { [$0] }
        case .isIn(let operand, let parts):
            guard isInput(operand, input) else { return nil }
            return all(parts) { constant($0).map { [$0] } }
        default: return nil
        }
    }

    private func comparison(
        _ kind: FeelNode.Comparison, _ left: FeelNode.ID, _ right: FeelNode.ID, _ input: Int32
    ) -> [FeelValue]? {
        let other = isInput(left, input) ? right : left
        guard isInput(left, input) || isInput(right, input), let point = constant(other) else { return nil }
        switch kind {
        case .equal, .notEqual: return [point]
        case .less, .atMost, .greater, .atLeast: return cuttable(.range(FeelRange(.less, point))).map { [$0] }
        }
    }

    private func isInput(_ id: FeelNode.ID, _ input: Int32) -> Bool {
        if case .local(let slot) = program.nodes[Int(id)] { slot == input } else { false }
    }

    /// What a part always is; nothing where it depends on something, cannot be computed, or cuts in no way that can be followed.
    private func constant(_ id: FeelNode.ID) -> FeelValue? {
        guard isConstant(id, 0) else { return nil }
        var evaluator = FeelEvaluator(program, globals: [], now: .unset, limits: FeelLimits())
        let value = evaluator.value(id)
        return evaluator.problems.isEmpty ? cuttable(value) : nil
    }

    private func isConstant(_ id: FeelNode.ID, _ depth: Int) -> Bool {
        guard depth < CutFinder.depth else { return false }
        let isSame = { isConstant($0, depth + 1) }
        switch program.nodes[Int(id)] {
        case .constant: return true
        case .negate(let operand), .relation(_, let operand): return isSame(operand)
        case .arithmetic(_, let left, let right), .interval(let left, let right, _, _):
            return isSame(left) && isSame(right)
        case .list(let parts): return children(parts).allSatisfy(isSame)
        case .builtin(let function, let parts):
            return function != .now && function != .today && children(parts).allSatisfy(isSame)
        default: return false
        }
    }

    private func cuttable(_ value: FeelValue) -> FeelValue? { value.cutsCleanly ? value : FeelValue?.none }
}

extension FeelValue {
    /// Whether values fall apart at it in a way that examples can follow: by an order that goes step by step.
    fileprivate var cutsCleanly: Bool {
        switch self {
        case .null, .boolean, .number, .string, .date, .yearsDuration: true
        case .time(let time): time.nanosecond == 0 && time.zone == nil
        case .dateTime(let moment): moment.time.nanosecond == 0
        case .daysDuration(let length): length.nanosecond == 0
        case .list(let values): values.allSatisfy(\.cutsCleanly)
        case .range(let range): range.cutsCleanly
        case .context, .function, .unknown: false
        }
    }
}

extension FeelRange {
    fileprivate var cutsCleanly: Bool {
        [start, end].allSatisfy { end in
            if case .string = end { return form == .equal || form == .notEqual }
            return end.cutsCleanly
        }
    }
}
