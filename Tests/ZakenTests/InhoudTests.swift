import Database
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Bytes under their hash")
struct InhoudTests {
    @Test(arguments: TestDatabase.all)
    func `bytes stay while a document names them, and go with the last`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor)).id
            let file = DocumentFile(
                titel: "Brief", soort: "bijlage", richting: .ontvangen, bestandsnaam: "brief.txt",
                formaat: "text/plain", bytes: Array("van iemand anders".utf8), door: "anja")
            let hash = InhoudStore.hash(of: file.bytes)
            for _ in 1...2 { try await house.act { try Document.Filing(zaak: zaak, file: file).run(in: $0) } }
            let both = try await db.read { try $0.documenten.all(of: zaak).filter { $0.titel == "Brief" } }
            #expect(both.count == 2)
            for (document, stays) in zip(both, [true, false]) {
                try await house.act {
                    try Document.Withdrawal(document: document.id, reden: "niet van haar").run(in: $0)
                }
                #expect(try await db.read { try $0.inhoud.bytes(hash) != nil } == stays)
            }
        }
    }

    @Test func `what is asked before bytes are forgotten is all that names them in the schema`() async throws {
        try await TestDatabase.memory.with { db in
            let names = try await db.read { tx in
                try tx.rows(
                    """
                    SELECT m.name AS tabel, f."from" AS kolom FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
                    WHERE m.type = 'table' AND f."table" = 'inhoud' ORDER BY m.name, f."from"
                    """
                ).map { row -> String in
                    let (table, column): (String, String) = (try row["tabel"], try row["kolom"])
                    return "\(table).\(column)"
                }
            }
            #expect(
                names == [
                    "bronversies.hash", "bronversies.tekst", "documentversies.hash", "postbijlagen.hash",
                    "poststukken.bestand", "wijzigingsvoorstellen.bestand", "wijzigingsvoorstellen.tekst",
                ])
        }
    }
}
