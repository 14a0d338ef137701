import Basics
import Engine
import Testing

/// Ordinary drawings that flow well, and the same with one fault in them.
@Suite struct SoundnessPatternTests {
    private func report(_ body: String) throws -> SoundnessReport {
        try #require(try Drive.compile(body).first).soundness()
    }

    /// `a > b > c` as flows, with the elements named before.
    private static func flows(_ chains: String...) -> String {
        chains.enumerated().map { number, chain in
            let nodes = chain.split(separator: " ").map(String.init)
            return zip(nodes, nodes.dropFirst()).enumerated().map { index, pair in
                "<sequenceFlow id=\"f\(number)_\(index)\" sourceRef=\"\(pair.0)\" targetRef=\"\(pair.1)\"/>"
            }.joined()
        }.joined()
    }
    private static let frame = "<startEvent id=\"s\"/><endEvent id=\"e\"/><endEvent id=\"e2\"/>"
    private static func tasks(_ ids: String...) -> String { ids.map { "<userTask id=\"\($0)\"/>" }.joined() }
    private static func gate(_ kind: String, _ ids: String...) -> String {
        ids.map { "<\(kind)Gateway id=\"\($0)\"/>" }.joined()
    }
    private static func edge(_ id: String, of host: String, stops: Bool, _ event: String) -> String {
        "<boundaryEvent id=\"\(id)\" attachedToRef=\"\(host)\" cancelActivity=\"\(stops)\">\(event)</boundaryEvent>"
    }
    private static let message = "<messageEventDefinition messageRef=\"m\"/>"
    private static let fiveDays = "<timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition>"
    private static let cycle = "<timerEventDefinition><timeCycle>R3/P3D</timeCycle></timerEventDefinition>"
    private static let compensate = "<compensateEventDefinition/>"
    /// A task in a frame of its own; the names inside end in `i`.
    private static func inside(_ kind: String, _ attributes: String = "", start: String = "", stops: Bool = true)
        -> String
    {
        """
        <\(kind) id="sub" \(attributes)><startEvent id="si" isInterrupting="\(stops)">\(start)</startEvent><userTask id="ti"/><endEvent id="ei"/>
        <sequenceFlow id="i1" sourceRef="si" targetRef="ti"/><sequenceFlow id="i2" sourceRef="ti" targetRef="ei"/></\(kind)>
        """
    }
    private static func eventSubProcess(_ start: String, stops: Bool) -> String {
        inside("subProcess", "triggeredByEvent=\"true\"", start: start, stops: stops)
    }
    private static let undone = """
        <userTask id="a"/>\(edge("ca", of: "a", stops: true, compensate))<serviceTask id="terug" isForCompensation="true"/>
        <association id="as" sourceRef="ca" targetRef="terug" associationDirection="One"/>
        """
    private static let six = (1...6).map { n in
        tasks("t\(n)", "r\(n)") + "<endEvent id=\"re\(n)\"/>" + edge("b\(n)", of: "t\(n)", stops: false, fiveDays)
            + """
            <sequenceFlow id="a\(n)" sourceRef="p" targetRef="t\(n)"/><sequenceFlow id="c\(n)" sourceRef="t\(n)" targetRef="j"/>
            <sequenceFlow id="d\(n)" sourceRef="b\(n)" targetRef="r\(n)"/><sequenceFlow id="g\(n)" sourceRef="r\(n)" targetRef="re\(n)"/>
            """
    }.joined()

    /// Drawings in which all is well.
    static let sound: [String: String] = [
        "a message beside a task": tasks("t", "u") + edge("b", of: "t", stops: false, message)
            + flows("s t e", "b u e2"),
        "a condition beside a task": tasks("t", "u")
            + edge(
                "b", of: "t", stops: false,
                "<conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition>")
            + flows("s t e", "b u e2"),
        "a signal beside a task": tasks("t", "u")
            + edge("b", of: "t", stops: false, "<signalEventDefinition signalRef=\"sig\"/>")
            + flows("s t e", "b u e2"),
        "a message that stops a task": tasks("t", "u") + edge("b", of: "t", stops: true, message)
            + flows("s t e", "b u e2"),
        "an event sub-process beside the work": tasks("t") + flows("s t e") + eventSubProcess(message, stops: false),
        "an event sub-process that takes over": tasks("t") + flows("s t e") + eventSubProcess(message, stops: true),
        "an event sub-process after five days": tasks("t") + flows("s t e") + eventSubProcess(fiveDays, stops: false),
        "a timer beside a sub-process": inside("subProcess") + tasks("u") + edge("b", of: "sub", stops: false, fiveDays)
            + flows("s sub e", "b u e2"),
        "an escalation that may come out of a sub-process": inside("subProcess") + tasks("u")
            + edge("b", of: "sub", stops: false, "<escalationEventDefinition escalationRef=\"esc\"/>")
            + flows("s sub e", "b u e2"),
        "a loop with an inclusive join": gate("inclusive", "or", "j") + gate("exclusive", "x", "m") + tasks("a", "b")
            + flows("s m or a j x e", "or b j", "x m"),
        "a loop with a parallel block": gate("parallel", "p", "j") + gate("exclusive", "x", "m") + tasks("a", "b", "c")
            + flows("s m p a j x e", "p b c j", "x m"),
        "parallel in parallel": gate("parallel", "p", "q", "qj", "pj") + tasks("a", "b", "c")
            + flows("s p q a qj pj e", "q b qj", "p c pj"),
        "six at once, each with a reminder": gate("parallel", "p", "j") + six + flows("s p", "j e"),
        "activities in any order": "<adHocSubProcess id=\"ah\">\(tasks("a", "b", "c"))</adHocSubProcess>"
            + edge("b1", of: "ah", stops: true, fiveDays) + flows("s ah e", "b1 e2"),
        "compensation": undone + gate("exclusive", "x")
            + "<intermediateThrowEvent id=\"ct\">\(compensate)</intermediateThrowEvent>" + flows("s a x e", "x ct e2"),
        "several at once with a timer":
            "<userTask id=\"t\"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
            + tasks("u") + edge("b", of: "t", stops: true, fiveDays) + flows("s t e", "b u e2"),
        "several at once with a reminder":
            "<userTask id=\"t\"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
            + tasks("u") + edge("b", of: "t", stops: false, fiveDays) + flows("s t e", "b u e2"),
        "an end that stops the other branch": gate("parallel", "p") + tasks("a", "b")
            + "<endEvent id=\"stop\"><terminateEventDefinition/></endEvent>" + flows("s p a e", "p b stop"),
        "a called process with an error on its edge": "<callActivity id=\"c\" calledElement=\"anders\"/>" + tasks("u")
            + edge("b", of: "c", stops: true, "<errorEventDefinition/>") + flows("s c e", "b u e2"),
        "whichever comes first, in a loop": gate("exclusive", "m") + gate("eventBased", "g") + tasks("u")
            + "<intermediateCatchEvent id=\"c1\">\(message)</intermediateCatchEvent>"
            + "<intermediateCatchEvent id=\"c2\">\(fiveDays)</intermediateCatchEvent>"
            + flows("s m g c1 e", "g c2 u m"),
        "a signal from one branch to the other": gate("parallel", "p", "j") + tasks("a", "k")
            + "<intermediateThrowEvent id=\"th\"><signalEventDefinition signalRef=\"sig\"/></intermediateThrowEvent>"
            + "<intermediateCatchEvent id=\"ca\"><signalEventDefinition signalRef=\"sig\"/></intermediateCatchEvent>"
            + flows("s p a th j e", "p k ca j"),
        "two flows out of a task": gate("parallel", "j") + tasks("t", "a", "b") + flows("s t a j e", "t b j"),
        "a letter by the house at each turn of a cycle": tasks("t") + "<serviceTask id=\"u\"/>"
            + edge("b", of: "t", stops: false, cycle) + flows("s t e", "b u e2"),
        "a loop with a way out": gate("exclusive", "m", "x") + "<serviceTask id=\"d\"/>" + flows("s m d x e", "x m"),
    ]

    @Test(arguments: sound.keys.sorted()) func `ordinary work is not called wrong`(name: String) throws {
        let report = try report(Self.frame + (Self.sound[name] ?? ""))
        #expect(report.isSound, "\(name): \(report.flaws), \(report.states)")
    }

    /// A drawing with the faults in it, by the node where each shows.
    struct Faulty: Sendable {
        let name: String
        let body: String
        let faults: [String: SoundnessReport.Flaw.Kind]
    }

    /// The other side is longer, so that who goes first is done before who comes after.
    static let faulty: [Faulty] = [
        Faulty(
            name: "a reminder that leads to the next step, as the task itself does",
            body: tasks("t", "u") + edge("b", of: "t", stops: false, fiveDays) + flows("s t u e", "b u"),
            faults: ["u": .lackOfSynchronisation]),
        Faulty(
            name: "a long and a short branch that meet without a join",
            body: gate("parallel", "p") + gate("exclusive", "m") + tasks("t", "u1", "u2", "na")
                + flows("s p t m na e", "p u1 u2 m"),
            faults: ["na": .lackOfSynchronisation]),
        Faulty(
            name: "the same inside a loop",
            body: gate("parallel", "p") + gate("exclusive", "m", "x", "begin") + tasks("t", "u1", "u2", "na")
                + flows("s begin p t m na x e", "p u1 u2 m", "x begin"),
            faults: [
                "na": .lackOfSynchronisation, "u1": .lackOfSynchronisation, "u2": .lackOfSynchronisation,
                "t": .lackOfSynchronisation, "x": .lackOfSynchronisation,
            ]),
        Faulty(
            name: "a cycle, and a choice before a parallel join",
            body: tasks("t", "u", "k", "l") + edge("b", of: "t", stops: false, cycle) + gate("exclusive", "x")
                + gate("parallel", "j") + flows("s t x k j e", "x l j", "b u e2"),
            faults: ["u": .lackOfSynchronisation, "j": .deadlock, "e": .deadActivity]),
        Faulty(
            name: "a cycle on a step from which no way leads on",
            body: tasks("t", "u", "v") + edge("b", of: "t", stops: false, cycle) + gate("exclusive", "m")
                + flows("s m t v m", "b u e2"),
            faults: ["u": .lackOfSynchronisation, "t": .noWayToEnd]),
        Faulty(
            name: "a deadlock on one side, a circle on the other",
            body: gate("exclusive", "x", "y", "m") + gate("parallel", "j") + tasks("a", "b", "c", "d")
                + flows("s x y a j e", "y b j", "x m c d m"),
            faults: ["j": .deadlock, "c": .noWayToEnd, "e": .deadActivity]),
        Faulty(
            name: "an inclusive choice before a parallel join",
            body: gate("inclusive", "or") + gate("parallel", "j") + tasks("a", "b") + flows("s or a j e", "or b j"),
            faults: ["j": .deadlock]),
    ]

    @Test(arguments: faulty) func `each fault is found, beside the others`(one: Faulty) throws {
        let report = try report(Self.frame + one.body)
        let found = Dictionary(report.flaws.map { ($0.node, $0.kind) }) { first, _ in first }
        #expect(found == one.faults && report.isComplete, "\(one.name): \(report.flaws)")
        let cycles = report.flaws.filter { $0.event != nil }
        #expect(cycles.allSatisfy { $0.node == "u" && $0.event == "b" }, "\(one.name)")
    }

    @Test func `an error that leaves a sub-process is caught on its edge`() throws {
        let definitions = try Drive.compile(
            """
            <error id="f" errorCode="F"/><process id="p" isExecutable="true">\(Self.frame)<subProcess id="sub"><startEvent id="si"/>
            <exclusiveGateway id="xi"/><endEvent id="fout"><errorEventDefinition errorRef="f"/></endEvent><endEvent id="ei"/>
            <sequenceFlow id="i1" sourceRef="si" targetRef="xi"/><sequenceFlow id="i2" sourceRef="xi" targetRef="ei"/>
            <sequenceFlow id="i3" sourceRef="xi" targetRef="fout"/></subProcess>
            \(Self.edge("b", of: "sub", stops: true, "<errorEventDefinition errorRef=\"f\"/>"))\(Self.tasks("u"))
            \(Self.flows("s sub e", "b u e2"))</process>
            """)
        #expect(try #require(definitions.first).soundness().isSound)
    }
}
