import Bpmn
import Testing

/// What stands in a drawing beside the steps.
@Suite struct DrawingSurroundingsTests {
    private static let model = """
        <collaboration id="c"><participant id="wij" name="Ontknoop" processRef="p"/><participant id="bank" name="Bank"/>
        <messageFlow id="m" name="Opdracht" sourceRef="a" targetRef="bank"/>
        <textAnnotation id="r2"><text>Alleen op werkdagen</text></textAnnotation><association id="q2" sourceRef="m" targetRef="r2"/>
        </collaboration>
        """
    private static let process = """
        <laneSet><lane id="l1" name="Incasso"><flowNodeRef>a</flowNodeRef></lane><lane id="l2" name="Leeg"/></laneSet>
        <userTask id="a"><documentation>Kijk eerst naar het saldo.</documentation><dataInputAssociation id="i">
        <sourceRef>d</sourceRef><targetRef>x</targetRef></dataInputAssociation></userTask>
        <dataObjectReference id="d" name="Dossier"/><group id="g"/>
        <textAnnotation id="r"><text>Bel eerst</text></textAnnotation><association id="q" sourceRef="a" targetRef="r"/>
        """

    @Test func `participants, messages, frames, data, loose remarks and empty lanes are all told`() throws {
        let around = DrawingSurroundings(try Sketch.read(Self.process, around: Self.model).definitions)

        #expect(around.participants.map(\.name) == ["Ontknoop", "Bank"])
        #expect(around.messages.map(\.name) == ["Opdracht"])
        #expect(around.groups.map(\.group.id) == ["g"])
        #expect(around.data.map(\.readers) == [["a"]])
        #expect(around.remarks.map(\.annotation.id) == ["r2"] && around.remarks.first?.about == ["m"])
        #expect(around.emptyLanes.map(\.name) == ["Leeg"])
    }

    @Test func `a step tells what its maker wrote of it and what its signs say`() throws {
        func step(_ content: String) throws -> ProcessOutline.Step {
            let process = try #require(try BpmnReading(Sketch.process(content)).definitions.processes.first)
            let outline = ProcessOutline(process)
            return try #require((outline.beginnings + outline.apart).first?.steps.first)
        }
        #expect(try step(Self.process).documentation == ["Kijk eerst naar het saldo."])
        let loop = "<multiInstanceLoopCharacteristics isSequential='true'/>"
        #expect(try step("<userTask id='a'>\(loop)</userTask>").traits == [.eachInTurn])
        #expect(try step("<task id='a' xmlns:e='urn:e' e:taskIcon='phone'/>").traits == [.icon("phone")])
        let timer = "<timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>"
        #expect(try step("<startEvent id='a'>\(timer)</startEvent>").traits == [.event(.timer, what: "P3D")])
        func gateway(_ kind: String) throws -> [NodeTrait] {
            try step(
                "<exclusiveGateway id='x' xmlns:e='urn:e' e:type='\(kind)'/>" + Sketch.graph("e1-e2")
                    + Sketch.flows("x-e1 x-e2")
            ).traits
        }
        #expect(try gateway("decision") == [.decided(.person, lacksConditions: false)])
        #expect(try gateway("choice") == [.decided(.data, lacksConditions: true)])
    }
}
