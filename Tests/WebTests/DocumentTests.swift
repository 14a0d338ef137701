import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("Documents over HTTP")
struct DocumentTests {
    private func visit(_ body: @escaping @Sendable (Site, Zaak) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.get("/zaken/\(zaak.id)")
            try await body(site, zaak)
        }
    }

    @Test(arguments: [
        ("brief.pdf", "", "leeg"), ("", "tekst", "Kies eerst een bestand"),
        ("factuur.exe", "tekst", "programma of script"),
        ("factuur.pdf", "MZ\u{90}\u{0}\u{3}", "programma of script"),
        ("nota.txt", "#!/bin/sh\nrm x", "programma of script"),
        ("nota.pdf", "\u{7F}ELF\u{2}", "programma of script"), ("los.LNK", "x", "programma of script"),
    ])
    func `a file that is empty, missing or a program is refused in words, and what stood beside it stays`(
        _ name: String, _ content: String, _ why: String
    ) async throws {
        try await visit { site, zaak in
            let answer = try await site.upload(
                "/zaken/\(zaak.id)/documenten", fields: ["titel": "Loonstrook juni", "richting": "in"], file: name,
                content)
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains(why))
            #expect(page.contains("value=\"Loonstrook juni\"") && page.contains("id=\"document-fout\""))
            #expect(try await site.office.read { try $0.documenten.all(of: zaak.id) }.isEmpty)
        }
    }

    @Test func `a file that is not what its name says is refused, and a newer version is of the same kind`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let path = "/zaken/\(zaak.id)"
            _ = try await site.get(path)
            let fake = try await site.upload(path + "/documenten", fields: [:], file: "brief.pdf", "hallo wereld")
            #expect(fake.status == .unprocessableContent)
            #expect(String(buffer: fake.body).contains("Dit heet een pdf en is het niet"))
            #expect(
                try await site.upload(path + "/documenten", fields: [:], file: "plan.txt", "een").status == .seeOther)
            let document = try #require(try await site.office.read { try $0.documenten.all(of: zaak.id).first })
            _ = try await site.get(path)
            let other = try await site.upload(
                "/documenten/\(document.id)/versies", fields: [:], file: "plan.svg", "<svg/>")
            #expect(other.status == .unprocessableContent)
            #expect(String(buffer: other.body).contains("De versies hiervoor zijn een txt"))
        }
    }

    @Test func `a newer version stands in the place of an earlier one, which can still be read`() async throws {
        try await visit { site, zaak in
            let path = "/zaken/\(zaak.id)"
            let form = ["titel": "Plan", "richting": "intern", "status": "in_bewerking"]
            #expect(
                try await site.upload(path + "/documenten", fields: form, file: "plan.txt", "eerst").status == .seeOther
            )
            let first = try #require(try await site.office.read { try $0.documenten.all(of: zaak.id) }.first)
            #expect(first.status == .inBewerking)
            #expect(String(buffer: try await site.get(path).body).contains("in bewerking"))
            let versions = "/documenten/\(first.id)/versies"
            let final = ["richting": "intern", "status": "definitief"]
            #expect(try await site.upload(versions, fields: final, file: "plan.txt", "later").status == .seeOther)
            #expect(String(buffer: try await site.get("/documenten/\(first.id)").body) == "later")
            #expect(String(buffer: try await site.get("/documenten/\(first.id)?versie=1").body) == "eerst")
            let second = try await site.office.read { try $0.documenten.find(first.id) }
            #expect(second?.versie.nummer == 2 && second?.status == .definitief)
            #expect(String(buffer: try await site.get(path).body).contains("/documenten/\(first.id)?versie=1"))
        }
    }

    @Test func `a document is taken back with a reason, and stays to be read`() async throws {
        try await visit { site, zaak in
            let path = "/zaken/\(zaak.id)"
            _ = try await site.upload(path + "/documenten", fields: [:], file: "van-een-ander.txt", "x")
            let one = try #require(try await site.office.read { try $0.documenten.all(of: zaak.id) }.first)
            let refused = try await site.post("/documenten/\(one.id)/intrekking", ["reden": " "])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("id=\"intrekking-\(one.id)-fout\""))
            let done = try await site.post("/documenten/\(one.id)/intrekking", ["reden": "hoort bij een ander"])
            #expect(done.status == .seeOther)
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("hoort bij een ander") && page.contains("class=\"retracted\""))
            #expect(try await site.get("/documenten/\(one.id)").status == .ok)
            #expect(
                try await site.upload("/documenten/\(one.id)/versies", fields: [:], file: "a.txt", "y").status
                    == .unprocessableContent)
        }
    }

    @Test func `a script is told where to look, so that the sentence is still there`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.get("/imports")
            let answer = try await site.upload(
                "/imports", fields: ["soort": "posten", "schuldeiser": "demo"], file: "posten.csv", TestOffice.items,
                by: "XMLHttpRequest")
            #expect(answer.status == .created)
            #expect(answer.headers[.location]?.hasPrefix("/imports/") == true)
        }
    }
}
