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
        #expect(drive.instance.keepsToItself("Klaar", in: drive.library) == heard.isEmpty)
        try drive(.broadcastSignal("Klaar", variables: [:]))
        #expect(drive.isDone)
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
