import Basics
import Recht
import Testing

/// One row of the worked examples: what is put in and what must come out.
struct BvvExample: Sendable, CustomTestStringConvertible {
    let id: String
    let fields: [String: String]
    let parts: [String: String]
    let amount: String
    let rule: String
    let room: String

    var testDescription: String { id }

    init(
        _ id: String, _ income: String, _ net: String, _ fields: [String: String] = [:], _ parts: [String],
        _ amount: String, _ rule: String, _ room: String
    ) {
        let plain = [
            "peildatum": "2026-03-01", "leefsituatie": "alleenstaande", "belastbaar_jaar": income, "netto_maand": net,
        ]
        (self.id, self.amount, self.rule, self.room) = (id, amount, rule, room)
        self.fields = plain.merging(fields) { $1 }
        let names = ["zorgdeel", "huurdeel", "kinddeel", "formule", "na_475db", "grens_95"]
        self.parts = Dictionary(uniqueKeysWithValues: zip(names, parts))
    }

    static let all = [
        BvvExample(
            "V01", "21800.00", "1331.43", ["vakantiegeld_maand": "70.07"],
            ["0.00", "0.00", "0.00", "1331.43", "1331.43", "1331.43"], "1331.43", "475da-2", "70.07"),
        BvvExample(
            "V02", "20000.00", "1520.00", ["woonsituatie": "nederland"],
            ["0.00", "0.00", "0.00", "1331.43", "1331.43", "1444.00"], "1331.43", "475da-2", "188.57"),
        BvvExample(
            "V03", "29735.42", "2050.00", ["bedrag_lid7": "0.00"],
            ["0.00", "141.98", "0.00", "1473.41", "1473.41", "1947.50"], "1473.41", "475da-2", "576.59"),
        BvvExample(
            "V04", "38000.00", "2412.00", ["vakantiegeld_maand": "168.50"],
            ["94.56", "327.94", "0.00", "1753.92", "1753.92", "2451.48"], "1753.92", "475da-2", "826.58"),
        BvvExample(
            "V05", "24500.00", "1705.30", ["netto_maand_partner": "900.00"],
            ["0.00", "24.19", "0.00", "1355.61", "1355.61", "1620.04"], "1355.61", "475da-2", "349.69"),
        BvvExample(
            "V06", "33000.00", "2240.00", ["leefsituatie": "alleenstaande_ouder"],
            ["37.35", "27.50", "20.68", "1416.95", "1416.95", "2128.00"], "1416.95", "475da-2", "823.05"),
        BvvExample(
            "V07", "30000.00", "2080.00",
            [
                "leefsituatie": "gehuwd_zonder_kinderen", "belastbaar_jaar_partner": "22000.00",
                "netto_maand_partner": "1640.00",
            ], ["247.17", "375.83", "0.00", "2525.02", "1262.51", "1976.00"], "1262.51", "475db", "817.49"),
        BvvExample(
            "V08", "36000.00", "2420.00",
            [
                "leefsituatie": "gehuwd_zonder_kinderen", "belastbaar_jaar_partner": "7200.00",
                "netto_maand_partner": "590.00",
            ], ["154.06", "214.50", "0.00", "2270.58", "1680.58", "2299.00"], "1680.58", "475db", "739.42"),
        BvvExample(
            "V09", "46500.00", "2990.00", ["leefsituatie": "gehuwd_met_kinderen"],
            ["191.81", "275.00", "46.61", "2415.45", "2415.45", "2840.50"], "2415.45", "475da-2", "574.55"),
        BvvExample(
            "V10", "24000.00", "1760.00", ["leefsituatie": "gehuwd_met_kinderen"],
            ["0.00", "0.00", "0.00", "1902.02", "1902.02", "1672.00"], "1672.00", "475dc-1", "88.00"),
        BvvExample(
            "V11", "26000.00", "1840.00", ["woonsituatie": "geen_adres"],
            ["0.00", "0.00", "0.00", "951.01", "951.01", "1748.00"], "951.01", "475da-4", "888.99"),
        BvvExample(
            "V12", "31000.00", "1480.00", ["netto_maand_vrij": "610.00"],
            ["14.47", "170.44", "0.00", "1516.33", "906.33", "1985.50"], "906.33", "475db", "573.67"),
        BvvExample(
            "V13", "62000.00", "3640.00", ["woonkosten_maand": "1295.00", "verhoging_woonkosten": "lid5"],
            ["129.58", "730.41", "0.00", "2191.42", "2460.20", "3458.00"], "2460.20", "475da-5", "1179.80"),
        BvvExample(
            "V14", "23000.00", "1560.00", ["woonsituatie": "inrichting", "prijs_inrichting": "905.40"],
            ["0.00", "0.00", "0.00", "1248.24", "1248.24", "1482.00"], "1248.24", "475e-2", "311.76"),
        BvvExample(
            "V15", "44000.00", "2760.00", ["loonbelasting_auto": "185.00"],
            ["129.58", "462.94", "0.00", "1923.95", "1738.95", "2622.00"], "1738.95", "475db", "1021.05"),
        BvvExample(
            "V16", "90000.00", "4980.00", ["leefsituatie": "alleenstaande_ouder"],
            ["129.58", "732.22", "381.68", "2526.69", "2526.69", "4731.00"], "2526.69", "475da-1", "2453.31"),
    ]
}

@Suite("Protected income")
struct BeslagvrijeVoetTests {
    let tables: RechtTables

    init() throws { tables = try Shipped.tables() }

    func answer(_ fields: [String: String]) throws -> BeslagvrijeVoet {
        try BeslagvrijeVoet(BvvInput(json: .object(fields.mapValues { .string($0) })), by: tables.beslagvrijeVoet)
    }

    @Test(arguments: BvvExample.all)
    func `the worked examples come out`(example: BvvExample) throws {
        let answer = try answer(example.fields)
        #expect(answer.bedrag == euro(example.amount))
        #expect(answer.regel == example.rule)
        #expect(answer.beslagruimte == euro(example.room))
        guard case .object(let members) = answer.json, case .object(let parts)? = members["onderdelen"] else {
            return #expect(Bool(false), "not an object")
        }
        for (name, amount) in example.parts { #expect(parts[name] == .string(amount), "\(name)") }
        #expect(members["beslagvrijeVoet"] == .string(example.amount))
    }

    @Test func `a day without figures is refused, not carried on`() {
        #expect(throws: BvvRefusal.geenParameters(on: day("2026-07-01"))) {
            try answer(["peildatum": "2026-07-01", "leefsituatie": "alleenstaande"])
        }
    }

    @Test func `figures whose maxima do not come out are refused`() {
        #expect(throws: RechtTableFlaws.self) {
            try Shipped.tables(changing: "beslagvrije-voet.yaml") { $0.replacing("\"9405.00\"", with: "\"9400.00\"") }
        }
    }

    @Test(arguments: [
        (["leefsituatie": "alleenstaande"], BvvRefusal.missing("peildatum")),
        (["peildatum": "2026-03-01"], .missing("leefsituatie")),
        (["peildatum": "2026-03-01", "leefsituatie": "samen"], .unknownWord("leefsituatie")),
        (
            ["peildatum": "2026-03-01", "leefsituatie": "alleenstaande", "netto_maand": "1,5"],
            .notAnAmount("netto_maand")
        ),
        (
            ["peildatum": "2026-03-01", "leefsituatie": "alleenstaande", "netto_maand": "-1.00"],
            .amountOutOfRange("netto_maand")
        ),
        (["peildatum": "2026-03-01", "leefsituatie": "alleenstaande", "netto": "1.00"], .unknownField("netto")),
        (
            ["peildatum": "2026-03-01", "leefsituatie": "alleenstaande", "woonsituatie": "buitenland"],
            .missing("woonlandfactor")
        ),
    ])
    func `wrong input is refused with its field`(fields: [String: String], refusal: BvvRefusal) {
        #expect(throws: refusal) { try answer(fields) }
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func `it never passes its bounds, and more taxable income never lowers the formula`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func amount(_ most: Int64) -> Money { Money(cents: Int64.random(in: 0...most, using: &random)) }
        for _ in 0..<300 {
            var input = BvvInput(
                peildatum: day("2026-02-01"),
                leefsituatie: Leefsituatie.allCases.randomElement(using: &random) ?? .alleenstaande)
            input.belastbaarJaar = amount(12_000_000)
            input.nettoMaand = amount(500_000)
            input.nettoMaandPartner = amount(300_000)
            let low = try BeslagvrijeVoet(input, by: tables.beslagvrijeVoet)
            var richer = input
            richer.belastbaarJaar += amount(2_000_000)
            let high = try BeslagvrijeVoet(richer, by: tables.beslagvrijeVoet)
            let most = low.parameters.maxima[input.leefsituatie] ?? .zero
            #expect(low.bedrag <= most, "seed \(seed)")
            #expect(low.bedrag <= low.grens95.rounded, "seed \(seed)")
            #expect(high.formule >= low.formule, "seed \(seed)")
            #expect(low.aftrekPartner <= low.formule.times(1, per: 2), "seed \(seed)")
            #expect(input.leefsituatie.isGehuwd || low.aftrekPartner == .zero, "seed \(seed)")
        }
    }
}
