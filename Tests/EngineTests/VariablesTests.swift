import Basics
import Testing

@testable import Engine

/// What is known by name, kept in order of name (held against a dictionary).
@Suite struct VariablesTests {
    @Test func `a name has the value that it was given last, and one that was never given has none`() {
        var variables = Variables(["b": 2, "a": 1])
        #expect(variables["a"] == 1 && variables["b"] == 2 && variables["c"] == nil)
        variables.set(["b": 3, "c": .null])
        #expect(variables.all == ["a": 1, "b": 3, "c": .null])
        #expect(variables.has("c") && !variables.has(""))
        variables.set([:])
        #expect(!variables.isEmpty && Variables().isEmpty && Variables([:]).all == [:])
    }

    @Test func `what is known further out does not take the place of what is known nearer`() {
        var found: [String: JSON] = ["a": 1, "leeg": .null]
        Variables(["a": 9, "b": 2, "leeg": 3]).fill(&found)
        #expect(found == ["a": 1, "b": 2, "leeg": .null])
    }

    @Test func `the same knowledge is equal, in whatever order it came`() {
        var one = Variables(["z": 1])
        one.set(["a": 2])
        var other = Variables(["a": 0])
        other.set(["z": 1, "a": 2])
        #expect(one == other && one.hashValue == other.hashValue)
        other.set(["y": 1])
        #expect(one != other)
    }

    @Test(arguments: 1...20) func `many names, also odd ones, hold as a dictionary holds them`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let names =
            (0..<60).map { "n\($0 % 7)\(String(repeating: "é", count: $0 % 3))\($0)" } + ["", "e\u{301}", "\u{0}"]
        var (variables, expected) = (Variables(), [String: JSON]())
        for _ in 0..<80 {
            var given: [String: JSON] = [:]
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                given[names.randomElement(using: &random) ?? ""] = JSON(Int.random(in: 0...9, using: &random))
            }
            variables.set(given)
            expected.merge(given) { $1 }
            #expect(variables.all == expected)
            for name in names {
                #expect(variables[name] == expected[name] && variables.has(name) == (expected[name] != nil))
            }
        }
        #expect(variables["é"] == expected["é"], "the same characters, written otherwise, are the same name")
    }
}
