import Basics
import Engine
import Testing

@Suite("What a deviation goes past") struct DetourTests {
    /// A call, a check behind it, and a letter that costs; beside them a task that both branches of a fork need.
    static let drawing = """
        <startEvent id="b"/><sequenceFlow id="f0" sourceRef="b" targetRef="bel"/>
        <userTask id="bel" name="Bel"/><sequenceFlow id="f1" sourceRef="bel" targetRef="g"/>
        <exclusiveGateway id="g"/>
        <sequenceFlow id="f2" sourceRef="g" targetRef="bezoek"/><sequenceFlow id="f3" sourceRef="g" targetRef="k"/>
        <userTask id="bezoek" name="Bezoek"/><sequenceFlow id="f4" sourceRef="bezoek" targetRef="k"/>
        <exclusiveGateway id="k"/><sequenceFlow id="f5" sourceRef="k" targetRef="kijk"/>
        <userTask id="kijk" name="Kijk mee"/><sequenceFlow id="f6" sourceRef="kijk" targetRef="brief"/>
        <serviceTask id="brief" name="Brief"><extensionElements><zeebe:taskDefinition type="brief"/><zeebe:ioMapping>
        <zeebe:input source='="laatste"' target="soort"/></zeebe:ioMapping></extensionElements></serviceTask>
        <sequenceFlow id="f7" sourceRef="brief" targetRef="kosten"/>
        <serviceTask id="kosten" name="Kosten"><extensionElements><zeebe:taskDefinition type="kosten"/></extensionElements></serviceTask>
        <sequenceFlow id="f8" sourceRef="kosten" targetRef="sluit"/><userTask id="sluit" name="Sluit"/>
        """

    private func detour(_ drive: Drive, from node: String, to target: String) throws -> Detour {
        let id = try drive.id(node)
        return try #require(
            drive.instance.detours(from: id, in: drive.library) { $0.node == target }.first)
    }

    @Test func `it goes past the work through which every drawn way leads, not past what a choice may leave out`()
        throws
    {
        var drive = try Drive(Self.drawing)
        try drive.start()
        #expect(try detour(drive, from: "bel", to: "brief").passes.map(\.id) == ["bel", "kijk"])
        #expect(try detour(drive, from: "bel", to: "kijk").passes.map(\.id) == ["bel"])
        #expect(try detour(drive, from: "bel", to: "sluit").passes.map(\.id) == ["bel", "kijk"])
        #expect(try !detour(drive, from: "bel", to: "sluit").isBack)
        try drive.complete("bel")
    }

    @Test func `what follows by itself goes on until a person is asked, also in a process that is called`() throws {
        var drive = try Drive(Self.drawing)
        try drive.start()
        #expect(try detour(drive, from: "bel", to: "brief").follows.map(\.id) == ["brief", "kosten", "sluit"])
        #expect(try detour(drive, from: "bel", to: "kijk").follows.map(\.id) == ["kijk"])
        let letter = try #require(try detour(drive, from: "bel", to: "brief").follows.first?.fixedService)
        #expect(letter.name == "brief" && letter.inputs == ["soort": "laatste"])
        let called = try Drive(
            """
            <process id="p"><startEvent id="b"/><sequenceFlow id="f0" sourceRef="b" targetRef="eerst"/>
            <userTask id="eerst" name="Eerst"/><sequenceFlow id="f1" sourceRef="eerst" targetRef="roep"/>
            <callActivity id="roep" name="Roep" calledElement="q"/><sequenceFlow id="f2" sourceRef="roep" targetRef="na"/>
            <serviceTask id="na" name="Na"><extensionElements><zeebe:taskDefinition type="na"/></extensionElements></serviceTask></process>
            <process id="q"><startEvent id="qb"/><sequenceFlow id="g0" sourceRef="qb" targetRef="kosten"/>
            <serviceTask id="kosten" name="Kosten"><extensionElements><zeebe:taskDefinition type="kosten"/></extensionElements></serviceTask></process>
            """)
        var calling = called
        try calling.start()
        let way = try detour(calling, from: "eerst", to: "roep")
        #expect(Set(way.follows.map(\.id)).isSuperset(of: ["roep", "kosten", "na"]))
    }

    @Test func `both tasks of a fork come before what stands behind its join, and a message leaves what awaits it`()
        throws
    {
        var drive = try Drive(
            """
            <message id="m" name="Stop"/><process id="p"><startEvent id="b"/><sequenceFlow id="f0" sourceRef="b" targetRef="eerst"/>
            <userTask id="eerst" name="Eerst"/><sequenceFlow id="f" sourceRef="eerst" targetRef="deel"/>
            <subProcess id="deel" name="Deel"><startEvent id="db"/><sequenceFlow id="d0" sourceRef="db" targetRef="s"/>
            <parallelGateway id="s"/><sequenceFlow id="d1" sourceRef="s" targetRef="een"/><sequenceFlow id="d2" sourceRef="s" targetRef="twee"/>
            <userTask id="een" name="Een"/><userTask id="twee" name="Twee"/>
            <sequenceFlow id="d3" sourceRef="een" targetRef="j"/><sequenceFlow id="d4" sourceRef="twee" targetRef="j"/>
            <parallelGateway id="j"/><sequenceFlow id="d5" sourceRef="j" targetRef="slot"/><userTask id="slot" name="Slot"/></subProcess>
            <boundaryEvent id="stop" attachedToRef="deel"><messageEventDefinition messageRef="m"/></boundaryEvent>
            <sequenceFlow id="f2" sourceRef="stop" targetRef="terug"/><userTask id="terug" name="Terug"/></process>
            """)
        try drive.start()
        let way = try detour(drive, from: "eerst", to: "slot")
        #expect(Set(way.passes.map(\.id)) == ["eerst", "een", "twee"] && way.leaves.isEmpty)
        try drive.complete("eerst")
        #expect(try detour(drive, from: "een", to: "twee").leaves.isEmpty)
        #expect(try detour(drive, from: "een", to: "terug").leaves == ["Stop"])
    }

    @Test func `what comes next is the work behind gateways and waiting, whatever it is called`() throws {
        var drive = try Drive(Self.drawing)
        try drive.start()
        let next = drive.instance.ahead(of: try drive.id("bel"), in: drive.library) { _ in true }
        #expect(next.nodes.map(\.id) == ["bezoek", "kijk"] && !next.isCertain)
        try drive.complete("bel")
    }

    @Test func `what the clock of a service lets happen follows by itself, what the clock of a person's work does not`()
        throws
    {
        var drive = try Drive(
            """
            <startEvent id="b"/><sequenceFlow id="f0" sourceRef="b" targetRef="eerst"/>
            <userTask id="eerst" name="Eerst"/><sequenceFlow id="f1" sourceRef="eerst" targetRef="wacht"/>
            <receiveTask id="wacht" name="Wacht"/><sequenceFlow id="f2" sourceRef="wacht" targetRef="kijk"/>
            <boundaryEvent id="laat" attachedToRef="wacht"><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f3" sourceRef="laat" targetRef="kosten"/>
            <serviceTask id="kosten" name="Kosten"><extensionElements><zeebe:taskDefinition type="kosten"/></extensionElements></serviceTask>
            <userTask id="kijk" name="Kijk"/>
            <boundaryEvent id="later" attachedToRef="kijk"><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f4" sourceRef="later" targetRef="dwang"/><serviceTask id="dwang" name="Dwang"><extensionElements>
            <zeebe:taskDefinition type="kosten"/></extensionElements></serviceTask>
            """)
        try drive.start()
        #expect(
            Set(try detour(drive, from: "eerst", to: "wacht").follows.map(\.id)) == ["wacht", "laat", "kosten", "kijk"])
        #expect(try detour(drive, from: "eerst", to: "kijk").follows.map(\.id) == ["kijk"])
    }

    @Test func `in a drawing with more work for people than is weighed it cannot be told what is passed by`() throws {
        func row(of count: Int) throws -> Drive {
            let tasks = (1...count).map {
                "<userTask id='t\($0)' name='Taak \($0)'/><sequenceFlow id='f\($0)' sourceRef='\($0 == 1 ? "b" : "t\($0 - 1)")' targetRef='t\($0)'/>"
            }
            return try Drive("<startEvent id='b'/>" + tasks.joined())
        }
        for (count, isWeighed) in [(20, true), (401, false)] {
            var drive = try row(of: count)
            try drive.start()
            let way = try detour(drive, from: "t1", to: "t9")
            #expect(way.isWeighed == isWeighed && way.passes.isEmpty == !isWeighed)
        }
    }
}
