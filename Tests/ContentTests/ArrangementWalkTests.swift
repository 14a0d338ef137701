import Basics
import Engine
import Testing

@Suite("A zaak with an arrangement or an exception")
struct ArrangementWalkTests {
    private static let agreed: [String: JSON] = [
        "perMaand": 100, "eersteDag": "2026-04-01", "betaalwijze": "overmaken",
    ]

    /// Asked for in the portal while a reminder waits, agreed and running.
    private func running(_ more: [String: JSON] = agreed) throws -> Walk {
        var walk = try Walk()
        try walk.tell("RegelingVerzocht")
        #expect(walk.tasks == ["A.3.1"] && walk.instance.timers.isEmpty)
        try walk.complete("A.3.1", "telefoon")
        try walk.complete("A.3.2", "overeengekomen", more)
        return walk
    }

    @Test func `an arrangement is recorded, confirmed and watched`() throws {
        let walk = try running()
        #expect(
            walk.done.suffix(4) == [
                "regeling.vastleggen", "zaak.status regeling", "brief.versturen regeling_bevestigd", "regeling.bewaken",
            ])
        #expect(walk.instance.awaitedMessages.isSuperset(of: ["RegelingVervuld", "TermijnGemist", "VorderingVoldaan"]))
    }

    @Test func `a long arrangement asks the team lead, who may want another`() throws {
        var walk = try running(["perMaand": 30, "eersteDag": "2026-04-01"])
        #expect(walk.tasks == ["A.3.2.akkoord"])
        try walk.complete("A.3.2.akkoord", "ander_voorstel")
        #expect(walk.tasks == ["A.3.2"])
        try walk.complete("A.3.2", "overeengekomen", ["perMaand": 40, "eersteDag": "2026-04-01"])
        try walk.complete("A.3.2.akkoord", "akkoord")
        #expect(walk.done.last == "regeling.bewaken")
    }

    @Test func `an arrangement that is kept to ends the zaak as paid`() throws {
        var walk = try running()
        try walk.perform(.setVariables(["saldo": ["totaal": 0]], in: nil))
        try walk.tell("RegelingVervuld")
        #expect(walk.isDone && walk.done.suffix(2) == ["zaak.resultaat voldaan", "brief.versturen betaling_ontvangen"])
    }

    @Test func `an arrangement that is kept to while something else is open leads back to the phone`() throws {
        var walk = try running()
        try walk.tell("RegelingVervuld")
        #expect(walk.tasks == ["A.2.2"])
    }

    @Test func `a missed instalment is met with a friendly letter and a call, not with an end`() throws {
        var walk = try running()
        try walk.tell("TermijnGemist")
        #expect(walk.letters.last == "gemiste_termijn" && walk.tasks == ["contact-termijn"])
        try walk.complete("contact-termijn", "doorgaan")
        #expect(walk.instance.awaitedMessages.contains("TermijnGemist"))
        #expect(!walk.done.contains("regeling.beeindigen"))
    }

    @Test func `only a team lead lets an arrangement lapse, and the phone comes before any letter`() throws {
        var walk = try running()
        try walk.tell("TermijnGemist")
        try walk.complete("contact-termijn", "vervallen")
        #expect(walk.tasks == ["besluit-vervallen"] && !walk.done.contains("regeling.beeindigen"))
        try walk.complete("besluit-vervallen", "opnieuw")
        #expect(walk.tasks == ["contact-termijn"])
        try walk.complete("contact-termijn", "vervallen")
        try walk.complete("besluit-vervallen", "vervallen")
        #expect(walk.letters.last == "regeling_vervallen" && walk.tasks == ["A.2.2"])
        #expect(walk.letters.filter { $0 == "herinnering" }.count == 1)
    }

    @Test func `another amount ends the old arrangement and starts a new talk`() throws {
        var walk = try running()
        try walk.tell("TermijnGemist")
        try walk.complete("contact-termijn", "regeling")
        #expect(walk.done.last == "regeling.beeindigen" && walk.tasks == ["A.3.1"])
    }

    @Test func `another arrangement is talked about while one runs; without it the old one is watched on`() throws {
        var walk = try running()
        try walk.tell("RegelingVerzocht")
        #expect(walk.tasks == ["A.3.1"])
        try walk.perform(.setVariables(["regeling": ["loopt": true]], in: nil))
        try walk.complete("A.3.1", "telefoon")
        try walk.complete("A.3.2", "geen_regeling")
        #expect(walk.done.last == "regeling.bewaken" && walk.tasks.isEmpty)
        #expect(walk.letters.last == "regeling_bevestigd")
    }

    @Test func `no arrangement leads back to the phone without a second reminder`() throws {
        var walk = try Walk()
        try walk.tell("RegelingVerzocht")
        try walk.complete("A.3.1", "balie")
        try walk.complete("A.3.2", "geen_regeling")
        #expect(walk.tasks == ["A.2.2"] && walk.letters == ["herinnering"])
    }

    @Test func `an exception stops all clocks until a person looks again`() throws {
        var walk = try Walk()
        try walk.tell("UitzonderingGemeld")
        #expect(walk.tasks == ["A.4.1"] && walk.instance.timers.isEmpty)
        try walk.complete("A.4.1", "wachten", ["soort": "pauze", "wachttijd": "P60D"])
        #expect(try walk.wait() == 60)
        try walk.complete("A.4.1", "hervatten")
        #expect(walk.tasks == ["A.2.2"] && walk.letters == ["herinnering"])
    }

    @Test func `an exception during an arrangement leads back to the arrangement`() throws {
        var walk = try running()
        try walk.tell("UitzonderingGemeld")
        #expect(walk.tasks == ["A.4.1"])
        try walk.perform(.setVariables(["regeling": ["loopt": true]], in: nil))
        try walk.complete("A.4.1", "hervatten")
        #expect(walk.done.last == "regeling.bewaken")
    }

    @Test func `writing off an exception needs a team lead`() throws {
        var walk = try Walk()
        try walk.tell("UitzonderingGemeld")
        try walk.complete("A.4.1", "afboeken")
        try walk.complete("afboeken-besluit", "afwijzen")
        #expect(walk.tasks == ["A.4.1"])
        try walk.complete("A.4.1", "afboeken")
        try walk.complete("afboeken-besluit", "akkoord")
        #expect(walk.isDone && walk.letters.last == "afgeboekt" && walk.done.last == "zaak.resultaat afgeboekt")
    }

    @Test(arguments: ["hulp", "betwist"])
    func `who needs help or disagrees comes to the exceptions`(outcome: String) throws {
        var walk = try Walk(facts: ["klant": ["ondersteuning": true, "voorkeurskanaal": "brief"]])
        try walk.complete("A.2.2", outcome)
        #expect(walk.tasks == ["A.4.1"] && walk.done.last == "zaak.status uitzondering")
    }
}
