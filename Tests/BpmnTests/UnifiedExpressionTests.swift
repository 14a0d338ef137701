import Basics
import Bpmn
import Feel
import Testing

/// The expressions of Camunda 7, Flowable and Activiti give in FEEL what they gave there.
@Suite struct UnifiedExpressionTests {
    static let facts: [String: FeelValue] = [
        "soort": .string("kort!"), "klaar": .boolean(false), "bedrag": .number(6), "leeg": .string(""),
        "in": .number(3),
        "lijst": .list([.string("a"), .string("b")]),
    ]

    @Test(arguments: [
        ("${soort == 'kort!' && !klaar && bedrag != 5}", "true"), ("#{bedrag ge 6 and not klaar}", "true"),
        ("${empty leeg}", "true"), ("${not empty lijst}", "true"), ("${empty nergens || klaar}", "true"),
        ("${bedrag % 4 == 2 ? 'rest' : \"geen\"}", "\"rest\""), ("${bedrag mod 4 + -1}", "1"), ("${in == 3}", "true"),
        ("${lijst.size() > 1}", "true"), ("${lijst.contains('b')}", "true"), ("${soort.contains('!')}", "true"),
        ("${lijst[0]}", "\"a\""), ("${lijst.get(1)}", "\"b\""), ("${soort.equals('kort!')}", "true"),
        ("${execution.getVariable('bedrag') / 2}", "3"), ("${execution.hasVariable('nergens')}", "false"),
        ("${soort == 'een \"woord\" == &&'}", "false"), ("${bedrag}-${soort}", "\"6-kort!\""),
        ("zaak ${nergens}.", "\"zaak .\""), ("${count(lijst) + 1}", "3"), ("${bedrag in [1..9]}", "true"),
    ])
    func `an expression is told in FEEL`(text: String, value: String) throws {
        let feel = try #require(UnifiedExpression.feel(in: text))
        #expect(try FeelExpression(parsing: feel).evaluate(in: FeelScope(Self.facts)).value.literal == value, "\(feel)")
    }

    @Test(arguments: [
        "${" + String(repeating: "empty ", count: 40) + "x}", "${x" + String(repeating: ".isEmpty()", count: 40) + "}",
    ])
    func `a few words that would grow beyond all measure are no expression`(text: String) {
        #expect((UnifiedExpression.feel(in: text) ?? "").utf8.count < 100_000)
    }

    @Test(arguments: ["gewone tekst", "€ 5", "a $ b # c", "{niet}"])
    func `a text without one stays a text`(text: String) { #expect(UnifiedExpression.feel(in: text) == nil) }
}
