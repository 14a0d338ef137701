import Basics
import Dmn
import Feel
import Testing

/// Models as the tools of modellers write them, each with what DMN 1.5 prescribes.
@Suite("Tables as tools write them") struct ToolTablesTests {
    struct Tool: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        var space = "https://www.omg.org/spec/DMN/20191111/MODEL/"
        let asked: String
        let outcomes: [(DmnFacts, String)]

        init(_ title: String, _ body: String, space: String? = nil, asks: String, _ outcomes: [(DmnFacts, String)]) {
            (testDescription, self.body, asked, self.outcomes) = (title, body, asks, outcomes)
            if let space { self.space = space }
        }
    }

    @Test(arguments: tools)
    func `a model decides as the standard says`(tool: Tool) throws {
        var flaws: [Diagnostic] = []
        let text =
            "<definitions xmlns=\"\(tool.space)\" id=\"m\" name=\"m\" namespace=\"urn:m\">\(tool.body)</definitions>"
        let file = try #require(DmnFile(Array(text.utf8), diagnostics: &flaws))
        let program = DmnProgram(file.model)
        #expect((flaws + file.diagnostics + program.diagnostics).filter { $0.severity == .error } == [])
        for (facts, outcome) in tool.outcomes {
            #expect(program.decide(tool.asked, given: facts)?.value.literal == outcome)
        }
    }

    static let tools: [Tool] = [
        Tool(
            "Camunda 7: integers and half-open intervals, two outputs make a context (8.2.8, 8.3)",
            """
            <decision id="d" name="Termijn"><decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i" label="Dagen"><inputExpression typeRef="integer"><text>dagen</text></inputExpression></input>
            <output id="o1" name="stap" typeRef="string"/><output id="o2" name="kosten" typeRef="double"/>
            \(rule(["[0..14]"], ["\"herinnering\"", "0"]))\(rule(["]14..30]"], ["\"aanmaning\"", "2.5"]))
            </decisionTable></decision>
            """, space: "http://www.omg.org/spec/DMN/20151101/dmn.xsd", asks: "Termijn",
            [
                (DmnFacts(["dagen": 14]), "{stap: \"herinnering\", kosten: 0}"),
                (DmnFacts(["dagen": 15]), "{stap: \"aanmaning\", kosten: 2.5}"), (DmnFacts(["dagen": 31]), "null"),
            ]),
        Tool(
            "Camunda 8: everything but these words (7.3.2)",
            decision(
                "Kanaal", input("land", "string"), "land", "string",
                [(["not(\"NL\", \"BE\")"], "\"mail\""), (["\"NL\", \"BE\""], "\"brief\"")]), asks: "Kanaal",
            [(DmnFacts(["land": "DE"]), "\"mail\""), (DmnFacts(["land": "BE"]), "\"brief\"")]),
        Tool(
            "Signavio: names with spaces and capitals (10.3.1.2)",
            decision(
                "Klasse", input("Bedrag in euro", "number"), "Bedrag in euro", "number",
                [(["< 100"], "\"klein\""), ([">= 100"], "\"groot\"")]), asks: "Klasse",
            [(DmnFacts(["Bedrag in euro": 99]), "\"klein\""), (DmnFacts(["Bedrag in euro": 100]), "\"groot\"")]),
        Tool(
            "Flowable: the sum of all rules that match; none is null (8.2.11)",
            decision(
                "Punten", input("dagen", "number"), "dagen", "number", [(["> 10"], "5"), (["> 20"], "7")],
                policy: "hitPolicy=\"COLLECT\" aggregation=\"SUM\""), asks: "Punten",
            [(DmnFacts(["dagen": 25]), "12"), (DmnFacts(["dagen": 15]), "5"), (DmnFacts(["dagen": 5]), "null")]),
        Tool(
            "Camunda 8: a default where no rule matches (8.3.3)",
            """
            \(input("soort", "string"))<decision id="d" name="Weg"><informationRequirement><requiredInput href="#soort"/>
            </informationRequirement><decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="string"><text>soort</text>
            </inputExpression></input><output typeRef="string"><defaultOutputEntry><text>"bellen"</text></defaultOutputEntry></output>
            \(rule(["\"huur\""], ["\"brief\""]))</decisionTable></decision>
            """, asks: "Weg", [(DmnFacts(["soort": "huur"]), "\"brief\""), (DmnFacts(["soort": "zorg"]), "\"bellen\"")]),
        Tool(
            "Trisotech: a filter over a list of contexts, and what is left of it (10.3.2.5)",
            """
            \(input("vorderingen", "Any"))<decision id="d" name="Oud"><variable name="Oud" typeRef="number"/><informationRequirement>
            <requiredInput href="#vorderingen"/></informationRequirement><literalExpression><text>sum(vorderingen[dagen > 14].bedrag)
            </text></literalExpression></decision>
            """, asks: "Oud",
            [
                (DmnFacts(["vorderingen": .list([claim(20, 50), claim(3, 7), claim(15, 2)])]), "52")
            ]),
        Tool(
            "Trisotech: a knowledge model called by name, with its own table (10.4)",
            """
            \(input("bedrag", "number"))<businessKnowledgeModel id="k" name="Staffel"><variable name="Staffel"/>
            <encapsulatedLogic><formalParameter name="b" typeRef="number"/><literalExpression><text>if b > 2500 then 2500 * 0.15 +
            (b - 2500) * 0.1 else b * 0.15</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="Kosten"><informationRequirement><requiredInput href="#bedrag"/></informationRequirement>
            <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
            <literalExpression><text>max(40, Staffel(bedrag))</text></literalExpression></decision>
            """, asks: "Kosten",
            [(DmnFacts(["bedrag": 100]), "40"), (DmnFacts(["bedrag": 3000]), "425")]),
        Tool(
            "Trisotech: a boxed context whose last line is the answer (10.5.1)",
            """
            \(input("inkomen", "number"))\(input("lasten", "number"))<decision id="d" name="Ruimte"><informationRequirement>
            <requiredInput href="#inkomen"/></informationRequirement><informationRequirement><requiredInput href="#lasten"/>
            </informationRequirement><context><contextEntry><variable name="over"/><literalExpression><text>inkomen - lasten</text>
            </literalExpression></contextEntry><contextEntry><literalExpression><text>if over > 0 then floor(over / 2) else 0</text>
            </literalExpression></contextEntry></context></decision>
            """, asks: "Ruimte",
            [
                (DmnFacts(["inkomen": 1500, "lasten": 1399]), "50"),
                (DmnFacts(["inkomen": 1000, "lasten": 1200]), "0"),
            ]),
        Tool(
            "Camunda 8: days and durations between them (10.3.2.3)",
            """
            \(input("vervallen", "string"))\(input("vandaag", "string"))<decision id="d" name="Rijp"><informationRequirement>
            <requiredInput href="#vervallen"/></informationRequirement><informationRequirement><requiredInput href="#vandaag"/>
            </informationRequirement><literalExpression><text>date(vandaag) - date(vervallen) >= duration("P14D")</text>
            </literalExpression></decision>
            """, asks: "Rijp",
            [
                (DmnFacts(["vervallen": "2026-03-01", "vandaag": "2026-03-15"]), "true"),
                (DmnFacts(["vervallen": "2026-03-01", "vandaag": "2026-03-14"]), "false"),
            ]),
        Tool(
            "Signavio: the outcome that stands first among its values wins (8.2.10)",
            """
            \(input("x", "number"))<decision id="d" name="Voorrang"><informationRequirement><requiredInput href="#x"/>
            </informationRequirement><decisionTable hitPolicy="PRIORITY"><input><inputExpression typeRef="number"><text>x</text>
            </inputExpression></input><output typeRef="string"><outputValues><text>"hulp", "brief"</text></outputValues></output>
            \(rule(["> 1"], ["\"brief\""]))\(rule(["> 5"], ["\"hulp\""]))</decisionTable></decision>
            """, asks: "Voorrang", [(DmnFacts(["x": 9]), "\"hulp\""), (DmnFacts(["x": 3]), "\"brief\"")]),
    ]

    private static func claim(_ days: FeelValue, _ amount: FeelValue) -> FeelValue {
        .context(["dagen": days, "bedrag": amount])
    }

    private static func input(_ name: String, _ type: String) -> String {
        "<inputData id=\"\(name.replacing(" ", with: "_"))\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(type)\"/></inputData>"
    }

    private static func rule(_ tests: [String], _ outputs: [String]) -> String {
        "<rule>" + tests.map { Fixture.cell($0, "inputEntry") }.joined()
            + outputs.map { Fixture.cell($0, "outputEntry") }.joined() + "</rule>"
    }

    private static func decision(
        _ name: String, _ input: String, _ asked: String, _ type: String, _ rules: [([String], String)],
        policy: String = "hitPolicy=\"UNIQUE\""
    ) -> String {
        let need =
            "<informationRequirement><requiredInput href=\"#\(asked.replacing(" ", with: "_"))\"/></informationRequirement>"
        let column =
            "<input><inputExpression typeRef=\"\(type)\"><text>\(asked)</text></inputExpression></input><output/>"
        return input + "<decision id=\"d\" name=\"\(name)\">\(need)<decisionTable \(policy)>\(column)"
            + rules.map { rule($0.0, [$0.1]) }.joined() + "</decisionTable></decision>"
    }
}
