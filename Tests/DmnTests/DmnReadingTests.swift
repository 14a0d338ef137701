import Basics
import Dmn
import Feel
import Testing

@Suite("DMN files") struct DmnReadingTests {
    @Test func `a flaw is reported with its line and the rest still works`() throws {
        let program = try Fixture.program(
            """
            <decision id="a" name="a"><literalExpression><text>1 +</text></literalExpression></decision>
            <decision id="b" name="b"><informationRequirement><requiredInput href="#weg"/></informationRequirement>
            <literalExpression><text>2</text></literalExpression></decision>
            """)

        #expect(program.diagnostics.map(\.line) == [2, 3])
        #expect(program.diagnostics.map(\.code) == ["bad-expression", "dangling-reference"])
        #expect(program.decide("b", given: DmnFacts())?.value == 2)
        #expect(program.decide("a", given: DmnFacts())?.value == .null)
    }

    @Test func `what is no DMN is refused`() {
        var diagnostics: [Diagnostic] = []

        #expect(DmnFile(Array("<html/>".utf8), diagnostics: &diagnostics) == nil)
        #expect(DmnFile(Array("<definitions".utf8), diagnostics: &diagnostics) == nil)
        #expect(diagnostics.count == 2)
    }

    @Test func `decisions that need each other do not go on for ever`() throws {
        let program = try Fixture.program(
            """
            <decision id="a" name="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement>
            <literalExpression><text>b + 1</text></literalExpression></decision>
            <decision id="b" name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement>
            <literalExpression><text>a + 1</text></literalExpression></decision>
            """)

        #expect(program.decide("a", given: DmnFacts())?.value == .null)
    }

    @Test func `a function that calls itself without end is stopped`() throws {
        let program = try Fixture.program(
            """
            <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>
            <literalExpression><text>f(n + 1)</text></literalExpression></encapsulatedLogic>
            <knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
            <literalExpression><text>f(1)</text></literalExpression></decision>
            """)

        let result = program.decide("d", given: DmnFacts())

        #expect(result?.value == .null)
        #expect(result?.problems.isEmpty == false)
    }

    @Test func `types that contain themselves are read`() throws {
        let program = try Fixture.program(
            """
            <itemDefinition name="tKnoop"><itemComponent name="kind"><typeRef>tKnoop</typeRef></itemComponent></itemDefinition>
            <itemDefinition name="tA"><typeRef>tB</typeRef></itemDefinition>
            <itemDefinition name="tB"><typeRef>tA</typeRef></itemDefinition>
            <decision id="d" name="d"><variable name="d" typeRef="tKnoop"/>
            <literalExpression><text>{kind: {kind: null}}</text></literalExpression></decision>
            """)

        #expect(program.decide("d", given: DmnFacts())?.value.literal == "{kind: {kind: null}}")
    }

    @Test func `dates in JSON facts are dates where the model says so`() throws {
        let program = try Fixture.program(
            Fixture.input("dag", "date")
                + """
                <decision id="d" name="d"><informationRequirement><requiredInput href="#dag"/></informationRequirement>
                <literalExpression><text>dag + @"P1D"</text></literalExpression></decision>
                """)

        #expect(program.decide("d", given: DmnFacts(["dag": "2026-02-28"]))?.value.literal == "2026-03-01")
    }
}
