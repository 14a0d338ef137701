extension FeelEvaluator {
    /// Table 48: false wins, then what is not known, then null.
    mutating func conjunction(_ left: FeelNode.ID, _ right: FeelNode.ID) -> FeelValue {
        let first = value(left)
        if case .boolean(false) = first { return first }
        let second = value(right)
        if case .boolean(false) = second { return second }
        if first.isTrue, second.isTrue { return second }
        return unsettled(first, second)
    }

    /// Table 49: true wins, then what is not known, then null.
    mutating func disjunction(_ left: FeelNode.ID, _ right: FeelNode.ID) -> FeelValue {
        let first = value(left)
        if first.isTrue { return first }
        let second = value(right)
        if second.isTrue { return second }
        if case (.boolean, .boolean) = (first, second) { return second }
        return unsettled(first, second)
    }

    private func unsettled(_ first: FeelValue, _ second: FeelValue) -> FeelValue {
        switch (first, second) {
        case (.unknown(let one), .unknown(let other)): .unknown(one.joined(with: other))
        case (.unknown, _): first
        case (_, .unknown): second
        default: .null
        }
    }

    mutating func comparison(
        _ kind: FeelNode.Comparison, _ left: FeelNode.ID, _ right: FeelNode.ID, _ id: FeelNode.ID
    ) -> FeelValue {
        let (first, second) = (value(left), value(right))
        if first.isBulky, second.isBulky, !look(at: [first, second]) { return .null }
        if let answer = first.compared(kind, second) {
            guard mayMeetUnknowns, first.hasUnknowns || second.hasUnknowns else { return .boolean(answer) }
        }
        if mayMeetUnknowns, first.hasUnknowns || second.hasUnknowns {
            return .unknown(first.unknowns.joined(with: second.unknowns))
        }
        guard !first.isNull, !second.isNull else { return .null }
        current = id
        return fail(.notComparable(first.kind, second.kind))
    }

    mutating func between(
        _ operand: FeelNode.ID, _ low: FeelNode.ID, _ high: FeelNode.ID, _ id: FeelNode.ID
    ) -> FeelValue {
        let (value, start, end) = (value(operand), value(low), value(high))
        if mayMeetUnknowns, value.hasUnknowns || start.hasUnknowns || end.hasUnknowns {
            return .unknown(FeelUnknown.joined([value, start, end]))
        }
        current = id
        guard let above = value.feelOrder(to: start), let below = value.feelOrder(to: end) else {
            return fail(.notComparable(value.kind, start.kind))
        }
        return .boolean(above >= 0 && below <= 0)
    }

    /// True when one test passes; else not known, null or false.
    mutating func isIn(_ operand: FeelNode.ID, _ tests: FeelNode.Parts, _ id: FeelNode.ID) -> FeelValue {
        let value = value(operand)
        var answer = FeelValue.boolean(false)
        for index in tests.first..<tests.first + tests.count {
            let test = self.value(program.children[Int(index)])
            guard look(at: [value, test]) else { return .null }
            current = id
            let passes = value.passes(test)
            if passes.isTrue { return passes }
            if case .boolean(false) = answer { answer = passes } else { answer = unsettled(answer, passes) }
        }
        if answer.isNull, !value.isNull { _ = fail(.notComparable(value.kind, .range)) }
        return answer
    }

    /// A cell's test of the input in a local.
    mutating func test(_ body: FeelNode.ID, _ mentionsInput: Bool, _ slot: Int32) -> FeelValue {
        let test = value(body)
        let input = local(slot)
        if mentionsInput {
            if case .boolean = test { return test }
            if case .unknown = test { return test }
        }
        if case .boolean(let flag) = test, input.kind != .boolean, !input.isNull { return .boolean(flag) }
        return input.passes(test)
    }

    mutating func tests(_ parts: FeelNode.Parts, _ negated: Bool) -> FeelValue {
        var answer = FeelValue.boolean(false)
        for index in parts.first..<parts.first + parts.count {
            let passes = value(program.children[Int(index)])
            if passes.isTrue {
                answer = passes
                break
            }
            if case .boolean(false) = answer { answer = passes } else { answer = unsettled(answer, passes) }
        }
        guard negated, case .boolean(let flag) = answer else { return answer }
        return .boolean(!flag)
    }
}

extension FeelValue {
    /// The answer of a comparison; `nil` where there is none.
    func compared(_ kind: FeelNode.Comparison, _ other: FeelValue) -> Bool? {
        switch kind {
        case .equal: feelEquals(other)
        case .notEqual: feelEquals(other).map { !$0 }
        case .less: feelOrder(to: other).map { $0 < 0 }
        case .atMost: feelOrder(to: other).map { $0 <= 0 }
        case .greater: feelOrder(to: other).map { $0 > 0 }
        case .atLeast: feelOrder(to: other).map { $0 >= 0 }
        }
    }

    /// Whether this value is, or is in, what a test evaluated to (DMN 1.5, table 55).
    func passes(_ test: FeelValue) -> FeelValue {
        if hasUnknowns || test.hasUnknowns { return .unknown(unknowns.joined(with: test.unknowns)) }
        switch test {
        case .range(let range):
            if case .range = self, feelEquals(test) == true { return .boolean(true) }
            return range.contains(self).map { .boolean($0) } ?? .null
        case .list(let elements):
            if case .list = self, feelEquals(test) == true { return .boolean(true) }
            return .boolean(elements.contains { isOrIsIn($0) })
        default: return feelEquals(test).map { .boolean($0) } ?? .null
        }
    }

    private func isOrIsIn(_ element: FeelValue) -> Bool {
        if feelEquals(element) == true { return true }
        if case .range(let range) = element { return range.contains(self) == true }
        return false
    }
}
