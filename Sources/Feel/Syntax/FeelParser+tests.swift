extension FeelParser {
    /// What stands after `in`: one test, or some between parentheses.
    mutating func testsAfterIn() throws(FeelSyntaxError) -> [FeelNode.ID] {
        skipSpace()
        let place = at
        guard next == "(" else { return [try test()] }
        at += 1
        var tests = [try enclosedTest()]
        if take("..") {
            return [try interval(from: tests[0], included: false, at: place)]
        }
        while take(",") { tests.append(try enclosedTest()) }
        try expect(")")
        return tests
    }

    private mutating func enclosedTest() throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        return comparison() == nil ? try expression() : try test()
    }

    /// A relation to an end point, or an expression.
    private mutating func test() throws(FeelSyntaxError) -> FeelNode.ID {
        skipSpace()
        let place = at
        guard let (comparison, length) = comparison() else { return try operation(above: .comparison) }
        at += length
        return relation(comparison.form, try operation(above: .comparison), at: place)
    }

    /// The whole text as unary tests (grammar rule 17): `-`, `not(…)`, or tests of which one must pass.
    mutating func wholeUnaryTests() throws(FeelSyntaxError) -> FeelNode.ID {
        let slot = declare("?")
        defer { forget(1) }
        return try wholeUnaryTests(of: slot)
    }

    /// The same for the value in a local that is already there.
    mutating func wholeUnaryTests(of slot: Int32) throws(FeelSyntaxError) -> FeelNode.ID {
        input = slot
        locals.append(Local(pieces: ["?"], name: "?", slot: slot))
        defer { locals.removeLast() }
        skipSpace()
        if next == "-", isLast { return builder.constant(.boolean(true), at: at) }
        if let negated = try negatedTests() { return negated }
        let tests = try positiveTests()
        try expectEnd()
        return tests.count == 1 ? tests[0] : builder.emit(.tests(builder.parts(tests), negated: false), at: 0)
    }

    private var isLast: Bool {
        var ahead = self
        ahead.at += 1
        ahead.skipSpace()
        return ahead.at == text.count
    }

    /// `not(…)` around all tests; an expression that only begins with it is something else.
    private mutating func negatedTests() throws(FeelSyntaxError) -> FeelNode.ID? {
        var ahead = self
        guard ahead.takeWord("not"), ahead.take("("), let tests = try? ahead.positiveTests(), ahead.take(")") else {
            return nil
        }
        ahead.skipSpace()
        guard ahead.at == text.count else { return nil }
        self = ahead
        return builder.emit(.tests(builder.parts(tests), negated: true), at: 0)
    }

    private mutating func positiveTests() throws(FeelSyntaxError) -> [FeelNode.ID] {
        var tests: [FeelNode.ID] = []
        repeat {
            skipSpace()
            let place = at
            mentionsInput = false
            let body = try enclosedTest()
            tests.append(builder.emit(.test(body, mentionsInput: mentionsInput, input: input), at: place))
        } while take(",")
        return tests
    }
}
