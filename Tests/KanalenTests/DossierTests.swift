import Basics
import Foundation
import Incasso
import Kanalen
import Subprocess
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The dossier that a bailiff opens")
struct DossierTests {
    @Test(.enabled(if: Services.weasyprint && Services.pdftotext, "weasyprint or poppler-utils is not installed"))
    func `all that the inventory names is in it, can be read, and adds up to the ledger`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let dossier = try await house.dossier(of: zaak)
            let opened = try await open(dossier)
            let facts = opened["gegevens"]

            let pieces = (facts["stukken"].elements ?? []).compactMap { $0["bestand"].text }
            let names = (opened["namen"].elements ?? []).compactMap(\.text)
            #expect(names == ["inventaris.pdf", "specificatie.pdf", "dossier.json"] + pieces)
            let wrong = names.filter { $0.hasSuffix(".pdf") && opened["soorten"][$0].text != "%PDF-" }
            #expect(wrong == [])
            for letter in ["herinnering", "aanmaning", "veertiendagenbrief", "overdracht-aangekondigd"] {
                #expect(names.contains { $0.hasPrefix("brieven/") && $0.contains(letter) }, "\(letter)")
            }
            let left = try await house.brieven(to: .noor).filter { $0.verzonden != nil }.count
            #expect(names.count { $0.hasPrefix("brieven/") } == left)
            #expect(names.contains { $0.hasPrefix("bewijzen/") })

            let claims = try await house.vorderingen(of: .noor)
            #expect(facts["open"]["totaal"].money == claims.map(\.saldo.totaal).sum)
            for (told, claim) in zip(facts["vorderingen"].elements ?? [], claims) {
                let entries = told["mutaties"].elements ?? []
                #expect(entries.compactMap { $0["bedrag"].money }.sum == claim.saldo.totaal)
                #expect(told["totaal"].money == claim.saldo.totaal && told["rente"].money == claim.saldo.rente)
            }

            let (inventory, specification) = (opened["inventaris"].text ?? "", opened["specificatie"].text ?? "")
            let flat = inventory.filter { !$0.isWhitespace }
            // Long names break over lines in the table; its number tells a piece apart.
            for piece in pieces { #expect(flat.contains(piece.prefix { $0 != "-" }), "\(piece)") }
            #expect(inventory.contains(zaak.nummer) && inventory.contains("Deurwaarder Voorbeeld"))
            let total = "\(claims.map(\.saldo.totaal).sum)".replacing(".", with: ",")
            #expect(specification.contains(total), "\(total) in \(specification)")
        }
    }

    /// What another program finds in the ZIP: names, facts, how each file begins, and the words of the first two.
    private func open(_ zip: [UInt8]) async throws -> JSON {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
        try Data(zip).write(to: file)
        defer { unlink(file.path()) }
        let script = """
            import io, json, subprocess, sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            def words(name):
                return subprocess.run(["pdftotext", "-layout", "-", "-"], input=z.read(name), capture_output=True,
                                      check=True).stdout.decode()
            print(json.dumps({
                "namen": z.namelist(), "gegevens": json.loads(z.read("dossier.json")),
                "soorten": {n: z.read(n)[:5].decode("latin-1") for n in z.namelist()},
                "inventaris": words("inventaris.pdf"), "specificatie": words("specificatie.pdf")}))
            """
        let read = try await run(
            .name("env"), arguments: ["/usr/bin/python3", "-c", script, file.path()], output: .string(limit: 1 << 22))
        return try JSON(parsing: Array(read.standardOutput.utf8))
    }
}

extension TestHouse {
    /// The ZIP of the handover that runs.
    fileprivate func dossier(of zaak: Zaak) async throws -> [UInt8] {
        let packing = try #require(
            try await read { tx -> Overdracht.Packing? in
                guard let one = try tx.overdrachten.running(for: zaak.id) else { return nil }
                return try Overdracht.Packing(of: one.id, in: tx)
            })
        let binding = DossierBinding(
            inventory: packing.inventaris, specification: packing.specificatie, facts: packing.gegevens,
            pieces: packing.stukken.map { .init(name: $0.bestand, bytes: $0.bytes) })
        return try await binding.bound(by: PDFRenderer(timeout: PDFTests.patience), at: clock.now).zip
    }
}
