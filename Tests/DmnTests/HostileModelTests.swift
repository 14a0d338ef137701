import Basics
import Dmn
import Feel
import Testing

@Suite("Hostile decision models") struct HostileModelTests {
    @Test func `boxes that nest without end are refused and the rest works`() throws {
        let open = String(repeating: "<list>", count: 100)
        let close = String(repeating: "</list>", count: 100)
        let program = try Fixture.program(
            """
            <decision id="a" name="a">\(open)\(close)</decision>
            <decision id="b" name="b"><literalExpression><text>1</text></literalExpression></decision>
            """)

        #expect(program.diagnostics.map(\.code) == ["too-deep"])
        #expect(program.decide("b", given: DmnFacts())?.value == 1)
    }

    @Test func `a function inside a row or a list of allowed values finds its own arguments`() throws {
        let program = try Fixture.program(
            """
            <decision id="a" name="a"><relation><column name="f"/><column name="n"/>
            <row><literalExpression><text>function(x, y) x + y</text></literalExpression>
            <literalExpression><text>(function(x) (function(y) x - y)(1))(5)</text></literalExpression></row></relation></decision>
            <decision id="b" name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement>
            <literalExpression><text>a[1].f(1, 2) + a[1].n</text></literalExpression></decision>
            """)

        #expect(program.decide("b", given: DmnFacts())?.value == 7)
    }

    @Test func `a long row of decisions is decided, an endless one is not`() throws {
        func chain(_ count: Int) throws -> FeelValue? {
            let decisions = (1...count).map { number in
                """
                <decision id="d\(number)" name="d\(number)"><informationRequirement><requiredDecision href="#d\(number - 1)"/>
                </informationRequirement><literalExpression><text>d\(number - 1) + 1</text></literalExpression></decision>
                """
            }
            let first =
                "<decision id=\"d0\" name=\"d0\"><literalExpression><text>0</text></literalExpression></decision>"
            return try Fixture.program(first + decisions.joined()).decide("d\(count)", given: DmnFacts())?.value
        }

        #expect(try chain(1_500) == 1_500)
        #expect(try chain(3_100) == .null)
    }
}
