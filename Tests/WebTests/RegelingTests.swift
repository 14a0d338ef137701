import Basics
import Foundation
import Hummingbird
import Incasso
import Journal
import Testing
import Zaken

@testable import Web

@Suite("Planning an arrangement, over HTTP")
struct RegelingTests {
    @Test func `an amount gives terms and an end, answers give what fits, and the proposal enters the process`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first { $0.bedrag > .euros(1_000) })
            try await site.start(zaak)
            let path = "/klanten/\(zaak.partij)/regeling"
            let first = String(buffer: try await site.get(path).body)
            #expect(first.contains("Een regeling die past"))
            #expect(first.contains("Gewoon tempo"))
            #expect(!first.contains("⟨"))
            let day = site.clock.now().day.adding(months: 1).description
            var form = [
                "gevuld": "ja", "zaak": zaak.id.text, "perMaand": "100", "eersteDag": day,
                "leefsituatie": "alleenstaande", "netto": "2050", "vakantiegeld": "ja", "pensioen": "nee",
                "woonsituatie": "nederland", "jaarinkomen": "28000", "elders": "50",
            ]
            let computed = String(buffer: try await site.post(path, form).body)
            #expect(computed.contains("15 termijnen"))
            #expect(computed.contains("Bedoeld om van te leven"))
            #expect(!computed.contains("⟨"))
            form["netto"] = "veel"
            #expect(String(buffer: try await site.post(path, form).body).contains("Dit is geen bedrag."))
            form["netto"] = "2050"
            #expect(try await site.post(path + "/voorstel", form).status == .seeOther)
            let id = zaak.id
            let entry = try await site.office.read { try $0.journal.entries(of: .zaak(id), limit: 50) }
                .first { $0.kind == "regeling_voorgesteld" }
            #expect(entry?.content["draagkracht"]["grens"].money != nil)
            #expect(entry.map { !"\($0.content)".contains("2050") } ?? false)
        }
    }

    @Test func `who may not make an arrangement sees no planner`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.signIn("dirk")
            #expect(try await site.get("/klanten/\(zaak.partij)/regeling").status == .forbidden)
        }
    }
}
