import Basics
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// Example cases that a process owner hands in.
@Suite("Example cases of one's own")
struct VoorbeeldzakenTests {
    private static let good = """
        process: incasso
        zaaktype: incasso
        scenarios:
          - scenario: Het begint met de segmentatie
            facts: { vandaag: "2026-03-02" }
            expect: { path: [A.1.1] }
        """

    @Test(arguments: TestDatabase.all)
    func `those of a version hold for it and for later ones, and the newest go before`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (first, later) = (DefinitionKey("incasso", version: 1), DefinitionKey("incasso", version: 4))
            #expect(try await house.read { try $0.voorbeelden.holding(for: first) } == nil)
            for name in ["a.yaml", "b.yaml"] {
                try await house.act { try Voorbeeldbestand.Handing(first, bestand: name, bron: Self.good).run(in: $0) }
            }
            #expect(try await house.read { try $0.voorbeelden.holding(for: later) }?.bestand == "b.yaml")
            #expect(try await house.read { try $0.voorbeelden.holding(for: later) }?.versie == first)
            await #expect(throws: DeploymentRefusal.self) {
                try await house.act { try Voorbeeldbestand.Handing(later, bestand: "c", bron: Self.good).run(in: $0) }
            }
        }
    }

    @Test(arguments: [
        ("process: incasso\nscenarios:\n  - scenario: Een\n    steps:\n      - after: P1D\n      - after: morgen\n", 6),
        ("process: incasso\nscenarios:\n  - scenario: Een\n  - scenario: Twee\n    stappen: []\n", 5),
        ("process: anders\nscenario: Een\n", 1), ("process: incasso\nscenarios:\n  - steps: []\n", 3),
        ("process: incasso\nscenarios: []\n", 2), ("process: incasso\n  scenario: [\n", 2), ("", 1), ("- een\n", 1),
        ("process: incasso\nscenario: Een\nexpect:\n  einde: completed\n", 4),
    ])
    func `what is wrong with them is told with the line`(_ yaml: String, _ line: Int) {
        #expect(Self.lines(yaml) == [line], "\(yaml)")
    }

    @Test func `a file that repeats itself without end by its aliases is refused`() {
        let steps = (1...9).map { number in
            let again = Array(repeating: "*a\(number - 1)", count: 10).joined(separator: ", ")
            return "a\(number): &a\(number) [\(again)]"
        }
        let yaml = "a0: &a0 [1, 2]\n" + steps.joined(separator: "\n") + "\nprocess: incasso\nscenario: Een\n"
        #expect(Self.lines(yaml) == [1])
    }

    private static func lines(_ yaml: String) -> [Int?] {
        do {
            _ = try Scenariobestand(yaml: yaml, of: "incasso", zaaktypen: [:])
            return []
        } catch DeploymentRefusal.cases(let flaws) {
            return flaws.map(\.line)
        } catch { return [nil] }
    }
}
