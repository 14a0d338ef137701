import Basics
import Engine
import Testing

/// What a step that failed looked at, and the ways that a person may take in the place of its gateway.
@Suite("Ways on from an incident")
struct IncidentWayTests {
    private static let gateway = """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="keuze"/>
        <exclusiveGateway id="keuze" default="nee"/>
        <sequenceFlow id="ja" name="ja" sourceRef="keuze" targetRef="a">
        <conditionExpression xsi:type="tFormalExpression">=saldo.totaal / perMaandd &gt; grens</conditionExpression></sequenceFlow>
        <sequenceFlow id="nee" sourceRef="keuze" targetRef="b"/><userTask id="a"/><userTask id="b" name="Bellen"/>
        """

    @Test func `it tells which names it looked at, in which formulas, and where it stands`() throws {
        var drive = try Drive(Self.gateway)
        try drive.start(["saldo": ["totaal": 100], "grens": 3, "anders": 1])
        let incident = try #require(drive.instance.incidents.first)
        let asked = ["saldo.totaal", "perMaandd", "grens"].map { FactPath($0) }
        #expect(drive.instance.looksAt(incident, in: drive.library) == asked)
        let needing = drive.instance.formulas(needing: FactPath("perMaandd"), of: incident, in: drive.library)
        #expect(needing == ["saldo.totaal / perMaandd > grens"])
        #expect(drive.instance.formulas(needing: FactPath("anders"), of: incident, in: drive.library).isEmpty)
        #expect(drive.instance.drawing(of: incident) == DefinitionKey("p"))
        let ways = drive.instance.ways(from: incident, in: drive.library)
        #expect(ways.map(\.flow.id) == ["ja", "nee"] && ways.map(\.label) == ["ja", "Bellen"])
    }

    @Test func `a person takes one of its ways, and no other flow`() throws {
        var drive = try Drive(Self.gateway)
        try drive.start(["saldo": ["totaal": 100]])
        let incident = try #require(drive.instance.incidents.first)
        #expect(throws: EngineRefusal.noSuchFlow("f0")) { try drive(.chooseInstead(incident.id, flow: "f0")) }
        #expect(throws: EngineRefusal.noSuchIncident(Incident.ID(9))) {
            try drive(.chooseInstead(Incident.ID(9), flow: "ja"))
        }
        try drive(.chooseInstead(incident.id, flow: "nee"))
        #expect(drive.active == ["b"] && drive.instance.incidents.isEmpty)
    }

    @Test func `a service that failed has no ways to choose`() throws {
        var drive = try Drive(
            """
            <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="s"/>
            <serviceTask id="s"><extensionElements><zeebe:taskDefinition type="x"/></extensionElements></serviceTask>
            """)
        try drive.start()
        try drive(.failService(try drive.id("s"), reason: "stuk", retriesLeft: 0))
        let incident = try #require(drive.instance.incidents.first)
        #expect(drive.instance.ways(from: incident, in: drive.library).isEmpty)
        let element = try drive.id("s")
        #expect(throws: EngineRefusal.notWaiting(element)) { try drive(.chooseInstead(incident.id, flow: "f0")) }
    }
}
