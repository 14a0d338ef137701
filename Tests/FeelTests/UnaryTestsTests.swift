import Basics
import Feel
import Testing

@Suite("Unary tests") struct UnaryTestsTests {
    @Test(
        arguments: [
            ("-", 1, true), ("1, 2, 3", 2, true), ("not(1, 2)", 2, false), ("< 5", 5, false), (">= 5, < 2", 1, true),
            ("[1..3]", 3, true), ("]1..3[", 3, false), ("? > 2 and ? < 4", 3, true), ("(1..3)", 2, true),
            ("limit", 9, true),
            ("[1, 2, 9]", 9, true), ("not(< 5)", 6, true), ("sum([?, 1]) = 10", 9, true), ("limit - 1", 8, true),
        ] as [(String, FeelValue, Bool)])
    func `a test passes or not`(text: String, input: FeelValue, passes: Bool) throws {
        let tests = try UnaryTests(parsing: text, names: FeelNames(["limit"]))

        #expect(tests.evaluate(input, in: FeelScope(["limit": 9])).value == .boolean(passes))
    }
}
