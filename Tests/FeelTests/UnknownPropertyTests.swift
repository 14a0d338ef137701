import Basics
import Feel
import Testing

@Suite("Facts that are missing") struct UnknownPropertyTests {
    struct Maker {
        var random: SeededRandom

        mutating func condition(_ depth: Int) -> String {
            guard depth > 0 else {
                return ["a", "b", "c", "true", "false", "null", "x > 1", "y = 2"].randomElement(using: &random) ?? "a"
            }
            let (left, right) = (condition(depth - 1), condition(depth - 1))
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1: return "(\(left) and \(right))"
            case 2, 3: return "(\(left) or \(right))"
            case 4: return "not(\(left))"
            case 5: return "(if \(left) then \(right) else \(condition(depth - 1)))"
            case 6: return "(some i in [1, x, y] satisfies i = 2 and \(left))"
            case 7: return "(every i in [\(left), \(right)] satisfies i)"
            default: return "(\(number(depth - 1)) in [1..3])"
            }
        }

        mutating func number(_ depth: Int) -> String {
            guard depth > 0 else { return ["x", "y", "1", "2"].randomElement(using: &random) ?? "x" }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return "(\(number(depth - 1)) + \(number(depth - 1)))"
            case 1: return "(if \(condition(depth - 1)) then \(number(depth - 1)) else 0)"
            case 2: return "count([1, 2][item > \(number(depth - 1))])"
            default: return "{p: \(number(depth - 1)), q: 1}.p"
            }
        }
    }

    static let values: [String: [FeelValue]] = [
        "a": [true, false], "b": [true, false], "c": [true, false], "x": [0, 1, 2, 3], "y": [1, 2],
    ]

    @Test func `an answer that is given while facts are missing holds whatever they turn out to be`() throws {
        var maker = Maker(random: SeededRandom(seed: 42))
        for round in 0..<400 {
            let text = maker.condition(4)
            let expression = try FeelExpression(parsing: text)
            let known = Self.values.mapValues { $0.randomElement(using: &maker.random) ?? .null }
            let unknown = Set(Self.values.keys.filter { _ in Bool.random(using: &maker.random) })

            let answer = expression.evaluate(in: FeelScope(known, unknown: unknown))

            for _ in 0..<12 {
                var scope = known
                for name in unknown { scope[name] = Self.values[name]?.randomElement(using: &maker.random) }
                let outcome = expression.evaluate(in: FeelScope(scope)).value
                if case .unknown(let names) = answer.truth {
                    #expect(!names.isEmpty && names.isSubset(of: unknown), "seed 42, round \(round): \(text)")
                } else {
                    #expect(outcome == answer.value, "seed 42, round \(round), unknown \(unknown): \(text)")
                }
            }
        }
    }
}
