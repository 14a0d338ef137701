import Basics
import Dmn
import Feel
import Testing

@Suite("The check of a decision table") struct TableCheckTests {
    func findings(_ policy: String, _ inputs: [(String, String)], _ rules: [[String]]) throws -> [DmnFinding] {
        let program = try Fixture.program(Fixture.table(policy, inputs, rules))
        return program.model.decisions.first?.table?.check(in: program.model) ?? []
    }

    @Test func `a table without flaws has no findings`() throws {
        let found = try findings(
            "", [("x", "number"), ("open", "boolean")],
            [["< 5", "-", "1"], [">= 5", "true", "2"], [">= 5", "false", "3"]])

        #expect(found == [])
    }

    @Test func `a gap comes with facts for which no rule fires`() throws {
        let found = try findings(
            "", [("x", "number"), ("open", "boolean")], [["< 5", "-", "1"], ["> 5", "true", "2"]])
        let gaps = found.compactMap { if case .gap(let example) = $0 { example.map(\.value) } else { nil } }

        #expect(gaps == [[5, true], [6, false]])
    }

    @Test func `two rules that fire together are an overlap, where that is not allowed`() throws {
        let rules = [["[1..5]", "1"], ["[5..9]", "2"], ["not([1..9])", "3"]]

        let unique = try findings("hitPolicy=\"UNIQUE\"", [("x", "number")], rules)
        let first = try findings("hitPolicy=\"FIRST\"", [("x", "number")], rules)

        #expect(unique.count == 1)
        guard case .overlap(rule: 1, other: 2, let example) = unique.first else { return #expect(Bool(false)) }
        #expect(example.map(\.value) == [5])
        #expect(first == [])
    }

    @Test func `a rule behind others, or against itself, never fires`() throws {
        let found = try findings(
            "hitPolicy=\"FIRST\"", [("x", "number"), ("soort", "string")],
            [["< 5", "-", "1"], [">= 5", "-", "2"], ["3", "\"a\"", "3"], ["[9..2]", "-", "4"]])

        #expect(found == [.neverFires(rule: 3, covered: [1]), .neverFires(rule: 4, covered: [])])
    }

    @Test func `a cell with a value that its column does not list never fires for that, and says so`() throws {
        let body = Fixture.table("", [("soort", "string")], [["\"vroeger\"", "1"], ["\"eerste\", \"vroeger\"", "2"]])
            .replacing("</inputExpression>", with: "</inputExpression>" + Fixture.cell("\"eerste\"", "inputValues"))
        let program = try Fixture.program(body)

        let found = program.model.decisions.first?.table.map(program.check) ?? []

        #expect(found == [.notListed(rule: 1, column: 1, text: "\"vroeger\"", allowed: "\"eerste\"")])
    }

    @Test func `a name that nothing gives the decision is found by rule and column, in tests, outcomes and columns`()
        throws
    {
        let program = try Fixture.program(
            Fixture.table(
                "", [("x", "number"), ("soort", "string")], [["< dertig", "-", "eerst bellen"], ["-", "x", "x + y"]]
            )
            .replacing("<text>soort</text>", with: "<text>sooort</text>"))
        let decision = try #require(program.model.decisions.first)

        let found = try program.check(#require(decision.table), of: decision)
        let unknown = found.compactMap {
            if case .unknownName(let name, let place, _) = $0 { (name, place) } else { nil }
        }

        #expect(
            unknown.map(\.1) == [
                .input(column: 2), .test(rule: 1, column: 1), .output(rule: 1, column: 1), .output(rule: 2, column: 1),
            ])
        #expect(unknown.map(\.0).filter { $0 != "eerst" && $0 != "eerst bellen" } == ["sooort", "dertig", "y"])
        #expect(found.count { $0.isFlaw } == 4)
        #expect(!found.contains { if case .notChecked(1, 1, _, _) = $0 { true } else { false } })
    }

    @Test func `a test of other facts is left out, and said to be`() throws {
        let found = try findings("", [("x", "number")], [["< grens", "1"], ["3", "2"]])

        #expect(found == [.notChecked(rule: 1, column: 1, text: "< grens", because: .otherFacts)])
    }

    @Test func `what the check says agrees with what the table does`() throws {
        var random = SeededRandom(seed: 11)
        for round in 0..<60 {
            let rules = (0..<4).map { rule in
                (0..<2).map { _ in
                    let low = Int.random(in: 0...4, using: &random)
                    return Bool.random(using: &random)
                        ? "[\(low)..\(low + Int.random(in: 0...3, using: &random))]" : "-"
                } + ["\(rule)"]
            }
            let program = try Fixture.program(
                Fixture.table("hitPolicy=\"COLLECT\"", [("x", "number"), ("y", "number")], rules))
            let found = program.model.decisions.first?.table?.check() ?? []
            let isComplete = (-1...9).allSatisfy { x in
                (-1...9).allSatisfy { y in
                    program.tryOut(
                        "uitkomst", given: DmnFacts(["x": .number(Decimal128(x)), "y": .number(Decimal128(y))]))?.fired
                        .isEmpty == false
                }
            }
            let gaps = found.filter { if case .gap = $0 { true } else { false } }
            #expect(gaps.isEmpty == isComplete, "seed 11, round \(round): \(rules)")
        }
    }

    @Test func `an outcome that its column does not allow is found, also in a list, and what cannot be told is left`()
        throws
    {
        let table = Fixture.table(
            "hitPolicy=\"FIRST\"", [("x", "number")],
            [
                ["1", "\"onzin\""], ["2", "\"hulp\""], ["3", "[\"hulp\", \"weg\"]"],
                ["4", "if x > 3 then \"y\" else null"], ["-", ""],
            ],
            outputValues: "\"hulp\", \"eerste\"")

        let found = try Fixture.program(table).model.decisions.first?.table?.check() ?? []

        let forbidden = found.compactMap { if case .notAllowed(let rule, 1, _, _) = $0 { rule } else { nil } }
        #expect(forbidden == [1, 3])
        #expect(found.filter(\.isFlaw).count == 2)
    }
}
