import Basics
import Feel

/// One evaluation of a program: the facts, and the values that were already found.
struct DmnRun {
    /// What there is of an element.
    enum Finding {
        case notYet, underway
        /// A fact, or what was decided.
        case value(FeelValue)
    }

    let program: DmnProgram
    /// By the number of the element.
    var found: [Finding]
    var unknown: Set<Int> = []

    init(_ program: DmnProgram) {
        self.program = program
        found = Array(repeating: .notYet, count: program.elements.count)
    }

    /// The value of an element, found once.
    mutating func value(of number: Int, _ call: inout FeelCall) -> FeelValue {
        if case .value(let known) = found[number] { return known }
        if unknown.contains(number) { return .unknown(FeelUnknown([program.elements[number].name])) }
        if program.elements[number].isFunction { return .function(DmnRun.function(number, program)) }
        guard case .notYet = found[number], call.calls > 0 else {
            return DmnRun.fail(
                "\(program.elements[number].name) depends on itself, or on too many others in a row", &call)
        }
        found[number] = .underway
        call.calls -= 1
        let value = StackRoom.here > StackRoom.floor ? find(number, &call) : findOnMore(number, &call)
        call.calls += 1
        found[number] = .value(value)
        return value
    }

    /// Finds a value on a fresh stack, as that of this thread is too short for what an element may need.
    private mutating func findOnMore(_ number: Int, _ call: inout FeelCall) -> FeelValue {
        var value: FeelValue?
        _ = StackRoom.onMore { value = find(number, &call) }
        return value ?? DmnRun.fail("there is no memory to find \(program.elements[number].name)", &call)
    }

    private mutating func find(_ number: Int, _ call: inout FeelCall) -> FeelValue {
        let element = program.elements[number]
        switch element.kind {
        case .input: return DmnRun.fail("\(element.name) was not given", &call)
        case .decision(nil): return .null
        case .decision(let logic?):
            return typed(evaluate(logic, [], &call), element, &call)
        case .knowledge, .service: return .function(DmnRun.function(number, program))
        }
    }

    private func typed(_ value: FeelValue, _ element: DmnElement, _ call: inout FeelCall) -> FeelValue {
        element.type.converted(value)
            ?? DmnRun.fail("the value of \(element.name) has another type than declared", &call)
    }

    private mutating func evaluate(
        _ logic: DmnLogic, _ arguments: [FeelValue], _ call: inout FeelCall
    ) -> FeelValue {
        let globals = logic.sources.map { source(value: $0, &call) }
        return logic.expression.evaluate(
            globals: globals, arguments: arguments, call: &call, mayMeetUnknowns: !unknown.isEmpty)
    }

    /// Finds first what an element needs from others.
    mutating func findNeeds(of number: Int, _ call: inout FeelCall) {
        guard case .decision(let logic?) = program.elements[number].kind else { return }
        for source in logic.sources { _ = self.source(value: source, &call) }
    }

    private mutating func source(value source: DmnLogic.Source, _ call: inout FeelCall) -> FeelValue? {
        switch source {
        case .element(let number): return value(of: number, &call)
        case .missing: return nil
        case .imported(let members):
            var entries: [(String, FeelValue)] = []
            for (name, element) in members { entries.append((name, value(of: element, &call))) }
            return .context(FeelContext(entries))
        }
    }

    static func fail(_ text: Phrase, _ call: inout FeelCall) -> FeelValue {
        if call.problems.count < 50 {
            call.problems.append(FeelProblem(.other(text), at: FeelPosition(line: 1, column: 1)))
        }
        return .null
    }
}

extension DmnRun {
    /// A business knowledge model or decision service as a function.
    static func function(_ number: Int, _ program: DmnProgram) -> FeelFunction {
        let element = program.elements[number]
        switch element.kind {
        case .knowledge(let logic, let parameters):
            return FeelFunction(parameters: parameters, result: element.type) { arguments, call in
                var run = DmnRun(program)
                return run.evaluate(logic, arguments, &call)
            }
        case .service(let outputs, let inputs):
            let parameters = inputs.map {
                FeelFunction.Parameter(program.elements[$0].name, program.elements[$0].type)
            }
            return FeelFunction(parameters: parameters, result: element.type) { arguments, call in
                var run = DmnRun(program)
                for (input, argument) in zip(inputs, arguments) { run.found[input] = .value(argument) }
                return run.outputs(outputs, &call)
            }
        case .input, .decision: return FeelFunction(parameters: []) { _, _ in .null }
        }
    }

    /// One output is itself; several are a context.
    mutating func outputs(_ outputs: [Int], _ call: inout FeelCall) -> FeelValue {
        if outputs.count == 1 { return value(of: outputs[0], &call) }
        var entries: [(String, FeelValue)] = []
        for output in outputs { entries.append((program.elements[output].name, value(of: output, &call))) }
        return .context(FeelContext(entries))
    }
}
