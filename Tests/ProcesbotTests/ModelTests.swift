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

@Suite("The way ahead in a drawing")
struct ModelWalkTests {
    private func adviser() throws -> Adviser {
        try TestLibrary.adviser(TestLibrary.here + "/Bibliotheken/waterschap")
    }

    private func steps(_ question: String, _ facts: JSON? = nil) throws -> Advice {
        try adviser().advise(question, facts: facts, on: TestLibrary.day)
    }

    @Test func `from where the zaak stands, the facts choose the ways and the next steps come in order`() throws {
        let advice = try steps(
            "Wat is de volgende stap?", ["zaak": ["stap": "Nabellen"], "klant": ["uitkering": true]])

        #expect(advice.refused == nil)
        #expect(
            advice.route.first?.sources.first?.heading == "Heeft de belastingplichtige loon of uitkering? (gw-loon)")
        #expect(advice.route.first?.step.contains("Daarna: Loonvordering leggen.") == true)
        #expect(advice.route.first?.facts == ["uitkering"])
        #expect(!advice.route.contains { $0.step.contains("Dwangbevel overdragen") })
        #expect(advice.missing.isEmpty)
    }

    @Test func `a choice that no fact makes is asked, and nothing behind it is proposed`() throws {
        let advice = try steps("Wat is de volgende stap?", ["zaak": ["stap": "Nabellen"]])

        #expect(advice.missing.first?.question == "Heeft de belastingplichtige loon of uitkering?")
        #expect(!advice.route.contains { $0.step.hasPrefix("Loonvordering") })
        #expect(!advice.route.contains { $0.step.hasPrefix("Dwangbevel") })
    }

    @Test
    func
        `who tells something of a zaak gets what the library says of that, and not what stands elsewhere in a drawing`()
        throws
    {
        let drawing = try BpmnDocument.text(of: Array(Self.drawing.utf8))
        let content = try TestLibrary.content()
        let text = "# Betalen\n\n## Betaalbewijs\n\nEen betaling telt pas als het geld op onze rekening staat.\n"
        let documents = [
            LibraryDocument(name: "verwerking.md", text: text),
            LibraryDocument(name: "werk.bpmn", text: drawing, form: .bpmn),
        ]
        let adviser = try Adviser(Library(documents, words: content.words), content)
        func ask(_ question: String) -> Advice {
            adviser.advise(question, facts: ["zaak": ["stap": "Nabellen"]], on: TestLibrary.day)
        }

        #expect(
            ask("De betaling is al gedaan, zegt hij. Wat doe ik?").route.first?.sources.first?.document
                == "verwerking.md")
        #expect(ask("De hond is ziek. Wat nu?").missing.contains { $0.fact.contains("De hond is ziek") })
        let next = ask("Wat is de volgende stap?")
        #expect(next.route.first?.step == "Huisbezoek. Daarna: Betaling verwerken.", "\(next.route.map(\.step))")
        #expect(next.certainty != .clear)
    }

    private static let drawing = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test"><process id="p" name="Werk" isExecutable="true">
        <startEvent id="s" /><userTask id="bel" name="Nabellen" /><userTask id="huis" name="Huisbezoek" />
        <userTask id="klaar" name="Betaling verwerken" /><endEvent id="e" />
        <sequenceFlow id="f1" sourceRef="s" targetRef="bel" /><sequenceFlow id="f2" sourceRef="bel" targetRef="huis" />
        <sequenceFlow id="f3" sourceRef="huis" targetRef="klaar" /><sequenceFlow id="f4" sourceRef="klaar" targetRef="e" />
        </process></definitions>
        """

    @Test func `a denied fact takes the other way`() throws {
        let advice = try steps(
            "Wat nu?", ["zaak": ["stap": "Nabellen"], "klant": ["loon": false, "uitkering": false]])

        #expect(advice.route.first?.step.contains("Daarna: Dwangbevel overdragen aan de deurwaarder.") == true)
    }

    @Test(arguments: [(9, "Oninbaar lijden"), (15, "Nabellen"), (900, "Nabellen")])
    func `an amount chooses the way at its bound`(_ amount: Int, _ step: String) throws {
        let advice = try steps(
            "Er staat nog \(amount) euro open. Wat nu?", ["zaak": ["stap": "Vervaldatum verstreken"]])

        #expect(advice.route.first?.step.contains(step) == true, "\(advice.route.map(\.step))")
    }

    @Test func `quotes of a walk stand byte for byte in the text of the drawing`() throws {
        let adviser = try adviser()
        let advice = adviser.advise("Wat nu?", facts: ["zaak": ["stap": "Nabellen"]], on: TestLibrary.day)
        let text = try #require(adviser.library.documents.first { $0.name == "inning.bpmn" }).text

        for source in advice.route.flatMap(\.sources) {
            #expect(text.quote(source.range) == source.quote)
        }
    }

    @Test func `an unnamed join is looked through, and a sub-process is entered`() throws {
        let text = try BpmnDocument.text(
            of: Array(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
                  <process id="p" name="Sleutelbeheer">
                    <userTask id="a" name="Tellen"/><exclusiveGateway id="j"/>
                    <subProcess id="sub" name="Vervangen">
                      <startEvent id="s"/><userTask id="b" name="Slot kopen"/><endEvent id="e"/>
                      <sequenceFlow id="g1" sourceRef="s" targetRef="b"/><sequenceFlow id="g2" sourceRef="b" targetRef="e"/>
                    </subProcess>
                    <userTask id="c" name="Aftekenen"/>
                    <sequenceFlow id="f1" sourceRef="a" targetRef="j"/><sequenceFlow id="f2" sourceRef="j" targetRef="sub"/>
                    <sequenceFlow id="f3" sourceRef="sub" targetRef="c"/>
                  </process>
                </definitions>
                """.utf8))

        #expect(text.contains("| Tellen |  | Vervangen (sub) |"))
        #expect(text.contains("| Vervangen |  | Slot kopen (b) |"))
        #expect(text.contains("| Slot kopen |  | Aftekenen (c) |"))
    }
}
