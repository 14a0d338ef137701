import Basics
import Dmn
import Testing

@Suite("Editing a decision table") struct TableEditingTests {
    static let text = """
        <?xml version="1.0"?>
        <d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:v="urn:vendor" namespace="n" name="n">
        <d:decision id="d1" name="een"><d:decisionTable id="t"><d:input><d:inputExpression><d:text>x</d:text></d:inputExpression></d:input><d:output/>
        <d:rule id="r1" v:colour="red"><d:inputEntry id="c1"><d:text>1</d:text></d:inputEntry><d:outputEntry><d:text>2</d:text></d:outputEntry></d:rule>
        </d:decisionTable></d:decision><!-- kept --></d:definitions>
        """

    @Test func `cells change, rules come and go, and what others wrote stays`() throws {
        var diagnostics: [Diagnostic] = []
        let bytes = Array(Self.text.utf8)
        var table = try #require(DmnFile(bytes, diagnostics: &diagnostics)?.model.decisions.first?.table)
        table.rules[0].tests[0].text = "< 9"
        var added = table.rules[0]
        (added.id, added.annotations) = (nil, ["nieuw"])
        table.rules.append(added)

        let edited = try #require(
            DmnFile.replacing(tableOf: "d1", with: table, in: bytes, diagnostics: &diagnostics))
        let text = String(decoding: edited, as: UTF8.self)
        let again = DmnFile(edited, diagnostics: &diagnostics)?.model.decisions.first?.table

        #expect(again?.rules.map { $0.tests.map(\.text) } == [["< 9"], ["< 9"]])
        #expect(again?.rules.map(\.annotations) == [[], ["nieuw"]])
        #expect(text.contains("v:colour=\"red\"") && text.contains("<!-- kept -->") && text.contains("id=\"c1\""))
    }
}
