import Basics

/// Walks a program; everything it may use is counted down.
struct FeelEvaluator {
    var program: FeelProgram
    var globals: [FeelValue?]
    var locals: [FeelValue] = []
    let now: FeelNow
    var steps: Int
    var depth: Int
    var calls: Int
    var room: Int
    var problems: [FeelProblem] = []
    var mayMeetUnknowns = false
    var keepsTraces = false
    var traces: [FeelTableTrace] = []
    /// The step at work, for the place of a problem.
    var current: FeelNode.ID = 0
    /// Below this address the stack of the thread at work is too short to go deeper.
    var floor = StackRoom.floor

    init(_ program: FeelProgram, globals: [FeelValue?], now: FeelNow, limits: FeelLimits) {
        (self.program, self.globals, self.now) = (program, globals, now)
        (steps, depth, calls, room) = (limits.steps, limits.depth, limits.calls, limits.room)
    }

    mutating func result() -> FeelResult {
        let value = value(program.root)
        return FeelResult(value: hasHalted ? .null : value, problems: problems)
    }

    var hasHalted: Bool { steps <= 0 }

    /// Notes why there is no value here, and gives null.
    mutating func fail(_ reason: FeelProblem.Reason) -> FeelValue {
        if problems.count < 50 { problems.append(FeelProblem(reason, at: program.position(of: current))) }
        return .null
    }

    mutating func halt(_ reason: FeelProblem.Reason) {
        if !hasHalted { _ = fail(reason) }
        steps = -1
    }

    /// Counts work; false when there is none left.
    mutating func spend(_ count: Int = 1) -> Bool {
        if steps > count {
            steps -= count
            return true
        }
        halt(.tooManySteps)
        return false
    }

    /// Counts elements or characters that are made.
    mutating func make(_ count: Int) -> Bool {
        guard room >= count else {
            halt(.tooMuchRoom)
            return false
        }
        room -= count
        return !hasHalted
    }

    mutating func value(_ id: FeelNode.ID) -> FeelValue {
        guard spend() else { return .null }
        depth -= 1
        defer { depth += 1 }
        guard depth > 0 else {
            halt(.tooDeep)
            return .null
        }
        return StackRoom.here > floor ? step(id) : valueOnMore(id)
    }

    mutating func step(_ id: FeelNode.ID) -> FeelValue {
        switch program.nodes[Int(id)] {
        case .constant(let index): return program.constants[Int(index)]
        case .local(let slot): return local(slot)
        case .global(let number): return global(number, id)
        case .member(let item, let name, let otherwise): return member(item, name, otherwise)
        case .negate(let operand): return negated(operand, id)
        case .arithmetic(let kind, let left, let right): return arithmetic(kind, left, right, id)
        case .comparison(let kind, let left, let right): return comparison(kind, left, right, id)
        case .and(let left, let right): return conjunction(left, right)
        case .or(let left, let right): return disjunction(left, right)
        case .between(let operand, let low, let high): return between(operand, low, high, id)
        case .isIn(let operand, let tests): return isIn(operand, tests, id)
        case .path(let operand, let name): return path(operand, name, id)
        case .filter(let source, let condition, let item): return filter(source, condition, item, id)
        case .call(let function, let arguments): return call(function, arguments, id)
        case .namedCall(let function, let arguments, let names): return call(function, arguments, names: names, id)
        case .builtin(let builtin, let arguments): return call(builtin, arguments, id)
        case .choice(let condition, let yes, let no): return choice(condition, yes, no)
        case .loop(let domains, let body, let partial): return loop(domains, body, partial, id)
        case .quantified(let quantifier, let domains, let condition, let first):
            return quantified(quantifier, domains, condition, first, id)
        case .span(let start, let end): return span(start, end, id)
        case .list(let parts): return list(parts)
        case .context(let shape, let parts, let first): return context(shape, parts, first)
        case .doubleKey(let name): return fail(.doubleKey(program.names[Int(name)]))
        case .interval(let start, let end, let includesStart, let includesEnd):
            return interval(start, end, includesStart, includesEnd, id)
        case .relation(let form, let point): return relation(form, point)
        case .function(let parameters, let body, let captured, let own):
            return function(parameters, body, captured, own)
        case .instance(let operand, let type): return instance(operand, type)
        case .test(let body, let mentionsInput, let input): return test(body, mentionsInput, input)
        case .tests(let parts, let negated): return tests(parts, negated)
        case .typed(let operand, let type): return typed(operand, type, id)
        case .table(let index): return decide(program.tables[Int(index)], id)
        }
    }

    /// The values of parts, in order.
    mutating func values(_ parts: FeelNode.Parts) -> [FeelValue] {
        var values: [FeelValue] = []
        values.reserveCapacity(Int(parts.count))
        for index in parts.first..<parts.first + parts.count { values.append(value(program.children[Int(index)])) }
        return values
    }

    /// The value of a local; null before it has one.
    func local(_ slot: Int32) -> FeelValue { Int(slot) < locals.count ? locals[Int(slot)] : .null }

    /// Gives a local its value.
    mutating func set(_ slot: Int32, to value: FeelValue) {
        while locals.count <= Int(slot) { locals.append(.null) }
        locals[Int(slot)] = value
    }
}
