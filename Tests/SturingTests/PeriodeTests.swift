import Basics
import Testing

@testable import Sturing

@Suite("Periods")
struct PeriodeTests {
    @Test(arguments: [
        ("2026-11", "2026-11-01", "2026-11-30", "2026-10"), ("2026-k1", "2026-01-01", "2026-03-31", "2025-k4"),
        ("2024", "2024-01-01", "2024-12-31", "2023"),
        ("2026-02-10..2026-02-19", "2026-02-10", "2026-02-19", "2026-01-31..2026-02-09"),
    ])
    func `an address gives its days, and the period before it`(
        _ text: String, _ from: String, _ to: String, _ before: String
    ) throws {
        let periode = try #require(Periode(text))
        #expect("\(periode.van)" == from)
        #expect("\(periode.tot)" == to)
        #expect("\(periode)" == text)
        #expect("\(periode.vorige)" == before)
        #expect(periode.vorige.volgende == periode)
    }

    @Test(arguments: [
        "", "2026-13", "2026-k5", "2026-k0", "26", "2026-1", "2026-03-01..2026-02-01", "2020-01-01..2026-01-01", "..",
        "2026-", "x", "2026-k1-2", "2026-kk", "9999-12-31..9999-12-31",
    ])
    func `another address is no period`(_ text: String) { #expect(Periode(text) == nil) }

    @Test func `the series before a quarter crosses the year`() throws {
        let series = try #require(Periode("2026-k2")).reeks(4).map(\.description)
        #expect(series == ["2025-k3", "2025-k4", "2026-k1", "2026-k2"])
    }
}
