import Basics
import Feel
import Testing

/// Expressions written from the text of DMN 1.5, chapter 10, with the value that it demands; from no other collection.
@Suite("FEEL, written from the standard") struct FreshExpressionTests {
    func value(_ text: String) throws -> String {
        try FeelExpression(parsing: text).evaluate(in: FeelScope([:])).value.literal
    }

    @Test(arguments: [
        ("substring(\"foobar\", 3)", "\"obar\""), ("substring before(\"foobar\", \"xyz\")", "\"\""),
        ("substring after(\"foobar\", \"ob\")", "\"ar\""), ("string join([\"a\", null, \"c\"], \"-\")", "\"a-c\""),
        ("split(\"John Doe\", \"\\s\")", "[\"John\", \"Doe\"]"), ("split(\"abc\", \"x*\")", "null"),
        ("matches(\"foobar\", \"^fo*b\")", "true"),
        ("number(\"1 000,5\", \" \", \",\")", "1000.5"), ("string(@\"P14M\")", "\"P1Y2M\""),
        ("upper case(\"aBc4\")", "\"ABC4\""),
        ("starts with(\"foobar\", \"fo\") and ends with(\"foobar\", \"r\")", "true"),
    ])
    func `texts (10.3.4.3)`(text: String, expected: String) throws { #expect(try value(text) == expected, "\(text)") }

    @Test(arguments: [
        ("{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(5)}.r", "120"),
        ("{f: function(n) if n = 0 then 0 else g(n - 1), g: function(n) n, r: f(3)}.r", "null"),
        ("{a: {f: function(n) if n = 0 then [] else append(f(n - 1), n)}, r: a.f(3)}.r", "[1, 2, 3]"),
        ("{f: function(n) if n = 0 then 0 else n + f(n - 1), r: f(1500)}.r", "1125750"),
        ("{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(1000000)}.r", "null"),
        ("]1..10[.start included", "false"), ("]1..10[.end", "10"), ("[1, 2, 3][.5 + .5]", "1"),
    ])
    func `functions that call themselves, and open ranges (10.3.1.2, 10.3.2.7)`(text: String, expected: String) throws {
        #expect(try value(text) == expected, "\(text)")
    }

    @Test(arguments: [
        ("list contains([1, 2, null], null)", "true"), ("all([true, null])", "null"), ("all([])", "true"),
        ("any([false, null])", "null"), ("sublist([4, 5, 6], -2)", "[5, 6]"),
        ("insert before([1, 3], 1, 2)", "[2, 1, 3]"),
        ("index of([1, 2, 3, 2], 2)", "[2, 4]"), ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"), ("product([2, 3, 4])", "24"), ("mode([1, 2, 1, 2])", "[1, 2]"),
        ("min([])", "null"), ("list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"),
        ("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"),
    ])
    func `lists (10.3.4.4)`(text: String, expected: String) throws { #expect(try value(text) == expected, "\(text)") }

    @Test(arguments: [
        ("decimal(2.5, 0)", "2"), ("floor(-1.56, 1)", "-1.6"), ("round up(-5.5, 0)", "-6"),
        ("round half down(5.5, 0)", "5"),
        ("modulo(10.1, -4.5)", "-3.4"), ("2 ** -1", "0.5"), ("abs(@\"-PT5H\")", "PT5H"), ("odd(-5)", "true"),
    ])
    func `numbers (10.3.4.5)`(text: String, expected: String) throws { #expect(try value(text) == expected, "\(text)") }

    @Test(arguments: [
        ("before([1..5), [5..10])", "true"), ("meets([1..5], [5..10])", "true"), ("overlaps([1..5], [6..8])", "false"),
        ("overlaps before([1..5], [3..8])", "true"), ("finishes(10, [1..10))", "false"),
        ("during(5, (5..10])", "false"),
        ("includes([1..10], (1..10))", "true"), ("5 in range(\"(1..5)\")", "false"),
        ("coincides([1..5], [1..5))", "false"),
    ])
    func `ranges (10.3.4.8)`(text: String, expected: String) throws { #expect(try value(text) == expected, "\(text)") }

    @Test(arguments: [
        ("@\"2026-03-31\" - @\"P1M\"", "2026-02-28"), ("@\"10:30:00\" + @\"PT14H\"", "00:30:00"),
        ("@\"P1Y\" = @\"P12M\"", "true"), ("week of year(@\"2005-01-01\")", "53"),
        ("day of year(@\"2019-09-17\")", "260"),
        ("date(\"2026-02-29\")", "null"), ("duration(\"P2DT20H14M\").minutes", "14"),
        ("@\"PT36H\" = @\"P1DT12H\"", "true"),
        ("date and time(\"2026-01-01T00:00:00\") - date and time(\"2025-12-31T12:00:00\")", "PT12H"),
    ])
    func `dates and times (10.3.4.7, 10.3.2.3)`(text: String, expected: String) throws {
        #expect(try value(text) == expected, "\(text)")
    }

    @Test(arguments: [
        ("get entries({a: 1})", "[{key: \"a\", value: 1}]"), ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
        ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"), ("{a: 1} = {a: 1.0}", "true"),
        ("[{x: 1}, {x: 2}].x", "[1, 2]"), ("[1, 2, 3][item >= 2][1]", "2"), ("[1] instance of list<number>", "true"),
        ("null instance of number", "false"), ("{a: 1} instance of context<a: number>", "true"),
    ])
    func `contexts and types (10.3.2, 10.3.4.6)`(text: String, expected: String) throws {
        #expect(try value(text) == expected, "\(text)")
    }

    @Test(arguments: [
        ("not(\"x\")", "null"), ("1 between null and 3", "null"), ("if \"a\" then 1 else 2", "2"), ("null > 1", "null"),
        ("for i in [1, 2], j in [i, i * 10] return j", "[1, 10, 2, 20]"), ("true or null", "true"),
        ("some i in [] satisfies i > 1", "false"), ("is(@\"23:00:50\", @\"23:00:50\")", "true"),
    ])
    func `logic and null (10.3.2.13)`(text: String, expected: String) throws {
        #expect(try value(text) == expected, "\(text)")
    }
}

extension FreshExpressionTests {
    @Test(arguments: [
        ("{a: 1, a: 2}", "two entries have the name \"a\""),
        ("upper case(5)", "the argument \"string\" of upper case is a number, should be a string"),
        ("substring(\"abc\", \"1\")", "the argument \"start position\" of substring is a string, should be a number"),
        (
            "substring(\"abc\")",
            "the arguments do not suit substring: there are 1, and it takes (string, start position, length?)"
        ),
        ("date(\"2026-13-45\")", "the arguments do not suit date(\"2026-13-45\")"),
    ])
    func `null says why (10.3.2.13)`(text: String, reason: String) throws {
        let result = try FeelExpression(parsing: text).evaluate(in: FeelScope([:]))
        #expect(result.value == .null)
        #expect(result.problems.first?.reason.sentence.description == reason)
    }
}
