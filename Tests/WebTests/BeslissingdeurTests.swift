import Basics
import Bibliotheek
import Engine
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

/// What a person who brings a new decision table is told before it counts.
@Suite("A new decision table, before it counts")
struct BeslissingdeurTests {
    /// Who is late for the first time is taken for one who needs help.
    private func changed() throws -> String {
        let (old, new) = ("<text>\"eerste\"</text></outputEntry>", "<text>\"hulp\"</text></outputEntry>")
        var text = try BeslissingTests.shipped()
        let last = try #require(text.range(of: old, options: .backwards))
        #expect(text[last.upperBound...].contains("De eerste achterstand"))
        text.replaceSubrange(last, with: new)
        return text
    }

    @Test func `the example cases that a table makes red are shown by name, and it is kept only with a tick`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let taken = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", try changed())
            let draft = try #require(taken.headers[.location])
            let look = try await site.page(draft)
            #expect(look.contains("voorbeeldzaken gaan met deze tabel anders dan beschreven"))
            #expect(look.contains("Kwam niet langs “") || look.contains("Het staat bij “"))

            let refused = try await site.post(draft, ["reden": "meer hulp"])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Er is nog niets bewaard"))
            #expect(try await site.versions().count == 1)
            #expect(try await site.post(draft, ["reden": "meer hulp", "ondanks": "ja"]).status == .seeOther)
            #expect(try await site.versions().count == 2)
        }
    }

    @Test func `a table that is typed on screen is held against the example cases too`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = "/beslissingen/klantsegment/bewerking?tabel=klantsegment"
            var form = try await site.fields(of: editing)
            form["uit.2.0"] = "\"hulp\""
            form.merge(["actie": "bewaar", "reden": "meer hulp"]) { $1 }
            let refused = try await site.post(editing, form)
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("voorbeeldzaken gaan met deze tabel anders dan beschreven"))
            form["ondanks"] = "ja"
            #expect(try await site.post(editing, form).status == .seeOther)
        }
    }

    @Test func `a table does not count from a day that is over: what was decided keeps its version`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let text = try BeslissingTests.shipped().replacing("Nog nooit", with: "Nooit eerder")
            let taken = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", text)
            let draft = try #require(taken.headers[.location])
            let refused = try await site.post(draft, ["reden": "zo", "vanaf": "2020-01-01"])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("Deze dag is al voorbij. Wat tot vandaag is besloten"))
            #expect(try await site.versions().count == 1)
            #expect(try await site.post(draft, ["reden": "zo"]).status == .seeOther)
        }
    }
}
