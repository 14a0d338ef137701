import Basics
import Engine
import Testing

/// Messages that say for whom they are (BPMN 8.4.2), and timers that follow a cron rule.
@Suite struct CorrelationTests {
    private static let orders = """
        <message id="m" name="Betaald"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>
        <process id="p"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="wacht"/>
        <receiveTask id="wacht" messageRef="m"><multiInstanceLoopCharacteristics><extensionElements>
        <zeebe:loopCharacteristics inputCollection="=orders" inputElement="order"/></extensionElements></multiInstanceLoopCharacteristics></receiveTask>
        <sequenceFlow id="f9" sourceRef="wacht" targetRef="einde"/><endEvent id="einde"/></process>
        """

    @Test func `a message reaches only those that await its key`() throws {
        var drive = try Drive(Self.orders)
        try drive.start(["orders": ["A1", 7]])
        #expect(drive.instance.awaits("Betaald", key: "A1"))
        #expect(!drive.instance.awaits("Betaald", key: "B1"))
        #expect(throws: EngineRefusal.nobodyAwaits("Betaald")) {
            try drive(.deliverMessage("Betaald", key: "B1", variables: [:]))
        }
        try drive(.deliverMessage("Betaald", key: "7", variables: [:]))
        #expect(drive.instance.waits.map(\.key) == ["A1"])
        try drive(.deliverMessage("Betaald", key: "A1", variables: [:]))
        #expect(drive.isDone)
    }

    @Test func `a message without a key is for all`() throws {
        var drive = try Drive(Self.orders)
        try drive.start(["orders": ["A1", "A2"]])
        try drive(.deliverMessage("Betaald", variables: [:]))
        #expect(drive.isDone)
    }

    @Test func `a key that is null is a mishap`() throws {
        var drive = try Drive(Self.orders)
        try drive.start(["orders": [.null]])
        #expect(drive.instance.incidents.count == 1)
    }

    @Test(arguments: [
        ("0 0 9 * * MON-FRI", "2026-03-06T09:00:00Z", ["2026-03-09T08:00:00.000Z", "2026-03-10T08:00:00.000Z"]),
        ("0 0 9 ? * 2-6", "2026-03-06T09:00:00Z", ["2026-03-09T08:00:00.000Z"]),
        ("0 0 9 * * 1-5", "2026-03-06T09:00:00Z", ["2026-03-09T08:00:00.000Z"]),
        ("0 0/20 8-9 * * *", "2026-03-02T07:50:00Z", ["2026-03-02T08:00:00.000Z", "2026-03-02T08:20:00.000Z"]),
        ("*/30 * * * * *", "2026-03-02T07:50:10Z", ["2026-03-02T07:50:30.000Z", "2026-03-02T07:51:00.000Z"]),
        ("0 30 2 29 2 *", "2026-03-02T07:50:10Z", ["2028-02-29T01:30:00.000Z"]),
        ("0 0 12 L * ?", "2026-02-02T00:00:00Z", ["2026-02-28T11:00:00.000Z", "2026-03-31T10:00:00.000Z"]),
        ("0 0 12 ? * 6L", "2026-03-01T00:00:00Z", ["2026-03-27T11:00:00.000Z"]),
        ("0 0 12 ? * MON#2", "2026-03-01T00:00:00Z", ["2026-03-09T11:00:00.000Z"]),
        ("@daily", "2026-03-02T09:00:00Z", ["2026-03-02T23:00:00.000Z"]),
        ("0 0 0 1 1 ? 2030", "2026-03-02T09:00:00Z", ["2029-12-31T23:00:00.000Z"]),
        ("0 0 0 31 2 *", "2026-03-02T09:00:00Z", []),
        ("0 0 22-2 * * SUN", "2026-03-01T21:30:00Z", ["2026-03-01T22:00:00.000Z"]),
    ])
    func `a cron rule comes round by a clock in the Netherlands`(rule: String, from: String, times: [String]) throws {
        let rule = try #require(CronRule(rule))
        var moment = try #require(Moment(from))
        var found: [String] = []
        while found.count < times.count, let next = rule.next(after: moment) {
            found.append(next.description)
            moment = next
        }
        #expect(found == times)
        if times.isEmpty { #expect(rule.next(after: moment) == nil) }
    }

    @Test(arguments: [
        "", "* * * * *", "60 * * * * *", "0 0 24 * * *", "0 0 0 0 * *", "0 0 0 * 13 *", "0 0 0 * * 8", "0 0 0 15W * *",
        "a b c d e f", "0 0 0 * * MON#6", "0 0 */0 * * *", "0 0 0 ? * 0", "1,, 0 0 * * *",
    ])
    func `what is no cron rule is refused`(text: String) { #expect(CronRule(text) == nil) }

    @Test func `a timer with a cron rule goes off again and again, also after it was stored`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="taak"/><userTask id="taak"/>
            <boundaryEvent id="herinner" attachedToRef="taak" cancelActivity="false">
            <timerEventDefinition><timeCycle>0 0 9 * * MON-FRI</timeCycle></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="herinner" targetRef="bel"/><serviceTask id="bel"/>
            """)
        try drive.start()
        var due: [String] = []
        for _ in 0..<6 {
            due.append(try #require(drive.instance.timers.first?.1.description))
            try drive.fire()
        }
        #expect(
            due.map { $0.prefix(10) } == [
                "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10",
            ])
    }
}
