import Basics
import Engine
import Testing
import Zaken

@Suite("The example cases beside the processes")
struct ScenarioTests {
    static let all: [Scenario] = {
        do {
            let kinds = try Content.names("zaaktypen", ending: ".yaml").map {
                try Zaaktype(yaml: Content.text("zaaktypen/\($0).yaml"))
            }
            let types = Dictionary(kinds.map { ($0.code, $0) }) { first, _ in first }
            return try Content.names("processen/scenarios", ending: ".yaml").flatMap {
                try Scenariobestand(yaml: Content.text("processen/scenarios/\($0).yaml"), zaaktypen: types).scenarios
            }
        } catch {
            Issue.record(error)
            return []
        }
    }()

    @Test(arguments: all.indices)
    func `every case goes as it is written`(number: Int) throws {
        let scenario = Self.all[number]
        let result = Scenariotest(processen: try Content.library(), beslissingen: try Content.decisions()).run(scenario)
        #expect(result.problems == [], "\(scenario.name): \(result.path)")
    }

    @Test func `there are cases for paying, arrangements, missed instalments, exceptions, costs and disputes`() {
        #expect(Self.all.count >= 8)
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    }

    @Test func `a single scenario is read as it is, and a broken one says which field`() throws {
        let one = try Scenariobestand(yaml: "scenario: a\nprocess: p\nsteps: [{ complete: x, after: P1D }]").scenarios
        #expect(one.map(\.name) == ["a"])
        #expect(throws: ScenarioFault.self) {
            try Scenariobestand(yaml: "scenario: a\nprocess: p\nsteps: [{ after: morgen }]")
        }
        #expect(throws: ScenarioFault.self) { try Scenariobestand(yaml: "scenarios: [{ scenario: a }]") }
    }
}
