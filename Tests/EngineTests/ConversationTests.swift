import Basics
import Bpmn
import Engine
import Testing

/// Messages that belong together, as the standard writes it: properties, keys and subscriptions (BPMN 8.4.2).
@Suite struct ConversationTests {
    /// An order is sent and answered; the answer calls the number otherwise. A shipment has a number of its own.
    private static let properties = """
        <message id="m1" name="Bestelling"/><message id="m2" name="Bevestiging"/><message id="m3" name="Levering"/>
        <correlationProperty id="nummer" name="Ordernummer">
          <correlationPropertyRetrievalExpression messageRef="m1"><messagePath>order.nummer</messagePath></correlationPropertyRetrievalExpression>
          <correlationPropertyRetrievalExpression messageRef="m2"><messagePath>ordernummer</messagePath></correlationPropertyRetrievalExpression>
        </correlationProperty>
        <correlationProperty id="jaar" name="Jaar">
          <correlationPropertyRetrievalExpression messageRef="m1"><messagePath>order.jaar</messagePath></correlationPropertyRetrievalExpression>
          <correlationPropertyRetrievalExpression messageRef="m2"><messagePath>jaar</messagePath></correlationPropertyRetrievalExpression>
        </correlationProperty>
        <correlationProperty id="zending" name="Zending">
          <correlationPropertyRetrievalExpression messageRef="m2"><messagePath>zending</messagePath></correlationPropertyRetrievalExpression>
          <correlationPropertyRetrievalExpression messageRef="m3"><messagePath>zending</messagePath></correlationPropertyRetrievalExpression>
        </correlationProperty>
        """

    private static func collaboration(_ keys: String) -> String {
        """
        <collaboration id="c"><participant id="wij" processRef="p"/><participant id="zij"/>
        <conversation id="gesprek"><participantRef>wij</participantRef><participantRef>zij</participantRef>\(keys)</conversation></collaboration>
        """
    }

    private static let order = """
        <correlationKey id="ordersleutel"><correlationPropertyRef>nummer</correlationPropertyRef><correlationPropertyRef>jaar</correlationPropertyRef></correlationKey>
        """
    private static let shipment = """
        <correlationKey id="zendingsleutel"><correlationPropertyRef>zending</correlationPropertyRef></correlationKey>
        """

    private static let process = """
        <process id="p" isExecutable="true"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="bestel"/>
        <sendTask id="bestel" messageRef="m1"><extensionElements><zeebe:ioMapping><zeebe:input source="=order" target="order"/></zeebe:ioMapping></extensionElements></sendTask>
        <sequenceFlow id="f1" sourceRef="bestel" targetRef="bevestigd"/><receiveTask id="bevestigd" messageRef="m2"/>
        <sequenceFlow id="f2" sourceRef="bevestigd" targetRef="geleverd"/>
        <intermediateCatchEvent id="geleverd"><messageEventDefinition messageRef="m3"/></intermediateCatchEvent>
        <sequenceFlow id="f3" sourceRef="geleverd" targetRef="einde"/><endEvent id="einde"/></process>
        """

    private static let sent: JSON = ["nummer": 7, "jaar": 2026]

    private func takes(_ drive: Drive, _ message: String, _ payload: [String: JSON]) -> Bool {
        drive.instance.awaits(message, carrying: payload, in: drive.library, at: drive.now)
    }

    @Test func `the first message that is sent gives the key, and an answer must carry all of it`() throws {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + Self.process)
        try drive.start(["order": Self.sent])

        #expect(drive.instance.variables()["correlationKeys"] == ["ordersleutel": [7, 2026]])
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 7, "jaar": 2025]))
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 7]))
        #expect(!takes(drive, "Bevestiging", [:]))
        #expect(throws: EngineRefusal.nobodyAwaits("Bevestiging")) {
            try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 8, "jaar": 2026]))
        }
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026]))
        #expect(drive.active == ["geleverd"])
    }

    @Test func `a later message may add a key of its own, by which the next is known`() throws {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order + Self.shipment) + Self.process)
        try drive.start(["order": Self.sent])
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026, "zending": "Z1"]))

        #expect(!takes(drive, "Levering", ["zending": "Z2"]))
        #expect(takes(drive, "Levering", ["zending": "Z1"]))
        try drive(.deliverMessage("Levering", variables: ["zending": "Z1"]))
        #expect(drive.isDone)
    }

    @Test func `a message that carries only keys that nobody knows belongs to no conversation that has begun`() throws {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order + Self.shipment) + Self.process)
        try drive.start(["order": Self.sent])
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026]))
        #expect(!takes(drive, "Levering", ["zending": "Z1"]))
    }

    @Test func `nothing but a message gives or changes the keys of a conversation`() throws {
        let other: [String: JSON] = ["correlationKeys": ["ordersleutel": [8, 2026]]]
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + Self.process)
        try drive.start(["order": Self.sent].merging(other) { $1 })
        try drive(.setVariables(other))
        #expect(drive.instance.variables()["correlationKeys"] == ["ordersleutel": [7, 2026]])

        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026].merging(other) { $1 }))
        #expect(drive.instance.variables()["correlationKeys"] == ["ordersleutel": [7, 2026]])
    }

    @Test func `a process without conversations may call a variable as it likes`() throws {
        var drive = try Drive(
            "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/>")
        try drive.start(["correlationKeys": 1])
        #expect(drive.instance.variables()["correlationKeys"] == 1)
    }

    @Test func `a message that no key speaks of is for all`() throws {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + Self.process)
        try drive.start(["order": Self.sent])
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026]))
        #expect(takes(drive, "Levering", [:]))
    }

    @Test func `the message that starts a process gives its keys`() throws {
        let process = """
            <process id="p" isExecutable="true"><startEvent id="begin"><messageEventDefinition messageRef="m1"/></startEvent>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="bevestigd"/><receiveTask id="bevestigd" messageRef="m2"/></process>
            """
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + process)
        try drive.start(["order": Self.sent], at: .message("Bestelling"))

        #expect(!takes(drive, "Bevestiging", ["ordernummer": 9, "jaar": 2026]))
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026]))
        #expect(drive.isDone)
    }

    @Test func `the first message that is received gives the key where none was sent`() throws {
        let process = """
            <process id="p" isExecutable="true"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="in"/>
            <receiveTask id="in" messageRef="m1"/><sequenceFlow id="f1" sourceRef="in" targetRef="uit"/><receiveTask id="uit" messageRef="m2"/></process>
            """
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + process)
        try drive.start()
        #expect(!takes(drive, "Bestelling", ["order": ["nummer": 1]]))
        try drive(.deliverMessage("Bestelling", variables: ["order": ["nummer": 1, "jaar": 2026]]))
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 2, "jaar": 2026]))
        #expect(takes(drive, "Bevestiging", ["ordernummer": 1, "jaar": 2026]))
    }

    @Test func `a message sent with another key than its conversation has is a mishap`() throws {
        let process = Self.process.replacing(
            "<receiveTask id=\"bevestigd\" messageRef=\"m2\"/>",
            with: """
                <sendTask id="bevestigd" messageRef="m2"><extensionElements><zeebe:ioMapping><zeebe:input source="=8" target="ordernummer"/>
                <zeebe:input source="=2026" target="jaar"/></zeebe:ioMapping></extensionElements></sendTask>
                """)
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + process)
        try drive.start(["order": Self.sent])
        #expect(drive.instance.incidents.first?.node.id == "bevestigd")
    }

    private static let subscribed = """
        <process id="p" isExecutable="true"><property id="klant" name="klant"/>
        <correlationSubscription id="abonnement" correlationKeyRef="ordersleutel">
          <correlationPropertyBinding correlationPropertyRef="nummer"><dataPath>klant.order</dataPath></correlationPropertyBinding>
          <correlationPropertyBinding correlationPropertyRef="jaar"><dataPath>jaar</dataPath></correlationPropertyBinding>
        </correlationSubscription>
        <startEvent id="begin"/><sequenceFlow id="f1" sourceRef="begin" targetRef="bevestigd"/><receiveTask id="bevestigd" messageRef="m2"/></process>
        """

    @Test func `a subscription takes the key from the data of the process, as they are when the message comes`() throws
    {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + Self.subscribed)
        try drive.start(["klant": ["order": 3], "jaar": 2026])

        #expect(takes(drive, "Bevestiging", ["ordernummer": 3, "jaar": 2026]))
        try drive(.setVariables(["klant": ["order": 4]]))
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 3, "jaar": 2026]))
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 4, "jaar": 2026]))
        #expect(drive.isDone)
    }

    @Test func `a subscription without its data takes nothing`() throws {
        var drive = try Drive(Self.properties + Self.collaboration(Self.order) + Self.subscribed)
        try drive.start()
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 3, "jaar": 2026]))
    }

    @Test func `a called process has a conversation of its own, and does not hand its keys back`() throws {
        let body =
            Self.properties + Self.collaboration(Self.order) + Self.process.replacing("order\"/>", with: "order\"/>")
                + """
                <process id="q" isExecutable="true"><startEvent id="qb"/><sequenceFlow id="q1" sourceRef="qb" targetRef="roep"/>
                <callActivity id="roep" calledElement="p"/><sequenceFlow id="q2" sourceRef="roep" targetRef="daarna"/><userTask id="daarna"/></process>
                """
        var drive = try Drive(body, id: "q")
        try drive.start(["order": Self.sent])
        #expect(!takes(drive, "Bevestiging", ["ordernummer": 8, "jaar": 2026]))
        try drive(.deliverMessage("Bevestiging", variables: ["ordernummer": 7, "jaar": 2026]))
        try drive(.deliverMessage("Levering", variables: [:]))
        #expect(drive.active == ["daarna"])
        #expect(drive.instance.variables()["correlationKeys"] == nil)
    }

    @Test(arguments: [
        (
            "<correlationPropertyBinding correlationPropertyRef=\"jaar\"><dataPath>jaar</dataPath></correlationPropertyBinding>",
            "", "correlation-subscription"
        ),
        ("correlationKeyRef=\"ordersleutel\"", "correlationKeyRef=\"weg\"", "dangling-reference"),
        ("correlationKeyRef=\"ordersleutel\"", "", "correlation-subscription"),
        (
            "<correlationPropertyRef>jaar</correlationPropertyRef>",
            "<correlationPropertyRef>m1</correlationPropertyRef>", "correlation-key"
        ),
        ("<messagePath>jaar</messagePath>", "<messagePath>/order/jaar</messagePath>", "correlation-language"),
        ("<messagePath>jaar</messagePath>", "", "correlation-retrieval"),
        (
            "messageRef=\"m1\"><messagePath>order.jaar", "messageRef=\"m9\"><messagePath>order.jaar",
            "dangling-reference"
        ),
        ("<dataPath>jaar</dataPath>", "<dataPath>jaar +</dataPath>", "formula"),
    ])
    func `what cannot be run is refused with its name`(part: String, instead: String, code: String) throws {
        let whole = Self.properties + Self.collaboration(Self.order) + Self.subscribed
        #expect(whole.contains(part))
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">\(whole.replacing(part, with: instead))</definitions>
            """
        let reading = try BpmnReading(text)
        let (_, flaws) = ProcessDefinition.compile(reading.definitions)
        let errors = (reading.diagnostics + flaws).filter { $0.severity == .error }
        #expect(errors.contains { $0.code == code && $0.element != nil }, "\(errors)")
    }
}
