import Basics
import Engine
import Testing

/// Example cases beside a process.
@Suite struct ScenarioTests {
    static let model = """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="brief"/>
        <serviceTask id="brief"><extensionElements><zeebe:taskDefinition type="brief.versturen"/></extensionElements></serviceTask>
        <sequenceFlow id="f1" sourceRef="brief" targetRef="wacht"/><eventBasedGateway id="wacht"/>
        <sequenceFlow id="f2" sourceRef="wacht" targetRef="betaald"/><intermediateCatchEvent id="betaald"><messageEventDefinition/></intermediateCatchEvent>
        <sequenceFlow id="f3" sourceRef="wacht" targetRef="termijn"/><intermediateCatchEvent id="termijn"><timerEventDefinition><timeDuration>P14D</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <sequenceFlow id="f4" sourceRef="betaald" targetRef="einde"/><endEvent id="einde"/>
        <sequenceFlow id="f5" sourceRef="termijn" targetRef="bellen"/><userTask id="bellen"/><sequenceFlow id="f6" sourceRef="bellen" targetRef="einde"/>
        """

    func run(_ steps: JSON, _ expected: JSON) throws -> Scenario.Result {
        let scenario = try Scenario([
            "scenario": "proef", "process": "p", "begin": "2026-03-02T09:00:00Z", "facts": ["saldo": 10],
            "services": ["brief.versturen": ["nummer": 1]], "steps": steps, "expect": expected,
        ])
        return scenario.run(in: ProcessLibrary(try Drive.compile(Self.model)))
    }

    @Test func `a payment in time ends it without a call`() throws {
        let result = try run(
            [["message": "betaald", "after": "P3D"]],
            ["path": ["brief", "betaald"], "never": ["bellen"], "end": "completed", "facts": ["nummer": 1]])
        #expect(result.problems == [])
    }

    @Test func `without a payment somebody calls`() throws {
        let result = try run(
            [["after": "P15D"], ["complete": "bellen"]], ["path": ["termijn", "bellen"], "end": "completed"])
        #expect(result.problems == [])
    }

    @Test func `a service that the house lacks answers where the scenario says what`() throws {
        func problems(_ services: JSON) throws -> [Scenario.Problem] {
            let scenario = try Scenario([
                "scenario": "proef", "process": "p", "begin": "2026-03-02T09:00:00Z", "services": services,
                "expect": ["path": ["brief", "wacht"]],
            ])
            return scenario.run(in: ProcessLibrary(try Drive.compile(Self.model)), services: ["brief.maken"]).problems
        }
        #expect(try problems([:]).contains(.unknownService("brief.versturen", at: "brief")))
        #expect(try problems(["brief.versturen": [:]]) == [])
    }

    @Test func `what the engine refuses is told in a sentence`() throws {
        let result = try run([["message": "gebeld"]], [:])
        #expect(result.problems.map(\.description) == ["step 1: nobody waits for gebeld; it stands at wacht"])
        #expect("\(EngineRefusal.noSuchActivity("D"))" == "there is no activity D to begin there")
    }

    @Test func `what goes otherwise is told with the names of the drawing, and the id where two have one name`() throws
    {
        let model = """
            <startEvent id="S1"/><sequenceFlow id="f0" sourceRef="S1" targetRef="T1"/><userTask id="T1" name="Bellen"/>
            <sequenceFlow id="f1" sourceRef="T1" targetRef="X1"/><exclusiveGateway id="X1"/>
            <sequenceFlow id="f2" sourceRef="X1" targetRef="T2"/><userTask id="T2" name="Schrijven"/>
            <sequenceFlow id="f3" sourceRef="X1" targetRef="T3"/><userTask id="T3" name="Schrijven"/>
            """
        func told(_ steps: JSON, _ expected: JSON) throws -> [String] {
            let scenario = try Scenario([
                "scenario": "proef", "process": "p", "begin": "2026-03-02", "steps": steps, "expect": expected,
            ])
            return scenario.run(in: ProcessLibrary(try Drive.compile(model))).told
        }
        #expect(
            try told([["complete": "T2"]], [:]) == ["step 1: nothing waits at “Schrijven” (T2); it stands at “Bellen”"])
        #expect(
            try told([], ["path": ["X1"], "waiting": ["T3"]]) == [
                "did not pass the gateway between “Bellen” and “Schrijven” (X1) where it was expected",
                "does not wait at “Schrijven” (T3)",
            ])
        #expect(try told([], ["waiting": ["weg"]]) == ["does not wait at weg"])
        let stuck = try Scenario(["scenario": "proef", "process": "p", "begin": "2026-03-02"])
        let half =
            "<process id=\"p\" name=\"Half\" isExecutable=\"true\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" "
            + "sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\" name=\"Wachten op twee\" startQuantity=\"2\"/></process>"
        #expect(
            stuck.run(in: ProcessLibrary(try Drive.compile(half))).told == [
                "stands still at “Half”: stuck at “Wachten op twee”"
            ])
    }

    @Test func `what goes otherwise is told`() throws {
        let early = try run([["complete": "bellen", "after": "P3D"]], [:])
        #expect(early.problems == [.step(1, .notThere("bellen", waiting: ["wacht"]))])
        let other = try run([["after": "P15D"]], ["path": ["betaald"], "waiting": ["bellen"], "end": "running"])
        #expect(other.problems == [.notPassed("betaald")])
    }
}
