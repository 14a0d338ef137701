import Basics
import Engine
import Testing

/// Small models written from the text of BPMN 2.0.2, with the outcome that it demands; from no other collection.
@Suite("BPMN, written from the standard") struct FreshModelTests {
    private func flows(_ pairs: String) -> String {
        pairs.split(separator: " ").map { pair in
            let ends = pair.split(separator: ">")
            return "<sequenceFlow id=\"\(ends[0])-\(ends[1])\" sourceRef=\"\(ends[0])\" targetRef=\"\(ends[1])\"/>"
        }.joined()
    }

    private func condition(_ pair: String, _ text: String) -> String {
        let ends = pair.split(separator: ">")
        return """
            <sequenceFlow id="\(ends[0])-\(ends[1])" sourceRef="\(ends[0])" targetRef="\(ends[1])">\
            <conditionExpression>\(text)</conditionExpression></sequenceFlow>
            """
    }

    private let ends = "<startEvent id=\"s\"/><endEvent id=\"e\"/>"
    private func tasks(_ ids: String...) -> String { ids.map { "<userTask id=\"\($0)\"/>" }.joined() }

    @Test func `an exclusive gateway takes the first flow that is true, in the order of the file (13.4.2)`() throws {
        var drive = try Drive(
            ends + "<exclusiveGateway id=\"x\" default=\"x-c\"/>" + tasks("a", "b", "c")
                + flows("s>x x>c a>e b>e c>e") + condition("x>a", "n > 5") + condition("x>b", "n > 1"))
        var other = drive
        try drive.start(["n": 3])
        #expect(drive.active == ["b"])
        try other.start(["n": 0])
        #expect(other.active == ["c"])
    }

    @Test func `an inclusive join waits for those flows that were taken (13.4.3)`() throws {
        var drive = try Drive(
            ends + "<inclusiveGateway id=\"o\"/><inclusiveGateway id=\"j\"/>" + tasks("a", "b", "c", "t")
                + flows("s>o a>j b>j c>j j>t t>e") + condition("o>a", "n > 1") + condition("o>b", "n > 2")
                + condition("o>c", "n > 3"))
        try drive.start(["n": 3])
        #expect(drive.active == ["a", "b"])
        try drive.complete("b")
        #expect(drive.active == ["a"])
        try drive.complete("a")
        #expect(drive.active == ["t"])
    }

    @Test func `an activity with several incoming flows begins for each that comes (13.3.1)`() throws {
        var drive = try Drive(
            ends + "<parallelGateway id=\"p\"/>" + tasks("a", "b", "t") + flows("s>p p>a p>b a>t b>t t>e"))
        try drive.start()
        try drive.complete("a")
        try drive.complete("b")
        #expect(drive.active == ["t", "t"])
        try drive.complete("t")
        try drive.complete("t")
        #expect(drive.isDone)
    }

    @Test func `several outgoing flows of an activity are all taken (13.3.1), and all must end (13.5.6)`() throws {
        var drive = try Drive(ends + tasks("t", "a", "b") + flows("s>t t>a t>b a>e b>e"))
        try drive.start()
        try drive.complete("t")
        #expect(drive.active == ["a", "b"])
        try drive.complete("a")
        #expect(!drive.isDone)
        try drive.complete("b")
        #expect(drive.isDone)
    }

    @Test func `terminate stops all that still runs (13.5.6)`() throws {
        var drive = try Drive(
            "<startEvent id=\"s\"/><endEvent id=\"e\"><terminateEventDefinition/></endEvent>" + tasks("a", "b")
                + flows("s>a s>b a>e"))
        try drive.start()
        try drive.complete("a")
        #expect(drive.instance.status == .ended(.terminated))
        #expect(drive.instance.activeElements.isEmpty)
    }

    private static let message = "<message id=\"m\" name=\"M\"/>"

    @Test func `a boundary event that does not interrupt may happen again and again (13.5.3)`() throws {
        var drive = try Drive(
            "<process id=\"p\">" + ends + tasks("t", "h")
                + "<boundaryEvent id=\"b\" attachedToRef=\"t\" cancelActivity=\"false\"><messageEventDefinition messageRef=\"m\"/></boundaryEvent>"
                + flows("s>t t>e b>h") + "</process>" + Self.message)
        try drive.start()
        try drive(.deliverMessage("M", variables: [:]))
        try drive(.deliverMessage("M", variables: [:]))
        #expect(drive.active == ["t", "h", "h"])
    }

    @Test func `an error leaves a sub-process by its edge, and stops what is inside (13.5.3)`() throws {
        var drive = try Drive(
            "<process id=\"p\">" + ends + "<subProcess id=\"sub\"><startEvent id=\"i\"/>" + tasks("a", "b")
                + "<endEvent id=\"x\"><errorEventDefinition errorRef=\"r\"/></endEvent>" + flows("i>a i>b a>x")
                + "</subProcess><boundaryEvent id=\"edge\" attachedToRef=\"sub\"><errorEventDefinition errorRef=\"r\"/></boundaryEvent>"
                + tasks("h") + flows("s>sub sub>e edge>h") + "</process><error id=\"r\" errorCode=\"R\"/>")
        try drive.start()
        try drive.complete("a")
        #expect(drive.active == ["h"])
    }

    @Test func `an escalation that does not interrupt lets both go on (10.5.6)`() throws {
        var drive = try Drive(
            "<process id=\"p\">" + ends + "<subProcess id=\"sub\"><startEvent id=\"i\"/>" + tasks("a")
                + "<intermediateThrowEvent id=\"x\"><escalationEventDefinition escalationRef=\"r\"/></intermediateThrowEvent>"
                + flows("i>x x>a")
                + "</subProcess><boundaryEvent id=\"edge\" attachedToRef=\"sub\" cancelActivity=\"false\"><escalationEventDefinition escalationRef=\"r\"/></boundaryEvent>"
                + tasks("h") + flows("s>sub sub>e edge>h") + "</process><escalation id=\"r\" escalationCode=\"R\"/>")
        try drive.start()
        #expect(Set(drive.active) == ["sub", "a", "h"])
    }

    @Test func `what comes first decides at an event gateway, the rest is forgotten (13.4.4)`() throws {
        var drive = try Drive(
            "<process id=\"p\">" + ends + "<eventBasedGateway id=\"g\"/>"
                + "<intermediateCatchEvent id=\"c\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>"
                + "<intermediateCatchEvent id=\"k\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + tasks("a", "b") + flows("s>g g>c g>k c>a k>b a>e b>e") + "</process>" + Self.message)
        try drive.start()
        try drive(.deliverMessage("M", variables: [:]))
        #expect(drive.active == ["a"])
        #expect(drive.instance.timers.isEmpty)
    }

    @Test func `a sequential multi-instance stops when its completion condition is true (13.3.7)`() throws {
        var drive = try Drive(
            ends + """
                <userTask id="t"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>5</loopCardinality>\
                <completionCondition>numberOfCompletedInstances = 2</completionCondition></multiInstanceLoopCharacteristics></userTask>
                """ + flows("s>t t>e"))
        try drive.start()
        try drive.complete("t")
        #expect(!drive.isDone)
        try drive.complete("t")
        #expect(drive.isDone)
    }

    @Test(arguments: [(true, 0), (false, 1)])
    func `a loop is tested before or after its round (13.3.6)`(testBefore: Bool, rounds: Int) throws {
        var drive = try Drive(
            ends + """
                <userTask id="t"><standardLoopCharacteristics testBefore="\(testBefore)"><loopCondition>false</loopCondition>\
                </standardLoopCharacteristics></userTask>
                """ + flows("s>t t>e"))
        try drive.start()
        for _ in 0..<rounds { try drive.complete("t") }
        #expect(drive.isDone)
    }

    @Test func `compensation goes backwards over what was completed (13.5.5)`() throws {
        let handlers = ["a", "b"].map { name in
            """
            <serviceTask id="\(name)"/><boundaryEvent id="\(name)c" attachedToRef="\(name)"><compensateEventDefinition/></boundaryEvent>\
            <serviceTask id="un\(name)" isForCompensation="true"/>\
            <association id="\(name)l" sourceRef="\(name)c" targetRef="un\(name)" associationDirection="One"/>
            """
        }.joined()
        var drive = try Drive(
            ends + handlers
                + "<intermediateThrowEvent id=\"back\"><compensateEventDefinition/></intermediateThrowEvent>"
                + flows("s>a a>b b>back back>e"))
        try drive.start()
        try drive.serve("a")
        try drive.serve("b")
        #expect(drive.active.contains("unb") && !drive.active.contains("una"))
        try drive.serve("unb")
        try drive.serve("una")
        #expect(drive.isDone)
    }

    @Test func `what undoes a multi-instance is done once for each of its instances (13.5.5)`() throws {
        var drive = try Drive(
            ends
                + """
                <serviceTask id="a"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>
                <boundaryEvent id="ac" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><serviceTask id="una" isForCompensation="true"/>
                <association id="l" sourceRef="ac" targetRef="una" associationDirection="One"/>
                <intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent>
                """ + flows("s>a a>back back>e"))
        try drive.start()
        for _ in 0..<3 { try drive.serve("a") }
        for _ in 0..<2 { try drive.serve("una") }
        #expect(!drive.isDone)
        try drive.serve("una")
        #expect(drive.isDone)
    }

    @Test func `a complex join is as new when each of its flows has come once (13.4.5)`() throws {
        var drive = try Drive(
            ends + tasks("a", "b", "t")
                + """
                <parallelGateway id="p"/><exclusiveGateway id="m"/><exclusiveGateway id="x" default="x-m"/>
                <complexGateway id="c"><activationCondition>activationCount >= 1</activationCondition></complexGateway>
                """ + flows("s>m m>p p>a p>b a>c b>c c>t t>x x>m") + condition("x>e", "klaar"))
        try drive.start(["klaar": false])
        try drive.complete("a")
        try drive.complete("b")
        #expect(drive.active == ["t"])
        try drive.complete("t")
        try drive.complete("b")
        #expect(drive.active.sorted() == ["a", "c", "t"])
        try drive.complete("a")
        try drive.complete("t", ["klaar": true])
        #expect(drive.isDone)
    }

    @Test func `an event sub-process that interrupts takes the place of its scope (13.5.4)`() throws {
        var drive = try Drive(
            "<process id=\"p\">" + ends + tasks("t") + flows("s>t t>e")
                + "<subProcess id=\"ev\" triggeredByEvent=\"true\"><startEvent id=\"i\"><messageEventDefinition messageRef=\"m\"/></startEvent>"
                + tasks("h") + flows("i>h") + "</subProcess></process>" + Self.message)
        try drive.start()
        try drive(.deliverMessage("M", variables: [:]))
        #expect(drive.active == ["ev", "h"])
        try drive.complete("h")
        #expect(drive.isDone)
    }

    @Test func `a link goes on at its namesake (10.5.5)`() throws {
        var drive = try Drive(
            ends + "<intermediateThrowEvent id=\"out\"><linkEventDefinition name=\"L\"/></intermediateThrowEvent>"
                + "<intermediateCatchEvent id=\"in\"><linkEventDefinition name=\"L\"/></intermediateCatchEvent>"
                + tasks("t")
                + flows("s>out in>t t>e"))
        try drive.start()
        #expect(drive.active == ["t"])
    }

    @Test func `a sub-process without a start event begins at all that no flow leads to (13.3.4)`() throws {
        var drive = try Drive(
            ends + "<subProcess id=\"sub\">" + tasks("a", "b", "c") + flows("a>c") + "</subProcess>"
                + flows("s>sub sub>e"))
        try drive.start()
        #expect(drive.active == ["sub", "a", "b"])
        try drive.complete("a")
        try drive.complete("c")
        #expect(!drive.isDone)
        try drive.complete("b")
        #expect(drive.isDone)
    }

    @Test func `a signal reaches all that wait for it (10.5.5)`() throws {
        let catching = ["x", "y"].map {
            "<intermediateCatchEvent id=\"\($0)\"><signalEventDefinition signalRef=\"g\"/></intermediateCatchEvent>"
        }.joined()
        var drive = try Drive(
            "<process id=\"p\">" + ends + catching + tasks("a")
                + "<intermediateThrowEvent id=\"z\"><signalEventDefinition signalRef=\"g\"/></intermediateThrowEvent>"
                + flows("s>x s>y s>a a>z x>e y>e z>e") + "</process><signal id=\"g\" name=\"G\"/>")
        try drive.start()
        try drive.complete("a")
        #expect(drive.isDone)
    }
}
