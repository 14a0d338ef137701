import Testing

@Suite("Glossary")
struct GlossaryTests {
    @Test func `every table of the database has its word`() throws {
        let glossary = try Content.text("../docs/glossary.md")
        let sql = try Content.names("migrations", ending: ".sql").map { try Content.text("migrations/\($0).sql") }
            .joined()
        let renamed = sql.matches(of: /ALTER TABLE (\w+) RENAME TO (\w+)/)
        let tables = Set(sql.matches(of: /CREATE TABLE (\w+)/).map { String($0.1) })
            .subtracting(renamed.map { String($0.1) }).union(renamed.map { String($0.2) })
        #expect(tables.count > 60)
        for table in tables.sorted() { #expect(glossary.contains("`\(table)`"), "\(table)") }
    }
}
