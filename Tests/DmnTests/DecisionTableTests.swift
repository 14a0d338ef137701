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

    @Test func `a table that stands by itself asks for the names in its columns`() throws {
        let program = try Fixture.program(
            """
            <decision id="d" name="uitkomst"><decisionTable>
            <input><inputExpression typeRef="integer"><text>dagen</text></inputExpression></input><output/>
            <rule>\(Fixture.cell("< 31", "inputEntry"))\(Fixture.cell("\"kort\"", "outputEntry"))</rule>
            <rule>\(Fixture.cell(">= 31", "inputEntry"))\(Fixture.cell("\"lang\"", "outputEntry"))</rule>
            </decisionTable></decision>
            """)
        #expect(program.diagnostics == [])
        #expect(program.inputs == ["dagen"])
        #expect(program.model.inputs.map(\.variable.type) == ["number"])
        #expect(program.decide("uitkomst", given: DmnFacts(["dagen": 40]))?.value == "lang")
    }

    @Test func `a decision that needs itself is told with its ring`() throws {
        func decision(_ name: String, needs other: String) -> String {
            "<decision id=\"\(name)\" name=\"\(name)\"><informationRequirement><requiredDecision href=\"#\(other)\"/>"
                + "</informationRequirement><literalExpression><text>\(other) + 1</text></literalExpression></decision>"
        }
        let program = try Fixture.program(
            decision("A", needs: "B") + decision("B", needs: "C") + decision("C", needs: "A"))
        let rings = program.diagnostics.filter { $0.code == "ring" }
        #expect(rings.map(\.severity) == [.error])
        #expect(rings.map { "\($0.message)" } == ["needs itself: A → B → C → A"])
    }

    @Test func `a name in an output or a test that nothing gives is told`() throws {
        let program = try Fixture.program(
            Fixture.table("", [("x", "number")], [["<= dertig", "nooit"], ["-", "\"anders\""]]))
        let unknown = program.diagnostics.filter { $0.code == "unknown-name" }
        #expect(
            Set(unknown.map { "\($0.message)" }) == [
                "uses “dertig”, which nothing gives it", "uses “nooit”, which nothing gives it",
            ])
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
