extension FeelEvaluator {
    mutating func call(_ builtin: Builtin, _ arguments: FeelNode.Parts, _ id: FeelNode.ID) -> FeelValue {
        let values = values(arguments)
        current = id
        return run(builtin, values)
    }

    mutating func call(_ function: FeelNode.ID, _ arguments: FeelNode.Parts, _ id: FeelNode.ID) -> FeelValue {
        let callee = value(function)
        let values = values(arguments)
        current = id
        return call(callee, values)
    }

    mutating func call(
        _ function: FeelNode.ID, _ arguments: FeelNode.Parts, names: Int32, _ id: FeelNode.ID
    ) -> FeelValue {
        let callee = value(function)
        let values = values(arguments)
        current = id
        if case .unknown = callee { return callee }
        guard case .function(let target) = callee else { return fail(.notAFunction(callee.kind)) }
        guard let ordered = target.ordered(values, named: program.nameLists[Int(names)]) else {
            return fail(.badArguments(function: target.literal))
        }
        return call(callee, ordered)
    }

    /// Calls a function value; used by functions that take functions as well.
    mutating func call(_ callee: FeelValue, _ arguments: [FeelValue]) -> FeelValue {
        if case .unknown = callee { return callee }
        guard case .function(let function) = callee else { return fail(.notAFunction(callee.kind)) }
        if case .builtin(let builtin) = function.body { return run(builtin, arguments) }
        guard let converted = converted(arguments, for: function) else { return .null }
        guard calls > 0 else {
            halt(.tooManyCalls)
            return .null
        }
        calls -= 1
        defer { calls += 1 }
        switch function.body {
        case .builtin(let builtin): return run(builtin, arguments)
        case .closure(let closure): return run(closure, converted, as: callee)
        case .native(let native): return run(native, converted, function.result)
        }
    }

    private mutating func converted(_ arguments: [FeelValue], for function: FeelFunction) -> [FeelValue]? {
        guard arguments.count == function.parameters.count else {
            _ = fail(.badArguments(function: function.literal))
            return nil
        }
        var converted: [FeelValue] = []
        for (argument, parameter) in zip(arguments, function.parameters) {
            guard let value = parameter.type.converted(argument) else {
                _ = fail(.badArgument(name: parameter.name))
                return nil
            }
            converted.append(value)
        }
        return converted
    }

    private mutating func run(
        _ closure: FeelClosure, _ arguments: [FeelValue], as function: FeelValue
    ) -> FeelValue {
        let (caller, variables, frame, place) = (program, globals, locals, current)
        let kept = closure.kept.variables
        (program, globals, locals) = (closure.program, kept.globals, kept.locals + arguments)
        if locals.indices.contains(closure.own) { locals[closure.own] = function }
        let result = value(closure.body)
        (program, globals, locals, current) = (caller, variables, frame, place)
        return result
    }

    private mutating func run(
        _ native: @Sendable ([FeelValue], inout FeelCall) -> FeelValue, _ arguments: [FeelValue], _ type: FeelType
    ) -> FeelValue {
        let limits = FeelLimits(steps: steps, depth: depth, calls: calls, room: room)
        var call = FeelCall(now: now, limits: limits)
        call.keepsTraces = keepsTraces
        let result = native(arguments, &call)
        (steps, room) = (call.steps, call.room)
        traces += call.traces
        problems += call.problems.prefix(max(0, 50 - problems.count))
        return type.converted(result) ?? fail(.badResult)
    }
}

extension FeelFunction {
    /// Named arguments in the order of the parameters; `nil` when they do not fit.
    func ordered(_ values: [FeelValue], named names: [String]) -> [FeelValue]? {
        let given = Dictionary(zip(names, values)) { _, last in last }
        guard given.count == values.count else { return nil }
        if case .builtin(let builtin) = body { return builtin.signature.ordered(given) }
        guard given.count == parameters.count else { return nil }
        let ordered = parameters.compactMap { given[$0.name] }
        return ordered.count == parameters.count ? ordered : nil
    }
}

extension FeelFunction {
    /// Calls the function from outside an expression, with its arguments converted as within one.
    package func call(_ arguments: [FeelValue], _ call: inout FeelCall) -> FeelValue {
        let program = FeelProgram(FeelBuilder(), root: 0, text: "")
        var evaluator = FeelEvaluator(program, globals: [], now: call.now, limits: call.left)
        let value = evaluator.call(.function(self), arguments)
        (call.steps, call.room) = (evaluator.steps, evaluator.room)
        call.problems += evaluator.problems
        return value
    }
}
