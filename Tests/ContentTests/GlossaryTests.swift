import Testing

@Suite("Glossary")
struct GlossaryTests {
    @Test func `every table of the database has its word`() throws {
        let glossary = try Content.text("../docs/glossary.md")
        let sql = try Content.names("migrations", ending: ".sql").map { try Content.text("migrations/\($0).sql") }
            .joined()
        let tables = Set(sql.matches(of: /CREATE TABLE (\w+)/).map { String($0.1) })
        #expect(tables.count > 60)
        for table in tables.sorted() { #expect(glossary.contains("`\(table)`"), "\(table)") }
    }
}
