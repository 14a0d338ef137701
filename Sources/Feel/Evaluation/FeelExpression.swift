/// A parsed FEEL expression (DMN 1.5, chapter 10).
public struct FeelExpression: Sendable {
    let program: FeelProgram
    let symbols: FeelSymbols

    /// Parses an expression; see ``FeelNames`` for what knowing the names beforehand is good for.
    public init(parsing text: String, names: FeelNames = FeelNames()) throws(FeelSyntaxError) {
        var symbols = FeelSymbols()
        try self.init(parsing: text, names: names, symbols: &symbols)
    }

    /// Parses one of several expressions that share the numbers of their variables.
    package init(parsing text: String, names: FeelNames, symbols: inout FeelSymbols) throws(FeelSyntaxError) {
        var parser = try FeelParser(text, names: names, symbols: symbols)
        let root = try parser.onLongStack { parser throws(FeelSyntaxError) in try parser.whole() }
        symbols = parser.symbols
        self.symbols = parser.symbols
        program = FeelProgram(parser.builder, root: root, text: text)
    }

    init(_ program: FeelProgram, _ symbols: FeelSymbols) {
        self.program = program
        self.symbols = symbols
    }

    public var text: String { program.text }

    /// The names that it takes from its surroundings.
    public var variables: [String] { symbols.names }

    /// The value in these surroundings, within these bounds.
    public func evaluate(in scope: FeelScope = FeelScope(), limits: FeelLimits = FeelLimits()) -> FeelResult {
        var evaluator = FeelEvaluator(program, globals: scope.globals(for: symbols), now: scope.now, limits: limits)
        evaluator.mayMeetUnknowns = !scope.unknown.isEmpty
        return evaluator.result()
    }

    /// The value where each name that it takes from its surroundings is asked for once.
    public func evaluate(now: FeelNow, value: (String) -> FeelValue?) -> FeelResult {
        var evaluator = FeelEvaluator(program, globals: symbols.names.map(value), now: now, limits: FeelLimits())
        return evaluator.result()
    }

    /// Evaluates with values given by the numbers of the names, within what is left of the bounds of a call.
    package func evaluate(
        globals: [FeelValue?], arguments: [FeelValue] = [], call: inout FeelCall, mayMeetUnknowns: Bool = false
    ) -> FeelValue {
        var evaluator = FeelEvaluator(program, globals: globals, now: call.now, limits: call.left)
        evaluator.locals = arguments
        evaluator.mayMeetUnknowns = mayMeetUnknowns
        evaluator.keepsTraces = call.keepsTraces
        let result = evaluator.result()
        (call.steps, call.room) = (evaluator.steps, evaluator.room)
        call.problems += result.problems.prefix(max(0, 50 - call.problems.count))
        call.traces += evaluator.traces
        return result.value
    }
}

/// Tests that a value may pass (grammar rule 17), as in the cells of a decision table.
public struct UnaryTests: Sendable {
    let program: FeelProgram
    let symbols: FeelSymbols

    /// Parses tests; `?` in them is the value under test.
    public init(parsing text: String, names: FeelNames = FeelNames()) throws(FeelSyntaxError) {
        var symbols = FeelSymbols()
        try self.init(parsing: text, names: names, symbols: &symbols)
    }

    package init(parsing text: String, names: FeelNames, symbols: inout FeelSymbols) throws(FeelSyntaxError) {
        var parser = try FeelParser(text, names: names, symbols: symbols)
        let root = try parser.onLongStack { parser throws(FeelSyntaxError) in try parser.wholeUnaryTests() }
        symbols = parser.symbols
        self.symbols = parser.symbols
        program = FeelProgram(parser.builder, root: root, text: text)
    }

    public var text: String { program.text }

    /// Whether the input passes, in these surroundings and within these bounds.
    public func evaluate(
        _ input: FeelValue, in scope: FeelScope = FeelScope(), limits: FeelLimits = FeelLimits()
    ) -> FeelResult {
        var evaluator = FeelEvaluator(program, globals: scope.globals(for: symbols), now: scope.now, limits: limits)
        evaluator.locals = [input]
        evaluator.mayMeetUnknowns = !scope.unknown.isEmpty || input.hasUnknowns
        return evaluator.result()
    }

    /// The names that the tests take from their surroundings.
    public var variables: [String] { symbols.names }

    /// The literal values that the tests mention.
    package var constants: [FeelValue] { program.constants }

    /// Whether a value passes, with nothing else in sight.
    func allow(_ value: FeelValue) -> Bool { evaluate(value).value.isTrue }
}
