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

@Suite("The library over HTTP")
struct BibliotheekPageTests {
    @Test func `a source is put in, changed and ended on the page, by who may`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/bibliotheek")
            let first = try await site.upload(
                "/bibliotheek", fields: [:], file: "poes.md", "# Poes\n\n## 1 Eten\n\nDe poes krijgt 40 gram.\n")
            let path = try #require(first.headers[.location])
            _ = try await site.upload(
                "/bibliotheek", fields: [:], file: "poes.md", "# Poes\n\n## 1 Eten\n\nDe poes krijgt 50 gram.\n")
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("<mark>40</mark> gram") && page.contains("<ins>"))
            let before = String(buffer: try await site.get(path + "/versies/1").body)
            #expect(before.contains("vervangen door versie 2") && !page.contains("vervangen door"))
            let again = try await site.upload(
                "/bibliotheek", fields: [:], file: "poes.md", "# Poes\n\n## 1 Eten\n\nDe poes krijgt 50 gram.\n")
            #expect(again.status == .unprocessableContent)
            let odd = try await site.upload("/bibliotheek", fields: [:], file: "poes.exe", "MZ")
            #expect(odd.status == .unprocessableContent)
            #expect(try await site.post(path + "/einde", ["tot": "2026-01-01"]).status == .seeOther)
            #expect(String(buffer: try await site.get(path).body).contains("vervallen"))
            try await site.signIn("anja")
            _ = try await site.get("/bibliotheek")
            #expect(try await site.upload("/bibliotheek", fields: [:], file: "a.md", "# A\n\nb\n").status == .forbidden)
        }
    }

    @Test func `the same text under the same title is told at the second source`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/bibliotheek")
            let text = "# Poes\n\n## 1 Eten\n\nDe poes krijgt elke dag 40 gram brokken en vers water.\n"
            let html = "<h1>Poes</h1><h2>1 Eten</h2><p>De poes krijgt elke dag 40 gram brokken en vers water.</p>"
            let first = try await site.upload("/bibliotheek", fields: [:], file: "poes.md", text)
            #expect(!(try await site.page(try #require(first.headers[.location])).contains("Dezelfde tekst")))
            let second = try await site.upload("/bibliotheek", fields: [:], file: "poes.html", html)
            let page = try await site.page(try #require(second.headers[.location]))
            #expect(page.contains("Dezelfde tekst staat er ook") && page.contains("poes.md"))
            let other = try await site.upload(
                "/bibliotheek", fields: [:], file: "poes2.md", "# Poes\n\n## 1 Slapen\n\nNooit op het aanrecht.\n")
            #expect(!(try await site.page(try #require(other.headers[.location])).contains("Dezelfde tekst")))
        }
    }

    @Test func `sources are searched, put in order and described on the page`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let found = String(buffer: try await site.get("/bibliotheek?zoek=draagkracht&sorteer=nieuwste").body)
            #expect(found.contains("05-betalingsregeling-en-draagkracht.md") && !found.contains("06-bijzondere"))
            #expect(String(buffer: try await site.get("/bibliotheek?zoek=zzz").body).contains("Geen bron past"))
            let id = try #require(
                try await site.office.read { tx in
                    try tx.bronnen.newest().first { $0.bron.naam.hasPrefix("05") }?.bron.id
                })
            let path = "/bibliotheek/\(id)"
            _ = try await site.get(path)
            let wrong = try await site.post(path + "/gegevens", ["van": "2026-12-01", "tot": "2026-11-01"])
            #expect(wrong.status == .unprocessableContent)
            #expect(String(buffer: wrong.body).contains("de laatste dag ligt vóór de eerste"))
            let done = try await site.post(
                path + "/gegevens", ["eigenaar": "Cora Voorbeeld", "stappen": "A.2.2 Uitvoeren belronde"])
            #expect(done.status == .seeOther)
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("Cora Voorbeeld") && page.contains("A.2.2 Uitvoeren belronde\" checked"))
            let lapse = try await site.post(path + "/einde", ["tot": "2026-12-31", "meet": "ja"])
            #expect(lapse.headers[.location]?.hasPrefix("/procesbot/voorstellen/") == true)
        }
    }
}
