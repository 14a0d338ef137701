import Basics
import Recht
import Testing

@Suite("The 14-day letter")
struct LetterTests {
    let tables: RechtTables

    init() throws { tables = try Shipped.tables() }

    func term(_ sent: String, _ channel: LetterChannel = .post) throws -> LetterTerm {
        try tables.letters.term(sent: day(sent), by: channel, in: tables.calendar)
    }

    @Test(arguments: [
        ("2025-12-02", "2025-12-04", "2025-12-05", "2025-12-18", "2025-12-20"),
        ("2025-12-05", "2025-12-09", "2025-12-10", "2025-12-23", "2025-12-25"),
        ("2025-12-23", "2025-12-27", "2025-12-28", "2026-01-10", "2026-01-12"),
        ("2026-04-02", "2026-04-07", "2026-04-08", "2026-04-21", "2026-04-23"),
    ])
    func `mail is presumed delivered on the second delivery day`(
        sent: String, delivered: String, begins: String, legalEnd: String, costsFrom: String
    ) throws {
        let term = try term(sent)
        #expect(term.delivered == day(delivered))
        #expect(term.begins == day(begins))
        #expect(term.legalEnd == day(legalEnd))
        #expect(term.costsFrom == day(costsFrom))
    }

    @Test func `a message that could be read the same day starts its term the next`() throws {
        let term = try term("2025-12-05", .electronic(readable: day("2025-12-05")))
        #expect(term.ends == day("2025-12-20"))
    }

    @Test func `a letter before default has no effect`() {
        #expect(throws: LetterRefusal.sentBeforeDefault(defaultFrom: day("2026-01-02"))) {
            try tables.letters.term(
                sent: day("2026-01-01"), by: .post, defaultFrom: day("2026-01-02"), in: tables.calendar)
        }
        #expect(throws: LetterRefusal.deliveredBeforeSent) {
            try term("2026-01-01", .proven(delivered: day("2025-12-30")))
        }
    }

    @Test func `the public answer names the days`() throws {
        guard case .object(let members) = try term("2025-12-05").json else { return #expect(Bool(false)) }
        #expect(members["bezorgd"] == .string("2025-12-09"))
        #expect(members["termijnEinde"] == .string("2025-12-24"))
        #expect(members["kostenVanaf"] == .string("2025-12-25"))
    }
}
