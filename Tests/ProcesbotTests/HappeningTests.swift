import Basics
import Testing

@testable import Procesbot

/// A zaak stands somewhere in a drawing: what can happen there, what it has passed, and what is said at the place itself.
@Suite("What happens where the zaak stands")
struct HappeningTests {
    private static let head = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
        """
    /// A harbour that lets berths: its reminders can be broken off by a wish, or by all being paid.
    private static let berths = """
        \(head)<process id="ligplaats" name="Ligplaats">
          <startEvent id="s"><outgoing>f0</outgoing></startEvent>
          <sequenceFlow id="f0" sourceRef="s" targetRef="werk"/>
          <subProcess id="werk" name="Liggeld innen">
            <startEvent id="ws"/>
            <sequenceFlow id="g0" sourceRef="ws" targetRef="schrijf"/>
            <userTask id="schrijf" name="Eerste brief"><documentation>Schrijf de schipper een vriendelijke brief.</documentation></userTask>
            <sequenceFlow id="g1" sourceRef="schrijf" targetRef="bezoek"/>
            <userTask id="bezoek" name="Bezoek aan de steiger"><documentation>Loop langs de boot. Neem bij slecht weer een reddingsvest mee.</documentation></userTask>
            <sequenceFlow id="g2" sourceRef="bezoek" targetRef="we"/>
            <endEvent id="we"/>
          </subProcess>
          <boundaryEvent id="wens" name="Uitstel gevraagd" attachedToRef="werk">
            <documentation>De schipper vraagt om later te mogen betalen.</documentation><messageEventDefinition/>
          </boundaryEvent>
          <boundaryEvent id="nood" name="Bijzonderheid gemeld" attachedToRef="werk">
            <documentation>Iemand meldt iets bijzonders, zoals een faillissement of een schipbreuk.</documentation><messageEventDefinition/>
          </boundaryEvent>
          <boundaryEvent id="klaar" name="Alles betaald" attachedToRef="werk">
            <documentation>Al het werk stopt.</documentation><messageEventDefinition/>
          </boundaryEvent>
          <sequenceFlow id="f1" sourceRef="wens" targetRef="regelen"/>
          <callActivity id="regelen" name="Uitstel regelen" calledElement="uitstel"><documentation>Een medewerker belt de schipper.</documentation></callActivity>
          <sequenceFlow id="f2" sourceRef="nood" targetRef="stil"/>
          <userTask id="stil" name="Stilzetten"/>
          <sequenceFlow id="f3" sourceRef="klaar" targetRef="sluiten"/>
          <serviceTask id="sluiten" name="Zaak sluiten"/>
        </process></definitions>
        """
    private static let delay = """
        \(head)<process id="uitstel" name="Uitstel">
          <startEvent id="us"/>
          <sequenceFlow id="u0" sourceRef="us" targetRef="afspraak"/>
          <userTask id="afspraak" name="Dag afspreken"><documentation>Spreek binnen drie dagen een nieuwe betaaldag af.</documentation></userTask>
        </process></definitions>
        """

    private func adviser() throws -> Adviser {
        let content = try TestLibrary.content()
        let documents = try [("ligplaats.bpmn", Self.berths), ("uitstel.bpmn", Self.delay)].map { name, xml in
            LibraryDocument(name: name, text: try BpmnDocument.text(of: Array(xml.utf8)), form: .bpmn)
                .knowing(file: Array(xml.utf8))
        }
        return try Adviser(Library(documents, words: content.words), content)
    }

    private func steps(_ question: String, at step: String) throws -> [String] {
        let facts = JSON.object(["zaak": .object(["stap": .array([.string(step)])])])
        return try adviser().advise(question, facts: facts, on: TestLibrary.day).route.map(\.step)
    }

    @Test(arguments: ["Eerste brief", "Bezoek aan de steiger"])
    func `a wish that the drawing waits for leads where the drawing says, into the process that it calls`(
        _ step: String
    ) throws {
        let steps = try steps("de schipper wil uitstel", at: step)

        #expect(steps.first == "Uitstel gevraagd. Daarna: Uitstel regelen.")
        #expect(steps.contains("Spreek binnen drie dagen een nieuwe betaaldag af."))
    }

    @Test func `that all is paid ends the work, that a part is paid or will be does not`() throws {
        #expect(
            try steps("schipper heeft alles betaald", at: "Eerste brief").first
                == "Alles betaald. Daarna: Zaak sluiten.")
        for other in [
            "schipper heeft een deel betaald", "schipper gaat volgende week betalen", "schipper heeft niet betaald",
            "schipper zegt dat hij alles al betaald heeft", "volgens de schipper is alles betaald",
        ] {
            #expect(try !steps(other, at: "Eerste brief").contains { $0.hasPrefix("Alles betaald") }, "\(other)")
        }
    }

    @Test func `an example in the documentation of an event is the event`() throws {
        #expect(
            try steps("de schipper had een schipbreuk", at: "Eerste brief").contains(
                "Bijzonderheid gemeld. Daarna: Stilzetten."))
    }

    @Test func `who wants to be rid of something, and a colleague, ask for nothing`() throws {
        for other in ["schipper wil stoppen met uitstel", "collega wil uitstel intrekken"] {
            #expect(try !steps(other, at: "Eerste brief").contains { $0.hasPrefix("Uitstel gevraagd") }, "\(other)")
        }
    }

    @Test func `outside a zaak nothing happens`() throws {
        let advice = try adviser().advise("de schipper heeft alles betaald", on: TestLibrary.day)

        #expect(!advice.route.contains { $0.why.hasPrefix("Want") })
    }

    @Test func `a step that was passed is no step to take`() throws {
        let steps = try steps("mag ik de schipper de eerste brief schrijven?", at: "Bezoek aan de steiger")

        #expect(steps.first == "De zaak is hier al voorbij: Eerste brief. Zij staat nu bij Bezoek aan de steiger.")
        #expect(!steps.contains("Schrijf de schipper een vriendelijke brief."))
    }

    @Test(arguments: ["waar moet ik op letten", "wat moet ik hier doen?"])
    func `how the work is done is asked of the step at which the zaak stands`(_ question: String) throws {
        #expect(try steps(question, at: "Bezoek aan de steiger").contains("Loop langs de boot."))
    }

    @Test func `what the library has no word for is not answered by the step`() throws {
        #expect(try steps("wat moet ik met de vergunning voor de sloep doen", at: "Bezoek aan de steiger").isEmpty)
    }

    @Test func `what the step itself says answers there`() throws {
        let steps = try steps("het stormt, moet ik iets meenemen tegen slecht weer?", at: "Bezoek aan de steiger")

        #expect(steps.contains { $0.contains("reddingsvest") })
    }
}
