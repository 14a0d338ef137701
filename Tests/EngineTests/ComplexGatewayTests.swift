import Basics
import Engine
import Testing

/// The two states of a complex gateway, and what its conditions may ask of them (BPMN 13.4.5).
@Suite struct ComplexGatewayTests {
    /// Three tasks; the join goes on at the second. What leaves it depends on its state.
    private static func model(_ flows: String, activation: String = "activationCount >= 2") -> String {
        """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="deel"/><parallelGateway id="deel"/>
        <sequenceFlow id="f1" sourceRef="deel" targetRef="a"/><userTask id="a"/><sequenceFlow id="g1" sourceRef="a" targetRef="c"/>
        <sequenceFlow id="f2" sourceRef="deel" targetRef="b"/><userTask id="b"/><sequenceFlow id="g2" sourceRef="b" targetRef="c"/>
        <sequenceFlow id="f3" sourceRef="deel" targetRef="d"/><userTask id="d"/><sequenceFlow id="g3" sourceRef="d" targetRef="c"/>
        <complexGateway id="c"><activationCondition>\(activation)</activationCondition></complexGateway>\(flows)
        """
    }

    private static let both = """
        <sequenceFlow id="s" sourceRef="c" targetRef="eerst"><conditionExpression>waitingForStart</conditionExpression></sequenceFlow>
        <sequenceFlow id="r" sourceRef="c" targetRef="laat"><conditionExpression>not(waitingForStart)</conditionExpression></sequenceFlow>
        <userTask id="eerst"/><userTask id="laat"/>
        """

    @Test func `one way is taken at the start and another at the reset`() throws {
        var drive = try Drive(Self.model(Self.both))
        try drive.start()
        try drive.complete("a")
        #expect(drive.active == ["b", "d"])
        try drive.complete("b")
        #expect(Set(drive.active) == ["c", "d", "eerst"])
        try drive.complete("d")
        #expect(Set(drive.active) == ["eerst", "laat"])
        try drive.complete("eerst")
        try drive.complete("laat")
        #expect(drive.isDone)
    }

    @Test func `the activation condition may ask for the state, which is that of the start`() throws {
        var drive = try Drive(Self.model(Self.both, activation: "waitingForStart and activationCount >= 2"))
        try drive.start()
        for task in ["a", "b", "d"] { try drive.complete(task) }
        #expect(Set(drive.active) == ["eerst", "laat"])
    }

    @Test func `a flow without a condition is taken at the start only`() throws {
        var drive = try Drive(
            Self.model("<sequenceFlow id=\"s\" sourceRef=\"c\" targetRef=\"eerst\"/><userTask id=\"eerst\"/>"))
        try drive.start()
        for task in ["a", "b", "d"] { try drive.complete(task) }
        #expect(drive.active == ["eerst"])
    }

    @Test func `at the reset no condition need hold, and the default is not taken`() throws {
        var drive = try Drive(
            Self.model(
                """
                <sequenceFlow id="s" sourceRef="c" targetRef="eerst"><conditionExpression>waitingForStart</conditionExpression></sequenceFlow>
                <sequenceFlow id="n" sourceRef="c" targetRef="anders"/><userTask id="eerst"/><userTask id="anders"/>
                """
            ).replacing("<complexGateway id=\"c\"", with: "<complexGateway id=\"c\" default=\"n\""))
        try drive.start()
        for task in ["a", "b", "d"] { try drive.complete(task) }
        #expect(drive.active == ["eerst"])
        #expect(drive.instance.incidents.isEmpty)
    }

    @Test func `a condition on data is looked at in both phases`() throws {
        var drive = try Drive(
            Self.model(
                """
                <sequenceFlow id="s" sourceRef="c" targetRef="ruim"><conditionExpression>bedrag &gt; 10</conditionExpression></sequenceFlow>
                <sequenceFlow id="n" sourceRef="c" targetRef="krap"><conditionExpression>bedrag &lt;= 10</conditionExpression></sequenceFlow>
                <userTask id="ruim"/><userTask id="krap"/>
                """))
        try drive.start(["bedrag": 20])
        try drive.complete("a")
        try drive.complete("b")
        try drive.complete("d", ["bedrag": 5])
        #expect(Set(drive.active) == ["ruim", "krap"])
    }

    @Test func `a condition that fails at the reset is a mishap, and the reset is tried again when it was mended`()
        throws
    {
        var drive = try Drive(
            Self.model(
                """
                <sequenceFlow id="s" sourceRef="c" targetRef="eerst"><conditionExpression>waitingForStart or bedrag &gt; 10</conditionExpression></sequenceFlow>
                <userTask id="eerst"/>
                """))
        try drive.start()
        for task in ["a", "b", "d"] { try drive.complete(task) }
        let incident = try #require(drive.instance.incidents.first)
        #expect(incident.node.id == "c")
        try drive(.resolveIncident(incident.id, variables: ["bedrag": 5]))
        #expect(drive.active == ["eerst"])
    }
}
