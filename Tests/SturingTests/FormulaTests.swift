import Basics
import Testing

@testable import Sturing

/// The fictitious test set of the CORA reference process, with the value that each figure must have.
@Suite("The formulas of the figures")
struct FormulaTests {
    private static let set = Tellingen(
        delen: [
            .afgeboekteHuur: Telling(aantal: 90, bedrag: .euros(58_500)),
            .afgeboekt: Telling(aantal: 120, bedrag: .euros(71_200)),
            .nieuweRegelingen: Telling(aantal: 123), .inAchterstand: Telling(aantal: 820),
            .lopendeRegelingen: Telling(aantal: 165),
            .termijnen: Telling(aantal: 480), .termijnenOpTijd: Telling(aantal: 408),
            .bijDeurwaarder: Telling(aantal: 105), .dossiersLopend: Telling(aantal: 2, gewicht: 120),
            .dossiersGesloten: Telling(aantal: 3, gewicht: 660),
            .herinnerd: Telling(aantal: 1_034), .vervallen: Telling(aantal: 29_550),
            .betaald: Telling(aantal: 3, bedrag: .euros(1_850), gewicht: (600 * 0 + 600 * 12 + 650 * 31) * 100),
            .achterstand: Telling(aantal: 1_900, bedrag: .euros(1_170_000)),
            .achterstandZittend: Telling(aantal: 1_200, bedrag: .euros(760_000)),
            .kosten: Telling(aantal: 96, bedrag: .euros(18_240)), .ontruimd: Telling(aantal: 4),
            .gestorneerd: Telling(aantal: 310),
        ],
        kern: [.verhuureenheden: 10_000, .machtigingen: 6_200, .jaaromzet: 7_800_000_000, .uren: 15_984],
        kentVertrokkenen: true)

    @Test(arguments: [
        (Kpi.afgeboekteHuur, "0.08"), (.afboekingen, "71200.00"), (.automatischeIncasso, "62.00"),
        (.nieuweRegelingen, "15.00"), (.lopendeRegelingen, "1.65"), (.nagekomenTermijnen, "85.00"),
        (.deurwaarderzaken, "105"), (.doorstroom, "3.50"), (.fte, "7.40"), (.betaaltermijn, "14.78"), (.dso, "5.48"),
        (.looptijdDeurwaarder, "220.00"), (.achterstandZittend, "0.97"), (.achterstand, "1.50"),
        (.incassokosten, "18240.00"), (.ontruimingen, "4"), (.storneringen, "310"),
    ])
    func `the test set gives the expected value`(_ kpi: Kpi, _ expected: String) {
        #expect(kpi.cijfer(FormulaTests.set).getal?.text == expected)
    }

    @Test(arguments: [
        (Kpi.fte, "per_1000", "0.74"), (.looptijdDeurwaarder, "lopend", "60.00"),
        (.looptijdDeurwaarder, "alle", "156.00"), (.achterstandZittend, "bedrag", "760000.00"),
        (.incassokosten, "per_klant", "190.00"), (.storneringen, "procent", "5.00"),
    ])
    func `beside a figure stand the values that belong to it`(_ kpi: Kpi, _ name: String, _ expected: String) {
        let beside = kpi.cijfer(FormulaTests.set).bij.first { $0.naam == name }
        guard case .bekend(let value)? = beside?.waarde else {
            Issue.record("\(kpi.rawValue) has no \(name)")
            return
        }
        #expect(value.text == expected)
    }

    @Test(arguments: Kpi.allCases)
    func `nothing to divide by is not nought, and what nobody told is asked for`(_ kpi: Kpi) {
        switch kpi.cijfer(Tellingen()).waarde {
        case .bekend(.aantal(let count)): #expect(count == 0)
        case .bekend(.bedrag(let amount)): #expect(amount.isZero)
        case .bekend(let other): Issue.record("\(kpi.rawValue) is \(other.text) out of nothing")
        case .onbekend: break
        }
    }

    @Test func `a survey with fewer than thirty answers shows no mark`() {
        let few = Tellingen(kern: [.enqueteantwoorden: 29, .enquetepunten: 220])
        let enough = Tellingen(kern: [.enqueteantwoorden: 30, .enquetepunten: 230])
        #expect(Kpi.tevredenheid.cijfer(few).waarde == .onbekend(.teWeinigAntwoorden))
        #expect(Kpi.tevredenheid.cijfer(enough).getal?.text == "7.7")
    }

    @Test(arguments: [(1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 200, 2, "0.01"), (-1, 200, 2, "-0.01"), (7, 1, 0, "7")])
    func `a quotient is rounded once, halves away from nought`(
        _ above: Int, _ below: Int, _ places: Int, _ text: String
    )
        throws
    {
        #expect(try #require(Breuk(Int128(above), op: Int128(below))).text(decimals: places) == text)
    }
}
