import Basics
import Testing

@testable import Procesbot

@Suite("Facts by the name that a drawing or table has for them")
struct NamedFactsTests {
    private static let table = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Schuur" namespace="x" id="d">
          <decision id="Slot_1" name="Slot op de schuur"><question>Welk slot krijgt deze schuur?</question>
            <decisionTable id="t" hitPolicy="UNIQUE">
              <input id="a" label="Breedte in meter"><inputExpression typeRef="number"><text>breedte</text></inputExpression></input>
              <input id="b" label="Schuur staat buiten"><inputExpression typeRef="boolean"><text>staatBuiten</text></inputExpression></input>
              <output id="o" label="Slot" name="slot"/>
              <rule id="r1"><inputEntry><text>&lt; 3</text></inputEntry><inputEntry><text>false</text></inputEntry><outputEntry><text>"hangslot"</text></outputEntry></rule>
              <rule id="r2"><inputEntry><text>&gt;= 3</text></inputEntry><inputEntry><text>false</text></inputEntry><outputEntry><text>"balk"</text></outputEntry></rule>
              <rule id="r3"><inputEntry><text>-</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>"ketting"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """
    private static let drawing = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
          <process id="p" name="Gevonden fiets">
            <startEvent id="s" name="Fiets staat er zonder slot"/>
            <userTask id="zoek" name="Eigenaar zoeken"><documentation>Kijk of er een sticker op zit.</documentation></userTask>
            <exclusiveGateway id="g" name="Is de eigenaar bekend?" default="f3"/>
            <userTask id="bel" name="Eigenaar bellen"/><userTask id="stal" name="Fiets stallen"/>
            <sequenceFlow id="f0" sourceRef="s" targetRef="zoek"/><sequenceFlow id="f1" sourceRef="zoek" targetRef="g"/>
            <sequenceFlow id="f2" name="ja, bekend" sourceRef="g" targetRef="bel"><conditionExpression>=eigenaarBekend</conditionExpression></sequenceFlow>
            <sequenceFlow id="f3" name="nee, onbekend" sourceRef="g" targetRef="stal"/>
          </process>
        </definitions>
        """

    private func advise(_ source: String, _ name: String, _ question: String, _ facts: JSON? = nil) throws -> Advice {
        let content = try TestLibrary.content()
        let document = try LibraryDocument(model: Array(source.utf8), named: name)
        return try Adviser(Library([document], words: content.words), content).advise(
            question, facts: facts, on: TestLibrary.day)
    }

    private func slot(_ facts: JSON, _ question: String = "Welk slot krijgt deze schuur?") throws -> Advice {
        try advise(Self.table, "slot.dmn", question, facts)
    }

    private static let given: [(JSON, String)] = [
        (["breedte": 2, "staatBuiten": true], "ketting"), (["breedte": 2, "staat_buiten": false], "hangslot"),
        (["Breedte in meter": 4, "Schuur staat buiten": false], "balk"),
        (["breedte": "4 meter", "staat buiten": "nee"], "balk"),
        (["schuur": ["breedte": 4, "staatBuiten": false]], "balk"),
    ]

    @Test(arguments: given)
    func `the row that holds by name is the answer, with its facts, and the rows that do not are out`(
        _ facts: JSON, _ answer: String
    ) throws {
        let advice = try slot(facts)

        #expect(advice.route.first?.step.contains(answer) == true, "\(advice.route.map(\.step))")
        #expect(advice.route.first?.facts.isEmpty == false)
        #expect(advice.route.count == 1 && advice.missing.isEmpty, "\(advice.missing.map(\.question))")
    }

    @Test func `only what nobody gave is asked`() throws {
        let advice = try slot(["breedte": 2])

        #expect(!advice.route.contains { $0.step.contains("balk") }, "\(advice.route.map(\.step))")
        #expect(advice.missing.count == 1 && advice.missing[0].question.contains("buiten"), "\(advice.missing)")
    }

    @Test func `a number in another unit decides no row`() throws {
        let advice = try slot(["breedte in cm": 400, "staatBuiten": false])

        #expect(
            Set(["hangslot", "balk"].filter { slot in advice.route.contains { $0.step.contains(slot) } }).count == 2)
    }

    @Test func `the same stands in the question in words`() throws {
        let advice = try slot([:], "De schuur staat buiten. Welk slot krijgt deze schuur?")

        #expect(advice.route.first?.step.contains("ketting") == true, "\(advice.route.map(\.step))")
    }

    @Test func `a fact that a person corrects chooses the other row`() throws {
        let content = try TestLibrary.content()
        let document = try LibraryDocument(model: Array(Self.table.utf8), named: "slot.dmn")
        let advice = try Adviser(Library([document], words: content.words), content).advise(
            "Welk slot krijgt deze schuur?", facts: ["breedte": 4, "staatBuiten": true],
            corrections: [Correction(fact: "staat buiten", says: .denied)], on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("balk") == true, "\(advice.route.map(\.step))")
    }

    private static let next = "Een fiets staat er zonder slot. Wat is de volgende stap?"

    private static let told: [(JSON, String, Bool)] = [
        (["eigenaarBekend": false], "", false), (["eigenaar bekend": true], "", true),
        ([:], "De eigenaar is onbekend. ", false), ([:], "De eigenaar is niet bekend. ", false),
        ([:], "De eigenaar is bekend. ", true),
    ]

    @Test(arguments: told)
    func `the gateway ahead takes its way by the name of its condition, and is not asked`(
        _ facts: JSON, _ said: String, _ isKnown: Bool
    ) throws {
        let question = "Een fiets staat er zonder slot. \(said)Wat is de volgende stap?"
        let (taken, other) = isKnown ? ("Eigenaar bellen", "Fiets stallen") : ("Fiets stallen", "Eigenaar bellen")
        let advice = try advise(Self.drawing, "fiets.bpmn", question, facts)
        let steps = advice.route.map(\.step)

        #expect(steps.contains { $0.contains("Daarna: \(taken)") }, "\(steps)")
        #expect(!steps.contains { $0.contains(other) }, "\(steps)")
        #expect(advice.missing.isEmpty, "\(advice.missing.map(\.question))")
    }

    @Test func `a gateway of which nothing is given stays a question`() throws {
        let advice = try advise(Self.drawing, "fiets.bpmn", Self.next, ["eigenaarBekend": nil])

        #expect(advice.missing.contains { $0.question == "Is de eigenaar bekend?" }, "\(advice.missing)")
    }
}

@Suite("A decision table of which the first row that holds goes")
struct FirstRowTests {
    private func steps(_ facts: JSON) throws -> (steps: [String], advice: Advice) {
        let source = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Loket" namespace="x" id="d">
              <decision id="Loket_1" name="Loket voor de fiets"><question>Naar welk loket gaat de fiets?</question>
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="a" label="Gestolen"><inputExpression typeRef="boolean"><text>gestolen</text></inputExpression></input>
                  <input id="b" label="Kapot"><inputExpression typeRef="boolean"><text>kapot</text></inputExpression></input>
                  <output id="o" label="Loket" name="loket"/>
                  <rule id="r1"><inputEntry><text>true</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"politie"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry><text>-</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>"smid"</text></outputEntry></rule>
                  <rule id="r3"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"balie"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """
        let content = try TestLibrary.content()
        let document = try LibraryDocument(model: Array(source.utf8), named: "loket.dmn")
        let advice = try Adviser(Library([document], words: content.words), content).advise(
            "Naar welk loket gaat de fiets?", facts: facts, on: TestLibrary.day)
        return (advice.route.map(\.step), advice)
    }

    private static let given: [(JSON, String)] = [
        (["gestolen": true, "kapot": true], "politie"), (["gestolen": false, "kapot": true], "smid"),
        (["gestolen": false, "kapot": false], "balie"),
    ]

    @Test(arguments: given)
    func `one row answers`(_ facts: JSON, _ answer: String) throws {
        let (steps, _) = try steps(facts)

        #expect(steps.count == 1 && steps[0].contains(answer), "\(steps)")
    }

    @Test func `a row waits for one before it that may hold`() throws {
        let (steps, advice) = try steps(["kapot": true])

        #expect(steps.contains { $0.contains("politie") } && !steps.contains { $0.contains("balie") }, "\(steps)")
        #expect(advice.missing.contains { $0.question.contains("gestolen") }, "\(advice.missing)")
    }
}
