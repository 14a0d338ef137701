import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Decisions in the running process")
struct BeslissingTests {
    static let tabel = """
        <?xml version="1.0"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:proef" name="Proeftabel">
        <inputData id="i" name="bedrag"><variable name="bedrag" typeRef="number"/></inputData>
        <decision id="proef" name="Proef"><variable name="proef" typeRef="string"/>
        <informationRequirement><requiredInput href="#i"/></informationRequirement>
        <decisionTable><input label="Bedrag"><inputExpression typeRef="number"><text>bedrag</text></inputExpression></input>
        <output name="proef"/><rule><inputEntry><text>&gt; GRENS</text></inputEntry><outputEntry><text>"hoog"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """

    func bestand(grens: Int) throws -> Beslissingsbestand {
        try Beslissingsbestand(bron: Self.tabel.replacing("GRENS", with: "\(grens)"))
    }

    @Test(arguments: TestDatabase.all)
    func `the shipped table decides at A.1.1, and the journal says by which rule and why`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))

            let made = try await house.read { try $0.beslissingen.standing(for: zaak.id) }

            #expect(made.map(\.beslissing) == ["klantsegment"])
            #expect(made.first?.waarde == "eerste")
            #expect(made.first?.variabele == "segment")
            #expect(made.first?.regels == [3])
            #expect(made.first?.waarom.isEmpty == false)
            #expect(made.first?.invoer == ["Hulp nodig": false, "Betaalverleden": "eerste"])
            #expect(try await house.read { try $0.processen.instance(of: zaak.id)?.variables()["segment"] } == "eerste")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a person sets an outcome otherwise with a reason, and the process sees it`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            func revise(_ value: String, _ reason: String) async throws {
                try await house.act {
                    try Zaak.Herziening(zaak: zaak.id, variabele: "segment", waarde: value, reden: reason).run(in: $0)
                }
            }

            await #expect(throws: ZaakRefusal.reasonMissing) { try await revise("hulp", " ") }
            await #expect(throws: BeslissingRefusal.notAnOutcome("wanbetaler")) { try await revise("wanbetaler", "x") }
            try await revise("hulp", "de wijkcoach belde")

            let standing = try await house.read { try $0.beslissingen.standing(for: zaak.id).first }
            #expect(standing?.waarde == "hulp")
            #expect(standing?.reden == "de wijkcoach belde")
            #expect(try await house.read { try $0.processen.instance(of: zaak.id)?.variables()["segment"] } == "hulp")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `versions follow each other from their day on, and the same file twice is refused`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let today = house.clock.today
            func publish(_ grens: Int, from day: Day, _ reason: String = "proef") async throws -> Int {
                let file = try bestand(grens: grens)
                return try await house.act {
                    try Beslissingsmodel.Publication(file, vanaf: day, reden: reason).run(in: $0).versie
                }
            }
            #expect(try await publish(100, from: today) == 1)
            await #expect(throws: ZaakRefusal.reasonMissing) { try await publish(200, from: today, "") }
            await #expect(throws: BeslissingRefusal.unchanged) { try await publish(100, from: today) }
            #expect(try await publish(500, from: today + 10) == 2)
            await #expect(throws: BeslissingRefusal.beforeItsPredecessor(today + 10)) {
                try await publish(600, from: today)
            }

            let book = try await house.read { try $0.beslissingen.library() }
            #expect(book.version(of: "proef", on: today + 9)?.versie == 1)
            #expect(book.version(of: "proef", on: today + 10)?.versie == 2)
            #expect(book.version(of: "proef", on: today - 1) == nil)
            #expect(book.decide("proef", ["bedrag": 50], at: house.clock.now) == .failed("no-rule \("Bedrag=50")"))
            #expect(book.decide("onbekend", [:], at: house.clock.now) == .failed("no-decision"))
        }
    }

    @Test func `a decision's id belongs to one model`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let other = try Beslissingsbestand(bron: Self.tabel.replacing("\"proef\"", with: "\"klantsegment\""))
            let today = house.clock.today
            await #expect(throws: BeslissingRefusal.decisionElsewhere(decision: "klantsegment", model: "Klantsegment"))
            {
                try await house.act { try Beslissingsmodel.Publication(other, vanaf: today, reden: "x").run(in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a decision that fails is an incident, which a person tries again once it is mended`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db) { $0.beslissingen = Beslissingen() }
            try await house.take(.huur(.noor))
            let (zaak, taak) = try await house.waiting(.noor)
            #expect(taak.soort == .storing)
            func mend(_ reason: String, als: Bevoegdheid = .onbegrensd) async throws -> Bool {
                let taak = try #require(try await house.taken(of: .noor).first)
                return try await house.act {
                    try Taak.Herstel(
                        taak: taak.id, reden: reason, door: Medewerker("anja"), als: als
                    ).run(in: $0)
                }
            }

            await #expect(throws: ZaakRefusal.reasonMissing) { try await mend(" ") }
            await #expect(throws: TaakRefusal.notForYou(taak.groepen)) {
                try await mend("van een ander team", als: Bevoegdheid(groepen: ["elders"], rechten: []))
            }
            try await house.act { try Taak.Assignment(taak: taak.id, aan: Medewerker("bram")).run(in: $0) }
            let colleague = Bevoegdheid(groepen: taak.groepen.names, rechten: [])
            await #expect(throws: TaakRefusal.takenBy(Medewerker("bram"))) {
                try await mend("heeft een ander", als: colleague)
            }
            try await house.act { try Taak.Assignment(taak: taak.id, aan: nil).run(in: $0) }
            #expect(try await house.taken(of: .noor).map(\.soort) == [.storing])
            #expect(try await mend("nog eens") == false)
            try await house.office.reloadProcesses()
            #expect(try await mend("de tabel is er nu"))

            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.read { try $0.processen.instance(of: zaak.id)?.variables()["segment"] } == "eerste")
        }
    }

    @Test func `from an incident a person can go another way`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db) { $0.beslissingen = Beslissingen() }
            try await house.take(.huur(.noor))
            let (_, taak) = try await house.waiting(.noor)
            try await house.act {
                try Zaak.Deviation(
                    taak: taak.id, naarStap: "A.2.2", reden: "bellen kan altijd", door: Medewerker("anja"),
                    als: .onbegrensd
                ).run(in: $0)
            }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
        }
    }
}
