import Basics
import Testing

@testable import Procesbot

@Suite("Models in the library")
struct ModelTests {
    private static let bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
          <process id="p" name="Sleutelbeheer">
            <startEvent id="s"><outgoing>f0</outgoing></startEvent>
            <userTask id="Task_teller" name="Sleutels tellen"><documentation>Tel de sleutels elke vrijdag.</documentation></userTask>
            <exclusiveGateway id="Keuze" name="Sleutel kwijt"/>
            <userTask id="Task_slot" name="Slot vervangen"/><userTask id="Task_lijst" name="Lijst aftekenen"/>
            <sequenceFlow id="f0" sourceRef="s" targetRef="Task_teller"/>
            <sequenceFlow id="f1" sourceRef="Task_teller" targetRef="Keuze"/>
            <sequenceFlow id="f2" name="ja" sourceRef="Keuze" targetRef="Task_slot"/>
            <sequenceFlow id="f3" name="nee" sourceRef="Keuze" targetRef="Task_lijst"/>
          </process>
        </definitions>
        """
    private static let dmn = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Borg" namespace="x" id="d">
          <decision id="Borg_1" name="Borgsom">
            <decisionTable id="t" hitPolicy="UNIQUE">
              <input id="i"><inputExpression id="e"><text>aantal sleutels</text></inputExpression></input>
              <output id="o" name="borg"/>
              <rule id="r1"><inputEntry id="a"><text>&lt;= 3</text></inputEntry><outputEntry id="b"><text>"10 euro"</text></outputEntry></rule>
              <rule id="r2"><inputEntry id="c"><text>&gt; 3</text></inputEntry><outputEntry id="g"><text>"25 euro"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """

    private func adviser() throws -> Adviser {
        let content = try TestLibrary.content()
        let documents = [
            LibraryDocument(name: "s.bpmn", text: try BpmnDocument.text(of: Array(Self.bpmn.utf8)), form: .bpmn),
            LibraryDocument(name: "b.dmn", text: try DmnDocument.text(of: Array(Self.dmn.utf8)), form: .dmn),
        ]
        return try Adviser(Library(documents, words: content.words), content)
    }

    @Test func `the way out of a gateway is chosen by the facts`() throws {
        let advice = try adviser().advise("Bij het tellen is een sleutel kwijt. Wat nu?", on: TestLibrary.day)

        let steps = advice.route.map(\.step).joined(separator: "\n")
        #expect(steps.contains("Slot vervangen"))
        #expect(!steps.contains("Lijst aftekenen"))
        #expect(advice.route.flatMap(\.sources).contains { $0.heading == "Sleutel kwijt (Keuze)" })
    }

    @Test func `a rule of a decision table is chosen by a count`() throws {
        let advice = try adviser().advise("Iemand krijgt 5 sleutels mee. Hoe hoog is de borgsom?", on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("25 euro") == true)
    }
}
