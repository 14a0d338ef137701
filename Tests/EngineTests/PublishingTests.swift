import Basics
import Bpmn
import Engine
import Testing

/// For whom a message goes out, with what, and how long it may wait (BPMN 8.4.2; `zeebe:publishMessage`).
@Suite struct PublishingTests {
    private static func sender(_ publishing: String, at node: String = "") -> String {
        """
        <message id="m" name="Betaald"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>
        <process id="p" isExecutable="true"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="stuur"/>
        <endEvent id="stuur"><extensionElements>\(node)</extensionElements><messageEventDefinition messageRef="m">
        <extensionElements>\(publishing)</extensionElements></messageEventDefinition></endEvent></process>
        """
    }

    private func sent(_ source: String, _ variables: [String: JSON]) throws -> [OutgoingMessage] {
        var drive = try Drive(source)
        try drive.start(variables)
        return drive.events.compactMap { if case .messageSent(let message) = $0 { message } else { nil } }
    }

    @Test(arguments: [
        ("", "A1", nil), ("<zeebe:publishMessage correlationKey=\"=voor\" timeToLive=\"PT1H\"/>", "B2", "PT3600S"),
        ("<zeebe:publishMessage timeToLive=\"=duur\"/>", "A1", "P14D"),
        ("<zeebe:publishMessage correlationKey=\"vast\"/>", "vast", nil),
    ])
    func `the event that sends says for whom and how long, else the message`(
        publishing: String, key: String, lifetime: String?
    ) throws {
        let variables: [String: JSON] = ["order": "A1", "voor": "B2", "duur": "P14D"]
        for source in [Self.sender(publishing), Self.sender("", at: publishing)] {
            let message = try #require(try sent(source, variables).first)
            #expect(message.key == key)
            #expect(message.lifetime?.description == lifetime)
        }
    }

    @Test(arguments: ["=duur", "=weg", "=1"]) func `what is no duration is a mishap when it is computed`(text: String)
        throws
    {
        var drive = try Drive(Self.sender("<zeebe:publishMessage timeToLive=\"\(text)\"/>"))
        try drive.start(["order": "A1", "duur": "morgen"])
        #expect(drive.instance.incidents.count == 1)
    }

    @Test func `what is no duration is refused when it stands in the drawing`() throws {
        let definitions = try Drive.read(Self.sender("<zeebe:publishMessage timeToLive=\"een uur\"/>"))
        let flaws = ProcessDefinition.compile(definitions).diagnostics
        #expect(flaws.map(\.code) == ["time-to-live"])
    }

    @Test func `a send task in a loop takes along what it maps, and not what its round knows`() throws {
        let messages = try sent(
            """
            <message id="m" name="Betaald"/><process id="p" isExecutable="true"><startEvent id="begin"/>
            <sequenceFlow id="f0" sourceRef="begin" targetRef="stuur"/><sendTask id="stuur" messageRef="m"><extensionElements>
            <zeebe:ioMapping><zeebe:input source="=klant.naam" target="naam"/></zeebe:ioMapping></extensionElements>
            <multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=klanten"
            inputElement="klant"/></extensionElements></multiInstanceLoopCharacteristics></sendTask></process>
            """, ["klanten": [["naam": "Noor", "schuld": 12]]])
        #expect(messages.map(\.variables) == [["naam": "Noor"]])
    }

    private static let receiver = """
        <message id="m" name="Betaald"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>
        <message id="n" name="Klaar"/><process id="p" isExecutable="true"><startEvent id="begin"/>
        <parallelGateway id="g"/><sequenceFlow id="f0" sourceRef="begin" targetRef="g"/>
        <sequenceFlow id="f1" sourceRef="g" targetRef="a"/><receiveTask id="a" messageRef="m"/>
        <sequenceFlow id="f2" sourceRef="g" targetRef="b"/><receiveTask id="b" messageRef="n"/></process>
        """

    @Test func `an instance is reached from another by what it awaits with a key only`() throws {
        var drive = try Drive(Self.receiver)
        try drive.start(["order": 7])
        #expect(drive.instance.openMessages(in: drive.library, at: drive.now) == [MessageAddress("Betaald", key: "7")])
        let addresses = drive.library.addresses(of: "Betaald", key: "7", carrying: [:], at: drive.now)
        #expect(addresses == [MessageAddress("Betaald", key: "7")])
        #expect(drive.library.addresses(of: "Klaar", key: nil, carrying: [:], at: drive.now) == [])
    }
}
