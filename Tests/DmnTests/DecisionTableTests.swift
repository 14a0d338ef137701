import Basics
import Dmn
import Feel
import Testing

@Suite("Decision tables") struct DecisionTableTests {
    static let rules = [["> 10", "\"hoog\"", "3"], ["> 5", "-", "2"], ["-", "\"hoog\", \"laag\"", "1"]]
    static let inputs = [("x", "number"), ("soort", "string")]

    @Test(arguments: [
        ("hitPolicy=\"FIRST\"", "3"), ("hitPolicy=\"UNIQUE\"", "null"), ("hitPolicy=\"ANY\"", "null"),
        ("hitPolicy=\"RULE ORDER\"", "[3, 2, 1]"), ("hitPolicy=\"COLLECT\"", "[3, 2, 1]"),
        ("hitPolicy=\"OUTPUT ORDER\"", "[1, 2, 3]"), ("hitPolicy=\"PRIORITY\"", "1"),
        ("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "6"), ("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "3"),
        ("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", "1"), ("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "3"),
    ])
    func `each hit policy makes its own of the rules that match`(policy: String, outcome: String) throws {
        let program = try Fixture.program(
            Fixture.table(policy, Self.inputs, Self.rules, outputValues: "1, 2, 3"))

        let result = program.decide("uitkomst", given: DmnFacts(["x": 12, "soort": "hoog"]))

        #expect(program.diagnostics == [])
        #expect(result?.value.literal == outcome)
    }

    @Test func `it is known which rules fired and with what`() throws {
        let program = try Fixture.program(Fixture.table("hitPolicy=\"COLLECT\"", Self.inputs, Self.rules))

        let trial = program.tryOut("uitkomst", given: DmnFacts(["x": 7, "soort": "laag"]))
        let view = program.model.decisions.first?.table?.view(fired: trial?.fired ?? [])

        #expect(trial?.fired == [2, 3])
        #expect(trial?.inputs == [7, "laag"])
        #expect(view?.policy == "C")
        #expect(view?.rows.map(\.fired) == [false, true, true])
    }

    @Test(
        arguments: [
            (["x": 12], Set(["soort"]), FeelTruth.unknown(["soort"])), (["soort": "anders"], ["x"], .unknown(["x"])),
            (["x": 1, "soort": "anders"], [], .no), (["x": 20, "soort": "hoog"], [], .yes),
            (["x": 3], ["soort"], .no),
        ] as [([String: FeelValue], Set<String>, FeelTruth)])
    func `facts that are missing matter only where a rule asks for them`(
        values: [String: FeelValue], unknown: Set<String>, truth: FeelTruth
    ) throws {
        let program = try Fixture.program(
            Fixture.table(
                "hitPolicy=\"FIRST\"", Self.inputs,
                [["< 5", "-", "false"], ["-", "\"hoog\"", "true"], ["-", "-", "false"]]))

        #expect(program.decide("uitkomst", given: DmnFacts(values, unknown: unknown))?.truth == truth)
    }

    @Test func `a fact of another type is not let in`() throws {
        let program = try Fixture.program(Fixture.table("", Self.inputs, Self.rules))

        let result = program.decide("uitkomst", given: DmnFacts(["x": "veel", "soort": "hoog"]))

        #expect(result?.problems.isEmpty == false)
    }
}
