import Basics
import Bibliotheek
import Foundation
import HTTPTypes
import Hummingbird
import Journal
import Testing
import Zaken

@testable import Web

/// A question to the adviser that was asked: where it is found again, by whom, and for how long.
@Suite("A question has an address")
struct GesteldeVraagTests {
    private static let vraag = "Klant heeft al een budgetcoach. Verwijs ik door?"

    @Test func `who looks something up in the zaak comes back to the same advice, with the facts that were corrected`()
        async throws
    {
        try await Site.open { site in
            let path = try await Self.adviceOnZaak(site)
            let form = [
                "vraag": Self.vraag, "feit-1": "Klant heeft al een budgetcoach", "stand-1": "anders",
                "anders-1": "Klant heeft al een bewindvoerder",
            ]
            let asked = try await site.post(path, form)
            #expect(asked.status == .seeOther)
            let address = try #require(asked.headers[.location])
            #expect(address.hasPrefix(path) && !address.contains("budgetcoach"))

            let first = try await site.page(address)
            #expect(
                first.contains("budgetcoach. Verwijs ik door?") && first.contains("Klant heeft al een bewindvoerder"))
            _ = try await site.page(String(path.dropLast("/advies".count)))
            #expect(try await site.page(address).contains("Klant heeft al een bewindvoerder"))
        }
    }

    @Test func `asking leaves nothing at the zaak, and asking anew takes the place of the question before`()
        async throws
    {
        try await Site.open { site in
            let path = try await Self.adviceOnZaak(site)
            let zaak = try #require(try await site.zaken().first)
            let before = try await site.office.read { try $0.journal.entries(of: .zaak(zaak.id), limit: 100).count }
            let drawn = String(buffer: try await site.post(path, ["vraag": Self.vraag, "deel": "ja"]).body)
            let id = try #require(drawn.firstMatch(of: /name="gesteld" value="([0-9a-f-]{36})"/)).1
            let again = try await site.post(path, ["vraag": "Mag ik langsgaan?", "gesteld": String(id)])
            #expect(again.headers[.location] == "\(path)?gesteld=\(id)")
            #expect(try await site.page("\(path)?gesteld=\(id)").contains("Mag ik langsgaan?"))
            let after = try await site.office.read { try $0.journal.entries(of: .zaak(zaak.id), limit: 100).count }
            #expect(after == before)
            #expect(try await site.office.read { try $0.adviezen.all(of: zaak.id).isEmpty })
        }
    }

    @Test func `nobody else finds it, nor who asked it at another place, after signing out, or the next day`()
        async throws
    {
        try await Site.open { site in
            let path = try await Self.adviceOnZaak(site)
            let address = try #require(try await site.post(path, ["vraag": Self.vraag]).headers[.location])
            #expect(try await site.get("/procesbot?" + address.split(separator: "?")[1]).status == .notFound)
            #expect(try await site.get(path + "?gesteld=onzin").status == .notFound)
            try await site.signIn("anja")
            let other = try await site.get(address)
            #expect(other.status == .notFound && !String(buffer: other.body).contains("budgetcoach"))
            #expect(String(buffer: other.body).contains("Deze vraag wordt niet meer bewaard"))

            try await site.signIn("bram")
            #expect(try await site.get(address).status == .ok)
            #expect(try await site.post("/uitloggen", [:]).status == .seeOther)
            try await site.signIn("bram")
            #expect(try await site.get(address).status == .notFound)

            _ = try await site.get(path)
            let last = try #require(try await site.post(path, ["vraag": Self.vraag]).headers[.location])
            site.clock.advance(minutes: 13 * 60)
            try await site.signIn("bram")
            #expect(try await site.get(last).status == .notFound)
        }
    }

    private static func adviceOnZaak(_ site: Site) async throws -> String {
        try await site.signIn("bram")
        _ = try await site.importItems()
        let zaak = try #require(try await site.zaken().first)
        let path = "/zaken/\(zaak.id)/advies"
        _ = try await site.get(path)
        return path
    }
}

extension Site {
    /// Asks the adviser, and follows to where the answer stands.
    func ask(_ path: String, _ form: [String: String]) async throws -> TestResponse {
        let sent = try await post(path, form)
        guard sent.status == .seeOther, let place = sent.headers[.location], place.contains("gesteld=") else {
            return sent
        }
        return try await get(place)
    }
}
