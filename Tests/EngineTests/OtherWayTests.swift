import Basics
import Engine
import Testing

@Suite("Other ways than drawn, and other versions, inside what was called") struct OtherWayTests {
    /// A process that calls another, which has a sub-process, a multi-instance one and an event sub-process.
    static let processes = """
        <process id="p" name="Hoofd"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="roep"/>
        <callActivity id="roep" name="Roep" calledElement="q"/><sequenceFlow id="f1" sourceRef="roep" targetRef="later"/>
        <userTask id="later" name="Later"/></process>
        <process id="q" name="Deel"><startEvent id="qb"/><sequenceFlow id="g0" sourceRef="qb" targetRef="eerst"/>
        <userTask id="eerst" name="Eerst"/><sequenceFlow id="g1" sourceRef="eerst" targetRef="binnen"/>
        <subProcess id="binnen" name="Binnen"><startEvent id="bb"/><sequenceFlow id="h0" sourceRef="bb" targetRef="diep"/>
        <userTask id="diep" name="Diep"/></subProcess><sequenceFlow id="g2" sourceRef="binnen" targetRef="allen"/>
        <subProcess id="allen" name="Allen"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
        <userTask id="elk" name="Elk"/></subProcess>
        <subProcess id="esp" triggeredByEvent="true"><startEvent id="komt"><messageEventDefinition/></startEvent>
        <sequenceFlow id="k" sourceRef="komt" targetRef="doe"/><userTask id="doe" name="Doe"/></subProcess></process>
        """

    private func ways(_ drive: Drive, from node: String) throws -> [String] {
        drive.instance.otherWays(from: try drive.id(node), in: drive.library).filter(\.isNamedWork).map {
            ([$0.process].compactMap(\.self) + $0.inside + [$0.node]).joined(separator: "/")
        }
    }

    @Test func `what is offered lies in the called process, in its sub-processes, and around the call`() throws {
        var drive = try Drive(Self.processes)
        try drive.start()

        let first: Set = ["binnen", "Binnen/diep", "allen", "Hoofd/roep", "Hoofd/later"]
        #expect(Set(try ways(drive, from: "eerst")) == first)
        try drive.complete("eerst")
        #expect(try ways(drive, from: "diep") == ["eerst", "binnen", "allen", "Hoofd/roep", "Hoofd/later"])
        try drive.complete("diep")
        #expect(try ways(drive, from: "elk").contains("Allen/elk") == false)
    }

    @Test func `a person goes into a sub-process of a called process, and out of the call altogether`() throws {
        var drive = try Drive(Self.processes)
        try drive.start()
        try drive(.move(try drive.id("eerst"), to: "diep", reason: "Eerst is al gebeurd"))
        #expect(drive.active.contains("diep") && !drive.active.contains("eerst"))

        try drive(.move(try drive.id("diep"), to: "later", reason: "Dit deel hoeft niet"))
        #expect(drive.active == ["later"])
    }

    @Test(arguments: ["elk", "doe"])
    func `nobody begins in the middle of rounds, or of what an event begins`(_ target: String) throws {
        var drive = try Drive(Self.processes)
        try drive.start()
        #expect(throws: EngineRefusal.noSuchNode(target)) {
            try drive(.move(try drive.id("eerst"), to: target, reason: "x"))
        }
    }

    @Test func `all that is offered can be gone to`() throws {
        for way in try { () -> [OtherWay] in
            var drive = try Drive(Self.processes)
            try drive.start()
            return drive.instance.otherWays(from: try drive.id("eerst"), in: drive.library)
        }() {
            var drive = try Drive(Self.processes)
            try drive.start()
            try drive(.move(try drive.id("eerst"), to: way.node, reason: "proef"))
        }
    }

    @Test func `a called process moves along to its new version, unless its place is gone`() throws {
        let wider = Self.processes.replacing("name=\"Eerst\"", with: "name=\"Allereerst\"")
        let gone = Self.processes.replacing("\"eerst\"", with: "\"anders\"")
        var library = ProcessLibrary(try Drive.compile(Self.processes))
        var (instance, events): (ProcessInstance, [Event]) = (ProcessInstance(of: DefinitionKey("p")), [])
        let now = Moment(milliseconds: 0)
        try instance.perform(.start(variables: [:]), in: library, at: now, into: &events)
        let newer = try Drive.compile(wider, version: 2) + Drive.compile(gone, version: 3)
        for definition in newer { library = library.preferring(definition) }

        #expect(instance.versions(of: "q") == [DefinitionKey("q")])
        let third = try #require(library[DefinitionKey("q", version: 3)])
        #expect(instance.obstacles(to: third, in: library).count == 1)
        try instance.perform(.migrate(to: DefinitionKey("q", version: 2)), in: library, at: now, into: &events)
        #expect(instance.definitions == [DefinitionKey("p"), DefinitionKey("q", version: 2)])
        let task = try #require(instance.activeElements.last { $0.node.id == "eerst" })
        try instance.perform(.completeTask(task.id, variables: [:]), in: library, at: now, into: &events)
        #expect(instance.activeElements.contains { $0.node.id == "diep" })
        var replayed = ProcessInstance(of: DefinitionKey("p"))
        for event in events { replayed.apply(event) }
        #expect(replayed == instance)
        #expect(throws: EngineRefusal.unknownDefinition(DefinitionKey("r"))) {
            try instance.perform(.migrate(to: DefinitionKey("r")), in: library, at: now, into: &events)
        }
    }
}
