import Basics
import Bpmn
import Engine
import Testing

/// How far a signal reaches: all that can catch it (BPMN 10.5.5.14), unless the drawing keeps it inside.
@Suite struct SignalScopeTests {
    private static func model(_ scope: String) -> String {
        """
        <signal id="s" name="Klaar" \(scope)/><process id="p" isExecutable="true"><startEvent id="begin"/>
        <sequenceFlow id="f0" sourceRef="begin" targetRef="wacht"/>
        <intermediateCatchEvent id="wacht"><signalEventDefinition signalRef="s"/></intermediateCatchEvent></process>
        """
    }

    @Test(arguments: [
        ("", ["Klaar"]), ("camunda:scope=\"global\"", ["Klaar"]), ("camunda:scope=\"processInstance\"", []),
    ])
    func `a signal with the scope of its instance is not heard from elsewhere`(scope: String, heard: [String]) throws {
        var drive = try Drive(Self.model(scope))
        try drive.start()
        #expect(drive.instance.openSignals(in: drive.library) == Set(heard))
        try drive(.broadcastSignal("Klaar", variables: [:]))
        #expect(drive.isDone)
    }

    private static func throwing(_ id: String, _ scope: String, before: String = "") -> String {
        """
        <signal id="s" name="Klaar" \(scope)/><process id="\(id)" isExecutable="true"><startEvent id="\(id)-begin"/>\(before)
        <sequenceFlow id="\(id)-f" sourceRef="\(before.isEmpty ? "\(id)-begin" : "roep")" targetRef="\(id)-einde"/>
        <endEvent id="\(id)-einde"><signalEventDefinition signalRef="s"/></endEvent></process>
        """
    }

    @Test func `the drawing that throws a signal says whether it stays inside, whatever it calls or is called by`()
        throws
    {
        let call =
            "<sequenceFlow id=\"f0\" sourceRef=\"p-begin\" targetRef=\"roep\"/><callActivity id=\"roep\" calledElement=\"q\"/>"
        let inside = "camunda:scope=\"processInstance\""
        for (outer, inner) in [("", inside), (inside, "")] {
            var drive = Drive(
                try Drive.compile(Self.throwing("p", outer, before: call)) + Drive.compile(Self.throwing("q", inner)))
            try drive.start()
            let signals = drive.effects.compactMap {
                if case .broadcastSignal(_, _, let staysInside) = $0 { staysInside } else { nil }
            }
            #expect(signals == [!inner.isEmpty, !outer.isEmpty], "the called process throws first")
            #expect(try drive.events.map { try Event(json: $0.json) } == drive.events)
        }
    }

    @Test func `another scope is refused with its name`() throws {
        let reading = try BpmnReading(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:f="http://flowable.org/bpmn" targetNamespace="t">
            <signal id="s" name="Klaar" f:scope="tenant"/></definitions>
            """)
        let flaw = try #require(reading.diagnostics.first { $0.code == "signal-scope" })
        #expect(flaw.severity == .error && flaw.element?.contains("Klaar") == true)
    }
}
