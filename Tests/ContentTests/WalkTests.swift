import Basics
import Engine
import Testing

@Suite("A zaak walks through the drawing")
struct WalkTests {
    /// A zaak that has had its reminder and second reminder, and waits for the phone round.
    private func toThePhone(_ facts: [String: JSON] = [:]) throws -> Walk {
        var walk = try Walk(facts: facts)
        try walk.wait()
        try walk.wait()
        return walk
    }

    @Test func `someone who pays after the reminder is thanked and left alone`() throws {
        var walk = try Walk()
        #expect(walk.letters == ["herinnering"])

        try walk.tell("VorderingVoldaan")

        #expect(walk.isDone)
        #expect(
            walk.done == [
                "zaak.status minnelijk", "brief.versturen herinnering", "zaak.resultaat voldaan",
                "brief.versturen betaling_ontvangen",
            ])
        #expect(walk.instance.timers.isEmpty)
    }

    @Test func `two reminders come before a person calls`() throws {
        var walk = try Walk()
        #expect(try walk.wait() == 14)
        #expect(walk.letters == ["herinnering", "aanmaning"] && walk.tasks.isEmpty)
        #expect(try walk.wait() == 14)
        #expect(walk.tasks == ["A.2.2"])
    }

    @Test func `a claim that is not due yet is announced first`() throws {
        var walk = try Walk(facts: ["saldo": ["totaal": 600, "vervallen": 0]])
        #expect(walk.letters == ["prenotificatie"])
        try walk.wait()
        #expect(walk.letters == ["prenotificatie", "herinnering"])
    }

    @Test func `someone who needs help is called before any reminder`() throws {
        let walk = try Walk(facts: ["klant": ["ondersteuning": true, "voorkeurskanaal": "brief"]])
        #expect(walk.letters.isEmpty && walk.tasks == ["A.2.2"])
    }

    @Test func `someone who cannot be reached is called again and then visited`() throws {
        var walk = try toThePhone()
        try walk.complete("A.2.2", "niet_bereikt")
        #expect(try walk.wait() == 2)
        try walk.complete("A.2.2", "niet_bereikt")
        #expect(walk.tasks == ["A.2.3"])
        try walk.complete("A.2.3", "niet_thuis")
        #expect(walk.tasks == ["voor-kosten"])
    }

    @Test func `a promise to pay gets a week before the next call`() throws {
        var walk = try toThePhone()
        try walk.complete("A.2.2", "betaalt")
        #expect(try walk.wait() == 7)
        #expect(walk.tasks == ["A.2.2"])
    }

    @Test func `costs come only after the check, the letter and its term`() throws {
        var walk = try toThePhone()
        try walk.complete("A.2.2", "bereikt")
        #expect(!walk.letters.contains("veertiendagenbrief"))
        try walk.complete("voor-kosten", "signaal")
        #expect(walk.done.suffix(2) == ["signaal.gemeente", "brief.versturen veertiendagenbrief"])
        #expect(try walk.wait() == 23)
        #expect(walk.done.last == "incasso.kosten" && walk.tasks == ["A.2.5"])
    }

    @Test func `a handover needs two people and a last announcement`() throws {
        var walk = try toTheHandover()
        try walk.complete("A.2.5", "voordragen")
        #expect(walk.tasks == ["overdracht-akkoord"])
        try walk.complete("overdracht-akkoord", "overdragen")
        #expect(walk.letters.last == "overdracht_aangekondigd")
        #expect(try walk.wait() == 15)
        #expect(walk.tasks == ["B.1.1"])
        #expect(walk.done.suffix(2) == ["overdracht.dossier", "zaak.status deurwaarder"])
    }

    @Test func `more contact first leads back to the phone and never to a second letter of costs`() throws {
        var walk = try toTheHandover()
        try walk.complete("A.2.5", "bellen")
        try walk.complete("A.2.2", "bereikt")
        try walk.complete("voor-kosten", "wik")
        #expect(walk.tasks == ["A.2.5"])
        #expect(walk.letters.filter { $0 == "veertiendagenbrief" }.count == 1)
    }

    @Test func `a team lead can write off instead`() throws {
        var walk = try toTheHandover()
        try walk.complete("A.2.5", "voordragen")
        try walk.complete("overdracht-akkoord", "afboeken")
        #expect(walk.isDone && walk.done.suffix(2) == ["vordering.afboeken", "zaak.resultaat afgeboekt"])
    }

    @Test func `the whole road past the court ends with a write-off that a team lead agrees to`() throws {
        var walk = try toTheBailiff()
        try walk.complete("B.1.1", "geen_reactie")
        try walk.wait()
        try walk.complete("besluit-dagvaarden", "dagvaarden")
        try walk.complete("B.2.1", "")
        try walk.wait()
        try walk.complete("B.2.2", "ontruiming")
        try walk.complete("besluit-ontruimen", "ontruimen")
        try walk.complete("B.2.3", "")
        try walk.complete("B.2.4", "")
        try walk.wait()
        try walk.complete("B.2.5", "ontruimd")
        try walk.complete("B.2.6", "doorgaan")
        #expect(try walk.wait() == 90)
        try walk.complete("B.2.6", "afboeken")
        try walk.complete("besluit-afboeken", "akkoord")
        #expect(walk.isDone && walk.done.last == "zaak.resultaat afgeboekt")
    }

    @Test func `a zaak taken back from the bailiff is called again`() throws {
        var walk = try toTheBailiff()
        try walk.complete("B.1.1", "terug")
        #expect(walk.tasks == ["A.2.2"])
    }

    @Test func `paying stops the bailiff as well`() throws {
        var walk = try toTheBailiff()
        try walk.tell("VorderingVoldaan")
        #expect(walk.isDone && walk.tasks.isEmpty)
    }

    @Test func `a zaak that is withdrawn ends as it stands`() throws {
        var walk = try toThePhone()
        try walk.tell("ZaakIngetrokken")
        #expect(walk.isDone && walk.done.last == "zaak.resultaat ingetrokken")
    }

    private func toTheHandover() throws -> Walk {
        var walk = try toThePhone()
        try walk.complete("A.2.2", "bereikt")
        try walk.complete("voor-kosten", "wik")
        try walk.wait()
        return walk
    }

    private func toTheBailiff() throws -> Walk {
        var walk = try toTheHandover()
        try walk.complete("A.2.5", "voordragen")
        try walk.complete("overdracht-akkoord", "overdragen")
        try walk.wait()
        return walk
    }
}
