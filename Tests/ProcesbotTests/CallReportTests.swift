import Testing

@testable import Procesbot

@Suite("The draft of what is kept of a talk")
struct CallReportTests {
    private func report(_ notes: String, _ corrections: [Correction] = []) throws -> CallReport {
        let content = try TestLibrary.content()
        let adviser = try TestLibrary.adviser(TestLibrary.instructions)
        return CallReport(
            notes: notes, adviser.advise(notes, corrections: corrections, on: TestLibrary.day), content)
    }

    static let notes = """
        Klant belt zelf omdat de brief onduidelijk was. Inkomen is gedaald, woont in Rotterdam. \
        Klant heeft ook elders schulden. Afgesproken dat wij maandag terugbellen.
        """

    @Test func `why there was contact, the facts and what was agreed each have their place`() throws {
        let report = try report(Self.notes)

        #expect(report.reason == "Klant belt zelf omdat de brief onduidelijk was.")
        #expect(report.agreement == "Afgesproken dat wij maandag terugbellen.")
        #expect(report.facts.contains { $0.contains("Inkomen is gedaald") }, "\(report.facts)")
        #expect(!report.facts.contains { $0.contains("Afgesproken") })
    }

    @Test func `health is left out of it, and that is said`() throws {
        let report = try report(Self.notes + " Ze is depressief.")

        let all = ([report.reason, report.agreement] + report.facts).joined(separator: " ")
        #expect(!all.contains("depressief"))
        #expect(report.leftOut.map(\.words) == ["depressief"])
    }

    @Test func `what a person corrected stands there corrected`() throws {
        let before = try report(Self.notes)
        let fact = try #require(before.facts.first { $0.contains("Inkomen") })

        let report = try report(Self.notes, [Correction(fact: fact, says: .changed("inkomen is gelijk gebleven"))])

        #expect(report.facts.contains { $0.contains("gelijk gebleven") }, "\(report.facts)")
        #expect(!report.facts.contains { $0.contains("gedaald") })
    }

    @Test func `without advice or notes there is an empty draft`() throws {
        let report = CallReport(notes: "", nil, try TestLibrary.content())

        #expect(report.reason.isEmpty && report.facts.isEmpty && report.open.isEmpty)
    }

    @Test func `a long talk makes a draft of no more than 120 words`() throws {
        let report = try report(String(repeating: Self.notes + " Klant mist één termijn van 85 euro. ", count: 6))

        let all = [report.reason, report.agreement] + report.facts
        #expect(all.joined(separator: " ").split(separator: " ").count <= 120)
    }
}
