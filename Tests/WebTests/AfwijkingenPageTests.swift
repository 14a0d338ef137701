import Basics
import Bibliotheek
import Database
import Dmn
import Engine
import Foundation
import Hummingbird
import Procesbot
import Testing
import Zaken

@testable import Web

@Suite("Deviations alike over HTTP")
struct AfwijkingenPageTests {
    @Test func `five deviations alike are put to the process owner with a draft that opens as any other`() async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let now = site.clock.now()
            try await site.office.database.write { tx in
                for (number, to) in (0..<10).map({ ($0, $0 < 5 ? "A.2.4" : "A.3.1") }) {
                    try tx.run(
                        """
                        INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door)
                        VALUES (\("a\(number)"), \(zaak.id), 'A.2.2', \(to), 'klant wil een brief', NULL, \(now), 'anja')
                        """)
                }
            }
            try await site.signIn("cora")
            let path = "/procesbot/afwijkingen"
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("5 keer") && page.contains("Maak een ontwerp met deze keuze"))
            #expect(page.contains("Teken deze keuze zelf"))
            #expect(try await site.post(path, ["van": "A.2.2", "naar": "A.3.1"]).status == .notFound)
            let made = try await site.post(path, ["van": "A.2.2", "naar": "A.2.4"])
            let draft = try #require(made.headers[.location])
            #expect(draft.hasPrefix("/ontwerpen/proces/"))
            let look = String(buffer: try await site.get(draft).body)
            #expect(look.contains("Gaat het anders?") && look.contains("zoals getekend"))
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.proces).first })
            #expect(try Deployment(bron: kept.bron).definition().nodes.contains { $0.id == "keuze-na-A.2.2" })
        }
    }

    @Test func `deviations between the same steps part by their facts`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let now = site.clock.now()
            let before = #"{"klantsegment/Betaalverleden":"eerder","segment":"herhaald","saldo.aantal":1}"#
            let many = #"{"klantsegment/Betaalverleden":"eerste","segment":"eerste","saldo.aantal":4}"#
            try await site.office.database.write { tx in
                for number in 0..<10 {
                    try tx.run(
                        """
                        INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door, feiten)
                        VALUES (\("a\(number)"), \(zaak.id), 'A.2.1.aanmanen', 'A.2.2', 'eerst bellen', '02 §2.4', \(now),
                            'anja', \(number < 5 ? before : many))
                        """)
                }
            }
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            #expect(page.matches(of: /5 keer/).count == 2 && page.contains("02 §2.4"))
            #expect(page.contains("Betaalverleden (tabel klantsegment): eerder"))
        }
    }
}
