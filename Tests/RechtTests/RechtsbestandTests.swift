import Basics
import Foundation
import Testing

@testable import Recht

@Suite("A legal table with a row added")
struct RechtsbestandTests {
    private static func text(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../../Content/recht/\(name)")
        return try String(contentsOf: root.standardized, encoding: .utf8)
    }

    private func tables(_ changed: Rechtsbestand) throws -> RechtTables {
        try RechtTables { $0 == changed.naam ? changed.text : try Self.text($0) }
    }

    @Test(arguments: RechtTables.files)
    func `a file written again holds the same law`(name: String) throws {
        let shipped = try RechtTables(reading: Self.text)
        #expect(try tables(Rechtsbestand(Self.text(name), naam: name)) == shipped)
    }

    @Test func `an interest rate holds from its day, and moves the day up to which is known`() throws {
        let file = try Rechtsbestand(Self.text("rente.yaml"), naam: "rente.yaml").adding(
            row(["van": "2027-01-01", "percentage": "5", "bron": "Stb.", "bekendTot": "2027-06-30"]),
            to: "consument.rijen")
        let rates = try tables(file).interest.consument
        let (before, after) = (Day(2026, 12, 31), Day(2027, 1, 1))
        #expect(rates.value(on: try #require(before)) == Rate(percent: "4"))
        #expect(rates.value(on: try #require(after)) == Rate(percent: "5"))
        #expect(rates.knownUntil == Day(2027, 6, 30))
    }

    @Test func `a tariff, a holiday and the hours of contact are added as well`() throws {
        let costs = try Rechtsbestand(Self.text("incassokosten.yaml"), naam: "incassokosten.yaml")
        let scale = try #require(costs.lijsten.first { $0.plaats == "staffels" }?.rijen.last)
        let changed = Rechtsbestand.Rij(
            scale.feiten.map {
                $0.naam == "van"
                    ? .init(naam: "van", waarde: "2030-01-01")
                    : $0.naam == "minimum" ? .init(naam: "minimum", waarde: "50.00") : $0
            })
        let day = try #require(Day(2030, 1, 2))
        #expect(try tables(costs.adding(changed, to: "staffels")).costs.tariffs.value(on: day)?.minimum == .euros(50))

        let days = try Rechtsbestand(Self.text("feestdagen.yaml"), naam: "feestdagen.yaml").adding(
            row(["naam": "eenmalig", "van": "2030-06-05", "tot": "2030-06-05", "dag": "06-05", "bron": "KB"]),
            to: "feestdagen")
        #expect(try tables(days).calendar.isHoliday(try #require(Day(2030, 6, 5))))

        let contact = try Rechtsbestand(Self.text("contact.yaml"), naam: "contact.yaml").adding(
            row([
                "van": "2030-01-01", "begin": "08:00", "einde": "19:00", "geenDagen.1": "zondag",
                "nietOpFeestdagen": "true", "artikel": "Bki art. 4.2", "bron": "Stb.",
            ]), to: "vensters")
        #expect(try tables(contact).contact.windows.value(on: day)?.opens == 480)
    }

    @Test func `protected income whose maxima do not follow from the other figures is refused`() throws {
        let file = try Rechtsbestand(Self.text("beslagvrije-voet.yaml"), naam: "beslagvrije-voet.yaml")
        let last = try #require(file.lijsten.first?.rijen.last)
        let next = { (norm: String) in
            Rechtsbestand.Rij(
                last.feiten.map {
                    switch $0.naam {
                    case "van": .init(naam: "van", waarde: "2026-07-01")
                    case "tot": .init(naam: "tot", waarde: "2026-12-31")
                    case "pw21.alleen": .init(naam: "pw21.alleen", waarde: norm)
                    default: $0
                    }
                })
        }
        let day = try #require(Day(2026, 9, 1))
        #expect(
            try tables(file.adding(next("1401.50"), to: "periodes")).beslagvrijeVoet.value(on: day)?.until
                == Day(2026, 12, 31))
        #expect(throws: RechtTableFlaws.self) { try tables(file.adding(next("1450.00"), to: "periodes")) }
    }

    private func row(_ facts: KeyValuePairs<String, String>) -> Rechtsbestand.Rij {
        Rechtsbestand.Rij(facts.map { .init(naam: $0.key, waarde: $0.value) })
    }
}
