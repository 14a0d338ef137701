import Basics
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("The journal and accounts over HTTP")
struct JournaalTests {
    @Test func `the journal is narrowed by kind, person and zaak before it is cut into pages`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaken = try await site.zaken()
            _ = try await site.get("/zaken/\(zaken[0].id)")
            _ = try await site.post("/zaken/\(zaken[0].id)/notities", ["tekst": "eerst"])
            for number in 0..<101 {
                _ = try await site.post("/zaken/\(zaken[1].id)/notities", ["tekst": "later \(number)"])
            }
            try await site.signIn("bram")
            let found = try await site.page("/journaal?soort=notitie&over=\(zaken[0].nummer)")
            #expect(found.components(separatedBy: "Notitie geschreven").count == 3)
            #expect(try await site.page("/journaal?door=anja").contains("Anja Voorbeeld"))
            #expect(try await site.page("/journaal?soort=notitie").contains("/journaal?soort=notitie&amp;voor="))
        }
    }

    @Test func `an administrator changes role, groups and password of an account, and not of their own`() async throws {
        try await Site.open { site in
            try await site.signIn("els")
            _ = try await site.get("/beheer")
            let users = try await site.office.read { try $0.gebruikers.all() }
            let anja = try #require(users.first { $0.login == "anja" })
            let els = try #require(users.first { $0.login == "els" })
            let form = ["rol": "lezer", "groep": "incasso", "wachtwoord": "een ander lang wachtwoord"]
            #expect(try await site.post("/beheer/gebruikers/\(anja.id)", form).status == .seeOther)
            let changed = try await site.office.read { try $0.gebruikers.find(anja.id) }
            #expect(changed?.role == .lezer)
            #expect(changed?.groepen == ["incasso"])
            #expect(try await site.post("/beheer/gebruikers/\(els.id)", form).status == .unprocessableContent)
            let short = try await site.post("/beheer/gebruikers/\(anja.id)", ["wachtwoord": "kort"])
            #expect(short.status == .unprocessableContent)
        }
    }
}
