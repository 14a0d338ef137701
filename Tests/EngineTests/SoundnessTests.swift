import Basics
import Engine
import Testing

/// Flaws in the flow that exploring finds.
@Suite struct SoundnessTests {
    func report(_ body: String) throws -> SoundnessReport {
        try #require(try Drive.compile(body).first).soundness()
    }

    @Test func `a choice that ends in a parallel join is a deadlock, with the way there`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="j"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><parallelGateway id="j"/><sequenceFlow id="d" sourceRef="j" targetRef="e"/><endEvent id="e"/>
            """)
        #expect(report.flaws.contains { $0.kind == .deadlock && $0.node == "j" && $0.path == ["b"] })
    }

    @Test func `a parallel split into an exclusive join lacks synchronisation`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><parallelGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="u"/><userTask id="u"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><sequenceFlow id="c2" sourceRef="u" targetRef="j"/><exclusiveGateway id="j"/>
            <sequenceFlow id="d" sourceRef="j" targetRef="e"/><userTask id="e"/>
            """)
        #expect(report.flaws.contains { $0.kind == .lackOfSynchronisation && $0.node == "e" })
    }

    @Test func `what no way leads to is dead, and a circle without a way out is named`() throws {
        let dead = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="e"/><endEvent id="e"/>
            <userTask id="eenzaam"/><sequenceFlow id="g" sourceRef="eenzaam" targetRef="e"/>
            """)
        #expect(dead.flaws == [.init(deadActivity: "eenzaam")])
        let circle = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="a"/><userTask id="a"/>
            <sequenceFlow id="g" sourceRef="a" targetRef="b"/><userTask id="b"/><sequenceFlow id="h" sourceRef="b" targetRef="a"/>
            """)
        #expect(circle.flaws.map(\.kind) == [.noWayToEnd])
    }

    @Test(arguments: 0..<60)
    func `a block-structured process is sound`(seed: Int) throws {
        let report = try report(RandomModel(seed: UInt64(seed), size: 8).xml)
        // The edge of a sub-process in which nothing waits can truly never happen.
        let flaws = report.flaws.filter { !($0.kind == .deadActivity && $0.node.hasPrefix("x")) }
        #expect(flaws.isEmpty, "seed \(seed)")
    }
}

extension SoundnessReport.Flaw {
    fileprivate init(deadActivity node: String) { self.init(kind: .deadActivity, node: node, path: []) }
}
