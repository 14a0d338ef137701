import Basics
import Bpmn
import Foundation
import Testing
import Xml

/// Files with faults are read all the same, and each fault is named with its line.
@Suite struct BpmnFaultTests {
    @Test(arguments: [
        ("<task id='a'/>\n<sequenceFlow id='f' sourceRef='a' targetRef='weg'/>", "dangling-reference", 4),
        ("<task id='a'/>\n<sequenceFlow id='f' sourceRef='a'/>", "dangling-reference", 4),
        ("\n<task id='a'><outgoing>weg</outgoing></task>", "dangling-reference", 4),
        ("\n<exclusiveGateway id='x' default='weg'/>", "dangling-reference", 4),
        ("\n<startEvent id='s'><messageEventDefinition messageRef='weg'/></startEvent>", "dangling-reference", 4),
        ("\n<boundaryEvent id='b' attachedToRef='weg'/>", "dangling-reference", 4),
        ("\n<boundaryEvent id='b'/>", "boundary-without-host", 4),
        ("<task id='a'/>\n<task id='a'/>", "duplicate-id", 4),
        ("\n<task/>", "missing-id", 4),
        ("\n<verzonnen/>", "unknown-element", 4),
        ("\n<startEvent id='s' isInterrupting='misschien'/>", "bad-value", 4),
        ("\n<task id='a' startQuantity='veel'/>", "bad-value", 4),
        ("\n<startEvent id='s'><terminateEventDefinition/></startEvent>", "misplaced-event", 4),
        ("\n<endEvent id='s'><timerEventDefinition/></endEvent>", "misplaced-event", 4),
        ("<laneSet>\n<lane id='l'><flowNodeRef>weg</flowNodeRef></lane></laneSet>", "dangling-reference", 4),
    ])
    func `a fault is named with its line`(content: String, code: String, line: Int) throws {
        let diagnostics = try BpmnReading(Sketch.process(content)).diagnostics
        #expect(diagnostics.contains { $0.code == code && $0.line == line }, "\(diagnostics)")
    }

    @Test func `a file of more elements than any drawing has is refused`() {
        let tasks = String(repeating: "<task/>", count: 50_000)
        #expect(throws: XmlFault.self) { try BpmnReading(Sketch.process(tasks)) }
    }

    /// A file as several tools write it: odd prefixes, other namespaces, ends that are nowhere, doubles, letters outside ASCII.
    static let odd = """
        <v:definitions xmlns:v="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:k="urn:kleur" targetNamespace="urn:test" k:maker="wij">
        <!-- een opmerking --><v:process id="p" isExecutable="ja"><v:startEvent id="s"/><v:userTask id="t" name="Bél &amp; &lt;mail&gt; \u{1F600}" k:kleur="rood">
        <v:extensionElements><k:meta><k:x><![CDATA[a < b && c]]></k:x></k:meta></v:extensionElements><v:incoming>nergens</v:incoming></v:userTask>
        <v:supertaak id="q"/><v:endEvent id="t"/><v:sequenceFlow sourceRef="s" targetRef="weg"/></v:process></v:definitions>
        """

    @Test(arguments: [String.Encoding.utf8, .utf16, .isoLatin1])
    func `a file with faults is written back with all of them`(encoding: String.Encoding) throws {
        let latin = Self.odd.replacing("\u{1F600}", with: "")
        let names: [String.Encoding: String] = [.utf16: "UTF-16", .isoLatin1: "ISO-8859-1"]
        let head = "<?xml version=\"1.0\" encoding=\"\(names[encoding] ?? "UTF-8")\"?>\r\n"
        let text = head + (encoding == .isoLatin1 ? latin : Self.odd)
        let bytes = Array(try #require(text.data(using: encoding)))
        let reading = try BpmnReading((encoding == .utf8 ? [0xEF, 0xBB, 0xBF] : []) + bytes)

        #expect(!reading.diagnostics.isEmpty)
        let written = reading.definitions.written()
        #expect(try XmlDocument(written).root.canonical == XmlDocument(bytes).root.canonical)
        #expect(try BpmnReading(written).diagnostics.map(\.code) == reading.diagnostics.map(\.code))
    }

    @Test(arguments: [
        ("<bpmn:definitions><bpmn:process id='p'><bpmn:task id='a'/></bpmn:process></bpmn:definitions>", "xml-flaw"),
        ("<definitions><process id='p'><task id='a'/></process></definitions>", "namespace"),
        (
            "<x:definitions xmlns:x='urn:old'><x:process id='p'><x:task id='a'/></x:process></x:definitions>",
            "namespace"
        ),
    ])
    func `a file with the wrong prefixes or namespace is read`(text: String, code: String) throws {
        let reading = try BpmnReading(text)
        #expect(reading.definitions.processes.first?.scope.nodes["a"] != nil)
        #expect(reading.diagnostics.contains { $0.code == code })
    }

    @Test func `all faults are told at once, in the order of the file`() throws {
        let diagnostics = try BpmnReading(Sketch.process("\n<task/>\n<verzonnen/>\n<boundaryEvent id='b'/>"))
            .diagnostics
        #expect(diagnostics.map(\.line) == [4, 5, 6])
    }

    @Test func `what is no BPMN at all is refused`() {
        let fault = #expect(throws: XmlFault.self) { try BpmnReading("<html/>") }
        #expect(fault?.diagnostic.code == "not-bpmn")
    }

    @Test func `random damage to a model never crashes anything`() throws {
        let text = Sketch.process(
            Sketch.graph("s-x1 x1-a x1-b a-x2 b-x2 x2-e x2-x1")
                + "<subProcess id='q'>\(Sketch.graph("s1-a1 a1-e1"))</subProcess>")
        let bytes = Array(text.utf8)
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            var damaged = bytes
            for _ in 0..<4 {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] =
                    damaged[Int.random(in: 0..<bytes.count, using: &random)]
            }
            guard let reading = try? BpmnReading(damaged) else { continue }
            _ = reading.check()
            _ = BpmnDrawing(reading.definitions).svg
            _ = reading.definitions.processes.map { ProcessOutline($0) }
        }
    }
}

@Suite struct LargeModelTests {
    @Test(.timeLimit(.minutes(2)))
    func `a model with thousands of sub-processes is read, checked and drawn without hanging`() throws {
        let inner = (0..<1000).map { "<subProcess id='q\($0)'><task id='i\($0)'/></subProcess>" }.joined()
        let text = Sketch.process(inner)
        let reading = try BpmnReading(text)
        #expect(reading.check().allSatisfy { $0.severity != .error })
        #expect(BpmnDrawing(reading.definitions).svg.contains("i999"))
    }
}
