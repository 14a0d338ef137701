import Basics
import Feel
import Testing

@Suite("FEEL expressions") struct FeelExpressionTests {
    static let scope: [String: FeelValue] = [
        "Applicant Age": 51, "age": 18, "x": 5, "name": "Anja", "a-b": 7, "list": [1, 2, 3],
        "people": [
            .context(["first name": "Anja", "age": 40]), .context(["first name": "Bram", "age": 17]),
        ],
        "saldo": .context(["open": 120, "per maand": 30]),
    ]

    func value(_ text: String) throws -> FeelValue {
        try FeelExpression(parsing: text, names: FeelNames(of: Self.scope)).evaluate(in: FeelScope(Self.scope)).value
    }

    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("2 ** 3 ** 2", "64"), ("-3 ** 2", "9"), ("(1 + 2) / 4", "0.75"), ("1e3", "1000"),
        ("\"a\" + \"b\"", "\"ab\""), ("\"\\u00e9\\\"\"", "\"é\\\"\""), ("Applicant Age > 18 and age = 18", "true"),
        ("a-b + 1", "8"), ("age - x", "13"), ("saldo.per maand * 2", "60"),
        ("people[age > 18].first name", "[\"Anja\"]"),
        ("people[1].first name", "\"Anja\""), ("list[-1]", "3"), ("list[item > 1]", "[2, 3]"), ("list[7]", "null"),
        ("for i in 1..3, j in [10] return i * j", "[10, 20, 30]"), ("for i in 3..1 return i", "[3, 2, 1]"),
        ("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"),
        ("some p in people satisfies p.age < 18", "true"), ("every p in people satisfies p.age < 18", "false"),
        ("{a: 1, b: a + 1}.b", "2"), ("(function(p, q) p - q)(q: 1, p: 3)", "2"), ("5 in [1..5)", "false"),
        ("5 in (< 3, > 4)", "true"), ("5 between 1 and 9", "true"), ("x instance of number", "true"),
        ("null = null", "true"), ("1 = \"1\"", "null"), ("true and null", "null"), ("false and null", "false"),
        ("if null then 1 else 2", "2"), ("@\"2026-01-31\" + @\"P1M\"", "2026-02-28"),
        ("date(\"2026-03-01\") - date(\"2026-02-01\")", "P28D"), ("@\"2026-04-10\".weekday", "5"),
        ("string length(\"a😀\")", "2"), ("substring(\"foobar\", -2, 1)", "\"a\""), ("sum([1, 2.5])", "3.5"),
        ("sort([3, 1, 2], function(a, b) a < b)", "[1, 2, 3]"),
        ("replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\""),
        ("split(\"a;b\", \";\")", "[\"a\", \"b\"]"),
        ("date and time(\"2026-01-01T10:00:00@Europe/Amsterdam\").time offset", "PT1H"),
        ("contains(\"foobar\", \"of\")", "false"), ("median([8, 2, 5, 3, 4])", "4"), ("// note\n1 /* two */ + 1", "2"),
        ("years and months duration(date(\"2011-12-22\"), date(\"2013-08-24\"))", "P1Y8M"),
        ("[1..3] = ]0..3]", "false"), ("day of week(@\"2026-11-21\")", "\"Saturday\""), ("100 / 0", "null"),
        ("modulo(-12, 5)", "3"), ("string([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\""),
    ])
    func `an expression has the value that the standard gives it`(text: String, expected: String) throws {
        #expect(try value(text).literal == expected)
    }

    @Test(arguments: [
        "1 +", "(1", "[1, 2", "{a 1}", "\"abc", "if 1 then 2", "for in x return 1", "1 2", "@1", "x.", "f(a: 1, 2)",
    ])
    func `what is no expression is refused with its place`(text: String) {
        #expect(throws: FeelSyntaxError.self) { try FeelExpression(parsing: text) }
    }

    @Test func `a name that was never told is still one name`() throws {
        let expression = try FeelExpression(parsing: "Applicant Age > 18 and saldo.per maand < 5")

        #expect(expression.variables == ["Applicant Age", "saldo"])
        #expect(expression.evaluate(in: FeelScope(["Applicant Age": 3])).value == false)
    }

    @Test func `an error is null with a place and a reason`() throws {
        let result = try FeelExpression(parsing: "1 +\n missing").evaluate()

        #expect(result.value == .null)
        #expect(result.problems.first == FeelProblem(.noVariable("missing"), at: FeelPosition(line: 2, column: 2)))
    }

    @Test(arguments: [
        ("a and b", FeelTruth.unknown(["a", "b"])), ("a and false", .no), ("b or true", .yes),
        ("if a then 1 = 1 else 2 = 2", .yes), ("k > 3 and a", .unknown(["a"])), ("k < 3 and a", .no),
        ("list contains([a], true)", .unknown(["a"])), ("{p: a, q: 1}.q = 1", .yes), ("a + 1 = 2", .unknown(["a"])),
        ("some i in [1, 2] satisfies i = k or a", .unknown(["a"])), ("every i in [1, 2] satisfies i = 1 and a", .no),
    ])
    func `what is not known yet matters only where it can change the answer`(text: String, truth: FeelTruth) throws {
        let scope = FeelScope(["k": 5], unknown: ["a", "b"])

        #expect(try FeelExpression(parsing: text).evaluate(in: scope).truth == truth)
    }

    @Test(arguments: [
        String(repeating: "(", count: 50_000), String(repeating: "[", count: 50_000) + "1",
        String(repeating: "-", count: 50_000) + "1", String(repeating: "if true then ", count: 10_000),
        "{f: function(g) g(g)}.f({f: function(g) g(g)}.f)", "for i in 1..100000000000 return i",
        "for i in 1..60 return if i = 1 then \"x\" else partial[-1] + partial[-1]",
        "for a in 1..1000, b in 1..1000, c in 1..1000 return 1",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a*)*(a|aa)+\\\\1c\")",
        "2 ** 99999999999", "matches(\"a\", \"(((a{1000}){1000}){1000})\")",
        "count(for i in 1..300000 return distinct values(1..300000))",
        "for i in 1..200000 return [partial[-1]]", "for i in 1..200000 return {a: partial[-1]}",
        "for i in 1..200000 return [partial[-1]..1]", "for i in 1..200000 return (= partial[-1])",
        "for i in 1..60 return [partial[-1], partial[-1]]", "for i in 1..200000 return partial",
        "for i in 1..200000 return function() partial", "for i in 1..200000 return append([], partial[-1])",
        "{a: for i in 1..200000 return i, b: for i in 1..200000 return a = a}",
        "{s: string join(for i in 1..200000 return \"abcdefgh\", \"\"), n: for i in 1..200000 return string length(s)}",
        "{s: string join(for i in 1..200000 return \"abcdefgh\", \"\"), n: for i in 1..200000 return s = s}",
        "for i in 1..200000 return context put({}, \"a\", partial[-1])", "@\"P1M\" * -9223372036854775808 * -1",
        "abs(@\"P1M\" * -9223372036854775808)", "substring(\"abc\", 1, -9223372036854775808)",
        "[1][-9223372036854775808]", "date(9223372036854775807, 1, 1)", "decimal(1, 9223372036854775807)",
    ])
    func `an expression cannot take more than it may`(text: String) {
        let result = try? FeelExpression(parsing: text).evaluate(limits: FeelLimits(steps: 300_000, room: 300_000))

        #expect(result.map { $0.value == .null || $0.value == .boolean(false) } ?? true)
    }
}
