import Basics
import Database
import Dmn
import TestHouse
import TestSupport
import Testing
import Zaken

/// What a decision file becomes: the next version of a model, or one of its own.
@Suite("The place of a decision file")
struct PlaatsingTests {
    /// As a drawing program writes a new file: all have the same name.
    static func bestand(
        _ decision: String, name: String = "DRD", file: String = "", outcome: String = "a", imports: String = "",
        naast: [Beslissingsbestand] = []
    ) throws -> Beslissingsbestand {
        try Beslissingsbestand(
            bron: """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="\(file)" name="\(name)"
                    namespace="http://camunda.org/schema/1.0/dmn">\(imports)
                <decision id="\(decision)" name="Tabel \(decision)"><variable name="\(decision)"/>
                <literalExpression><text>"\(outcome)"</text></literalExpression></decision></definitions>
                """, naast: naast.map(\.program.model))
    }

    private func publish(
        _ file: Beslissingsbestand, als: Plaatsing.Keuze = .vanzelf, in house: TestHouse
    ) async throws -> Beslissingsmodel {
        let today = house.clock.today
        return try await house.act {
            try Beslissingsmodel.Publication(file, als: als, vanaf: today, reden: "proef").run(in: $0)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a second file with the name that a program gives to all is a model of its own, and the first decides on`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let first = try await publish(Self.bestand("korting", file: "f1"), in: house)
            let second = try await publish(Self.bestand("termijn", file: "f2"), in: house)
            let third = try await publish(Self.bestand("route", file: "f3"), in: house)

            #expect([first, second, third].map(\.code) == ["drd", "tabel-termijn", "tabel-route"])
            #expect([first, second, third].map(\.versie) == [1, 1, 1])
            #expect([first, second, third].map(\.naam) == ["DRD", "Tabel termijn", "Tabel route"])
            let book = try await house.read { try $0.beslissingen.library() }
            #expect(book.version(of: "korting", on: house.clock.today)?.model == "drd")
            #expect(book.version(of: "termijn", on: house.clock.today)?.model == "tabel-termijn")

            let changed = try Self.bestand("termijn", file: "f2", outcome: "b")
            #expect(try await house.read { try $0.beslissingen.plaatsing(of: changed) }.isZeker)
            let next = try await publish(changed, in: house)
            #expect(next.code == "tabel-termijn" && next.versie == 2 && next.naam == "Tabel termijn")
        }
    }

    @Test func `a model keeps its code when its file gets another name`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            _ = try await publish(Self.bestand("korting", file: "f1"), in: house)

            let renamed = try await publish(Self.bestand("korting", name: "Korting", file: "f1"), in: house)

            #expect(renamed.code == "drd" && renamed.versie == 2 && renamed.naam == "Korting")
        }
    }

    @Test func `where it is not certain what a file follows, a person chooses`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let old = try await publish(Self.bestand("korting", file: "f1"), in: house)
            func place(_ file: Beslissingsbestand) async throws -> Plaatsing {
                try await house.read { try $0.beslissingen.plaatsing(of: file) }
            }

            let elsewhere = try Self.bestand("korting", name: "Ander", file: "f9")
            #expect(try await place(elsewhere).kandidaten.map(\.grond) == [.beslissingen])
            #expect(try await place(elsewhere).isZeker == false)
            #expect(try await place(elsewhere).vermoeden == .versie(van: old.code))
            let refused = BeslissingRefusal.decisionElsewhere(decision: "korting", model: "DRD")
            await #expect(throws: refused) { _ = try await publish(elsewhere, in: house) }
            await #expect(throws: refused) { _ = try await publish(elsewhere, als: .andere, in: house) }

            let emptied = try Self.bestand("nieuw", name: "Ander", file: "f1")
            #expect(try await place(emptied).kandidaten.map(\.grond) == [.bestand])
            #expect(try await place(emptied).kandidaten.first?.verdwijnt == ["Tabel korting"])

            let namesake = try Self.bestand("nieuw", file: "f9")
            #expect(try await place(namesake).vermoeden == .andere)
            #expect(try await place(namesake).isZeker == false)

            let stranger = try Self.bestand("nieuw", name: "Ander", file: "f9")
            #expect(try await place(stranger).isZeker)
            await #expect(throws: BeslissingRefusal.notItsVersion(old.code)) {
                _ = try await publish(stranger, als: .versie(van: old.code), in: house)
            }

            let next = try await publish(elsewhere, als: .versie(van: old.code), in: house)
            #expect(next.code == old.code && next.versie == 2 && next.naam == "Ander")
        }
    }

    @Test func `a file that imports another finds it among what the house published`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let shared = try Beslissingsbestand(
                bron: """
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Grenzen" namespace="urn:grenzen">
                    <decision id="grens" name="Grens"><variable name="Grens"/>
                    <literalExpression><text>40</text></literalExpression></decision></definitions>
                    """)
            let text = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Kosten" namespace="urn:kosten">
                <import name="g" namespace="urn:grenzen" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
                <decision id="kosten" name="Kosten"><variable name="Kosten"/>
                <informationRequirement><requiredDecision href="urn:grenzen#grens"/></informationRequirement>
                <literalExpression><text>g.Grens + 1</text></literalExpression></decision></definitions>
                """
            let alone = try Beslissingsbestand(bron: text, naast: try await house.read { try $0.beslissingen.naast() })
            #expect(alone.opmerkingen.contains { $0.code == "missing-import" && "\($0)".contains("urn:grenzen") })

            _ = try await publish(shared, in: house)
            let beside = try Beslissingsbestand(bron: text, naast: try await house.read { try $0.beslissingen.naast() })
            #expect(beside.isSound)
            _ = try await publish(beside, in: house)

            let book = try await house.read { try $0.beslissingen.library() }
            guard case .made(let outcome) = book.decide("kosten", [:], at: house.clock.now) else {
                return #expect(Bool(false))
            }
            #expect(outcome.waarde == 41)
        }
    }
}
