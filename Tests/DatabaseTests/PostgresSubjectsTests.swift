import Testing

@testable import Database

@Suite("PostgreSQL: whose changes may go together")
struct PostgresSubjectsTests {
    private var subjects = PostgresSubjects()

    @Test
    mutating func `of two about one subject the second goes alone`() {
        let first = subjects.admit("zaak 1", readAt: 0)
        let second = subjects.admit("zaak 1", readAt: 0)
        let other = subjects.admit("zaak 2", readAt: 0)

        #expect(first && !second && other)
    }

    @Test
    mutating func `what was read before another changed it goes alone, and what was read after does not`() {
        let begun = subjects.moment
        subjects.note(changeOf: "zaak 1")
        let stale = subjects.admit("zaak 1", readAt: begun)
        let fresh = subjects.admit("zaak 2", readAt: begun)

        #expect(!stale && fresh)
    }

    @Test
    mutating func `one after the other goes along each time`() {
        for _ in 1...3 {
            let goes = subjects.admit("zaak 1", readAt: subjects.moment)
            #expect(goes)
            subjects.end(["zaak 1"])
        }
    }

    @Test
    mutating func `where two came for one subject they go alone until much else was changed`() {
        _ = subjects.admit("zaak 1", readAt: 0)
        _ = subjects.admit("zaak 1", readAt: 0)
        subjects.end(["zaak 1"])
        let soon = subjects.admit("zaak 1", readAt: subjects.moment)
        for number in 1...1_000 { subjects.note(changeOf: "other \(number)") }
        let later = subjects.admit("zaak 1", readAt: subjects.moment)

        #expect(!soon && later)
    }

    @Test
    mutating func `what is about nothing that is known goes along`() {
        let goes = subjects.admit(nil, readAt: 0) && subjects.admit(nil, readAt: 0)
        #expect(goes)
    }
}
