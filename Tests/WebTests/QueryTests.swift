import Basics
import Hummingbird
import Testing

@testable import Web

@Suite("What is asked in an address")
struct QueryTests {
    @Test func `words with a space between them are found as a browser sends them, and a plus that is meant stays one`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            for query in ["intern+of+extern", "intern%20of%20extern"] {
                let found = String(buffer: try await site.get("/bibliotheek?zoek=\(query)").body)
                #expect(found.contains("Routekeuze: intern of extern"), "\(query)")
                #expect(found.contains("value=\"intern of extern\""), "\(query)")
            }
            let meant = String(buffer: try await site.get("/bibliotheek?zoek=A%2BB").body)
            #expect(meant.contains("value=\"A+B\"") || meant.contains("value=\"A&#43;B\""))
        }
    }

    @Test func `a long question is answered the same by its address as by a form, one that is too long is refused`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            let story = String(repeating: "De klant belde vanochtend over de brief van vorige week. ", count: 10)
            let question = story + "Hoe lang mag een memo zijn?"
            func route(_ answer: TestResponse) throws -> JSON {
                try JSON(parsing: String(buffer: answer.body))["route"]
            }
            let asked = try await site.get("/api/advies?vraag=" + question.formEncoded)
            _ = try await site.get("/procesbot")
            let sent = try await site.post("/api/advies", ["vraag": question])
            #expect(try route(asked) == route(sent) && route(asked).elements?.isEmpty == false)

            let long = String(repeating: "Hoe lang mag een memo zijn? ", count: 90)
            let refused = try await site.get("/api/advies?vraag=" + long.formEncoded)
            #expect(refused.status == .uriTooLong)
            #expect(try JSON(parsing: String(buffer: refused.body))["fout"] == "te_lang")
            _ = try await site.get("/procesbot")
            let form = try await site.post("/api/advies", ["vraag": long])
            #expect(form.status == .unprocessableContent && String(buffer: form.body).contains("2.000 tekens"))
            let page = try await site.get("/bibliotheek?zoek=" + long.formEncoded)
            #expect(page.status == .uriTooLong && String(buffer: page.body).contains("Dit is te lang"))
        }
    }
}
