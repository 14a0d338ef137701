import Basics
import Database
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Recht
import Testing
import Zaken

@testable import Web

@Suite("What a municipality reports back, and who may end a state, over HTTP")
struct TerugmeldingPageTests {
    @Test func `a result is recorded by hand, shown with its signal, and holds the gate until it is weighed`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            let signal = try await site.signal()
            let page = "/zaken/\(signal.zaak)/vroegsignalering"
            #expect(String(buffer: try await site.get(page).body).contains("Wat kwam ervan bij de gemeente?"))
            let path = "/signalen/\(signal.id)/terugmelding"
            #expect(try await site.post(path, ["uitslag": "advies"]).status == .unprocessableContent)
            let early = ["uitslag": "advies", "dag": "2020-01-01"]
            #expect(try await site.post(path, early).status == .unprocessableContent)
            let today = site.clock.now().day.description
            let told = ["uitslag": "advies", "dag": today, "toelichting": "gebeld met het wijkteam"]
            #expect(try await site.post(path, told).status == .seeOther)
            let shown = String(buffer: try await site.get(page).body)
            #expect(shown.contains("advies of snelle hulp gegeven") && shown.contains("gebeld met het wijkteam"))
            #expect(shown.contains("vastgelegd door Anja Voorbeeld") && !shown.contains("⟨"))
            let id = signal.zaak
            let asked = try await site.office.read { try $0.taken.waiting(for: id) }
            #expect(asked.contains { $0.stap == "signaal_uitslag" && $0.waarom.contains("quick fix") })
            try await site.signIn("dirk")
            #expect(try await site.post(path, told).status == .forbidden)
        }
    }

    @Test func `a municipality reports by a call with its key, on its own signals only`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            let signal = try await site.signal()
            let code = signal.gemeentecode
            try await site.office.act(as: .system("beheer")) { act in
                try act.tx.gemeenten.put(Gemeente(code: code, naam: "Rotterdam", plaatsen: ["Rotterdam"]))
                try act.tx.gemeenten.give(terugmeldsleutel: "open-sesam", to: code)
            }
            let today = site.clock.now().day
            func body(_ code: String, _ day: Day? = nil) -> String {
                """
                {"aanleverdatumEnTijd": "\(day ?? today)T10:00:00Z", "einddatumLevering": "\(today)", "leveringen": [
                  {"gemeentecode": "\(code)", "vroegsignaalzaken": [{"resultaat": "Geen reactie na eerder contact",
                    "vroegsignalen": [{"ID": "\(signal.id)"}]}]}]}
                """
            }
            let path = "/api/gemeente/terugmeldingen"
            #expect(try await site.call(path, key: "anders", body(code)).status == .unauthorized)
            #expect(try await site.call(path, key: "open-sesam", "[").status == .badRequest)
            for (language, expected) in [("nl", "Verwacht: die dag of later"), ("en", "Expected: that day or later")] {
                let early = try await site.call(path, key: "open-sesam", body(code, today - 1), language)
                #expect(early.status == .ok && String(buffer: early.body).contains(expected))
                #expect(String(buffer: early.body).contains("aanleverdatumEnTijd"))
            }
            let late = try await site.call(path, key: "open-sesam", body(code, today + 1))
            #expect(late.status == .badRequest && String(buffer: late.body).contains("Deze dag moet nog komen"))
            let other = try await site.call(path, key: "open-sesam", body("9998"))
            #expect(String(buffer: other.body).contains("onbekend"))
            let taken = try await site.call(path, key: "open-sesam", body(code))
            #expect(taken.status == .ok && String(buffer: taken.body).contains("nieuw"))
            let id = signal.zaak
            #expect(try await site.office.read { try $0.terugmeldingen.all(of: id) }.map(\.uitslag) == [.geenReactie])
        }
    }

    @Test func `each reason to reject a line has words in both languages`() throws {
        for language in Language.allCases {
            let words = try Words(language, directory: Content.folder.appending(path: "teksten").path)
            for reason in LineRejection.Reason.allCases {
                #expect(words.rejection(reason.rawValue) != reason.rawValue)
            }
        }
    }

    @Test func `who may do taken but not change what is known of a person ends no state`() async throws {
        let content = try Content.withRoles { $0.replacing("klant.zien, klant.bijwerken, ", with: "klant.zien, ") }
        defer { try? FileManager.default.removeItem(at: content) }
        try await Site.open(content: content) { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.start(zaak)
            let partij = zaak.partij
            try await site.office.act(as: .system("test")) { act in
                _ = try Toestand.Beginning(
                    partij: partij, soort: .wsnp, begin: act.today, bewijs: "register", door: Medewerker("bram")
                ).run(in: act)
            }
            let id = zaak.id
            let taak = try #require(
                try await site.office.read { try $0.taken.waiting(for: id) }.first { $0.stap == "A.4.1" })
            let over = ["soort": "wsnp", "sinds": "2026-01-01", "uitkomst": "hervatten", "toelichting": "Klaar."]
            _ = try await site.get("/zaken/\(id)")
            #expect(try await site.post("/taken/\(taak.id)/afronding", over).status == .forbidden)
            let state = try #require(try await site.office.read { try $0.toestanden.all(of: partij).first })
            #expect(try await site.post("/toestanden/\(state.id)/einde", ["reden": "klaar"]).status == .forbidden)
            #expect(state.opgeheven == nil)
        }
    }
}

extension Content {
    /// The content with other roles, beside it.
    static func withRoles(_ change: (String) -> String) throws -> URL {
        let files = FileManager.default
        let copy = files.temporaryDirectory.appending(path: "rollen-\(UUID())")
        try files.copyItem(at: folder, to: copy)
        let roles = try String(contentsOf: folder.appending(path: "rollen/rollen.yaml"), encoding: .utf8)
        try change(roles).write(
            to: copy.appending(path: "rollen/rollen.yaml"), atomically: true, encoding: .utf8)
        return copy
    }
}

extension Site {
    /// A signal that a municipality has.
    fileprivate func signal() async throws -> Signaal {
        _ = try await importItems()
        let zaak = try #require(try await zaken().first)
        try await start(zaak)
        let recht = try RechtTables(reading: { name in
            try String(contentsOf: Content.folder.appending(path: "recht/\(name)"), encoding: .utf8)
        })
        return try await office.act(as: .system("test")) { act in
            try act.tx.run("UPDATE vorderingen SET soort = 'huur' WHERE zaak_id = \(zaak.id)")
            for soort in [Bewijsstuk.Soort.contact, .schuldhulp, .herinnering, .aanbod] {
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: soort, dag: act.today, kanaal: "telefoon", dagdeel: .ochtend, bereikt: true,
                    bewijs: "proef", door: Medewerker("anja")
                ).run(in: act)
            }
            guard case .gegeven(let one) = try Signaal.Giving(zaak: zaak.id, door: "anja").run(in: act, recht: recht)
            else { throw ZaakRefusal.unknownZaak }
            return one
        }
    }

    /// A call of a municipality with its key.
    fileprivate func call(
        _ path: String, key: String, _ body: String, _ language: String = "nl"
    ) async throws -> TestResponse {
        let headers: HTTPFields = [.authorization: "Bearer \(key)", .acceptLanguage: language]
        return try await send(.post, path, headers, body: ByteBuffer(string: body))
    }
}
