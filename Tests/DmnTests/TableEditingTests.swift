import Basics
import Dmn
import Testing
import Xml

@Suite("Editing a decision table") struct TableEditingTests {
    static let text = """
        <?xml version="1.0"?>
        <d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:v="urn:vendor" namespace="n" name="n">
        <d:decision id="d1" name="een"><d:decisionTable id="t"><d:input><d:inputExpression v:unit="days"><d:text>x</d:text></d:inputExpression></d:input><d:output/>
        <d:rule id="r1" v:colour="red"><d:inputEntry id="c1"><d:text>1</d:text></d:inputEntry><d:outputEntry><d:text>2</d:text></d:outputEntry></d:rule>
        </d:decisionTable></d:decision><!-- kept --></d:definitions>
        """

    private func edited(_ change: (inout DmnDraft) -> Void) throws -> (text: String, table: DmnTable) {
        var diagnostics: [Diagnostic] = []
        let bytes = Array(Self.text.utf8)
        var draft = DmnDraft(try #require(DmnFile(bytes, diagnostics: &diagnostics)?.model.decisions.first?.table))
        change(&draft)
        let written = try #require(
            DmnFile.replacing(tableOf: "d1", with: draft, in: bytes, diagnostics: &diagnostics))
        let again = try #require(DmnFile(written, diagnostics: &diagnostics)?.model.decisions.first?.table)
        return (String(decoding: written, as: UTF8.self), again)
    }

    @Test func `cells change, rules come and go, and what others wrote stays`() throws {
        let (text, again) = try edited { draft in
            draft.table.rules[0].tests[0].text = "< 9"
            draft.addRule()
            draft.table.rules[1].annotations = ["nieuw"]
            draft.addColumn(.annotation)
        }

        #expect(again.rules.map { $0.tests.map(\.text) } == [["< 9"], ["-"]])
        #expect(again.annotations == [""])
        #expect(text.contains("v:colour=\"red\"") && text.contains("<!-- kept -->") && text.contains("id=\"c1\""))
    }

    @Test func `a table of which nothing changed is written as it was`() throws {
        #expect(try edited { _ in }.text == XmlDocument(Self.text).root.written())
    }

    @Test(arguments: ["integer", "long", "double", " number "])
    func `of a table in which one cell changed only that cell is written anew`(type: String) throws {
        let text = Self.text.replacing("v:unit=\"days\"", with: "v:unit=\"days\" typeRef=\"\(type)\"")
            .replacing("<d:output/>", with: "<d:output name=\"u\" typeRef=\"\(type)\"/>")
        var diagnostics: [Diagnostic] = []
        let bytes = Array(text.utf8)
        var draft = DmnDraft(try #require(DmnFile(bytes, diagnostics: &diagnostics)?.model.decisions.first?.table))
        draft.table.rules[0].outputs[0].text = "3"

        let written = try #require(
            DmnFile.replacing(tableOf: "d1", with: draft, in: bytes, diagnostics: &diagnostics))

        let expected = text.replacing("<d:text>2</d:text>", with: "<d:text>3</d:text>")
        #expect(String(decoding: written, as: UTF8.self) == (try XmlDocument(expected).root.written()))
    }

    @Test func `columns come, move and go with their cells, each with what the file has of it`() throws {
        let (text, again) = try edited { draft in
            draft.addColumn(.input)
            draft.table.inputs[1].expression = "y"
            draft.table.inputs[1].type = "number"
            draft.table.inputs[1].allowed = "[0..9]"
            draft.table.rules[0].tests[1].text = "> 5"
            draft.moveColumn(.input, 1, by: -1)
            draft.addColumn(.output)
            draft.table.outputs[0].name = "oud"
            draft.table.outputs[1].name = "nieuw"
            draft.table.rules[0].outputs[1].text = "7"
            draft.table.policy = .collect(.sum)
        }

        #expect(again.inputs.map(\.expression) == ["y", "x"])
        #expect(again.inputs[0].type == "number" && again.inputs[0].allowed == "[0..9]")
        #expect(again.outputs.map(\.name) == ["oud", "nieuw"])
        #expect(again.rules[0].tests.map(\.text) == ["> 5", "1"])
        #expect(again.rules[0].outputs.map(\.text) == ["2", "7"])
        #expect(again.policy == .collect(.sum))
        #expect(text.contains("<d:inputEntry id=\"c1\"><d:text>1</d:text>"))
        #expect(text.contains("v:unit=\"days\""))

        let gone = try edited { $0.removeColumn(.input, 0) }
        #expect(gone.table.inputs.isEmpty && gone.table.rules[0].tests.isEmpty)
        let kept = try edited { $0.removeColumn(.output, 0) }
        #expect(kept.table.outputs.count == 1)
    }

    @Test func `a hit policy and an aggregator can be taken back`() throws {
        #expect(try edited { $0.table.policy = .unique }.text.contains("hitPolicy") == false)
        #expect(try edited { $0.table.policy = .outputOrder }.table.policy == .outputOrder)
    }

    @Test(arguments: 0..<40) func `random edits leave a table whose rules fit its columns`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (_, again) = try edited { draft in
            for _ in 0..<12 { draft.change(at: &random) }
        }
        for rule in again.rules {
            #expect(rule.tests.count == again.inputs.count, "seed \(seed)")
            #expect(rule.outputs.count == again.outputs.count, "seed \(seed)")
            #expect(rule.annotations.count == again.annotations.count, "seed \(seed)")
        }
    }
}

extension DmnDraft {
    /// One press on any of the buttons.
    fileprivate mutating func change(at random: inout SeededRandom) {
        let side = Side.allCases.randomElement(using: &random) ?? .input
        let index = Int.random(in: -1...4, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: addColumn(side)
        case 1: removeColumn(side, index)
        case 2: moveColumn(side, index, by: Bool.random(using: &random) ? 1 : -1)
        case 3: addRule()
        case 4: removeRule(index)
        default: moveRule(index, by: 1)
        }
    }
}
