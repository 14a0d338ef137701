import Basics
import Foundation
import Hummingbird
import Incasso
import Journal
import Testing
import Zaken

@testable import Web

@Suite("Days and choices that the law counts with")
struct LegalDayTests {
    /// A form whose day or choice cannot be read: where it goes, what stands in it, and at which field it is refused.
    struct Unread: Sendable, CustomTestStringConvertible {
        let path: String
        let form: [String: String]
        let field: String
        var testDescription: String { "\(path) \(field)" }
    }

    static let unread = [
        Unread(
            path: "klanten/P/toestanden", form: ["soort": "wsnp", "begin": "31-02-2026", "bewijs": "register"],
            field: "toestand-begin"),
        Unread(
            path: "klanten/P/toestanden",
            form: ["soort": "wsnp", "begin": "2026-06-01", "tot": "ooit", "bewijs": "register"], field: "toestand-tot"),
        Unread(
            path: "klanten/P/toestanden", form: ["soort": "anders", "begin": "2026-06-01", "bewijs": "register"],
            field: "toestand-soort"),
        Unread(
            path: "klanten/P/machtigingen",
            form: ["iban": "NL91ABNA0417164300", "naam": "N. Noor", "soort": "eenmalig", "getekend": "gisteren"],
            field: "machtiging-getekend"),
        Unread(path: "klanten/P/pauze", form: ["tot": "volgende week", "reden": "ziek"], field: "pauze-tot"),
        Unread(
            path: "zaken/Z/vroegsignalering/bewijzen",
            form: ["soort": "contact", "dag": "2026-13-01", "kanaal": "telefoon", "bewijs": "belnotitie"],
            field: "bewijs-dag"),
        Unread(path: "zaken/Z/opschorting", form: ["bekijkOp": "later", "reden": "x"], field: "opschorting-bekijkOp"),
        Unread(path: "zaken/Z/verlenging", form: ["tot": "", "reden": "x"], field: "verlenging-tot"),
        Unread(path: "zaken/Z/contact", form: ["kanaal": "postduif", "reden": "x"], field: "contact-kanaal"),
        Unread(
            path: "zaken/Z/contact", form: ["kanaal": "telefoon", "reden": "x", "op": "31-11-2026"],
            field: "contact-op"),
        Unread(
            path: "zaken/Z/contact", form: ["kanaal": "telefoon", "reden": "x"], field: "contact-initiatiefnemer"),
    ]

    @Test(arguments: unread)
    func `a day or choice that cannot be read is refused at its field, and nothing is recorded`(_ one: Unread)
        async throws
    {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let known = try await entries(about: zaak, of: site)
            let place = one.path.replacing("P", with: zaak.partij.text).replacing("Z", with: zaak.id.text)
            let answer = try await site.post("/\(place)", one.form)
            #expect(answer.status == .unprocessableContent)
            let page = String(buffer: answer.body)
            #expect(page.contains("id=\"\(one.field)-fout\""), "the fault stands at the field")
            #expect(!page.contains("“\(one.field)”"), "and names it as people know it")
            #expect(try await entries(about: zaak, of: site) == known)
        }
    }

    /// What was recorded, but for who looked.
    private func entries(about zaak: Zaak, of site: Site) async throws -> Int {
        try await site.office.read { tx in
            let all = try [Subject.zaak(zaak.id), .klant(zaak.partij)].flatMap {
                try tx.journal.entries(of: $0, limit: 100)
            }
            return all.count { $0.kind != "ingezien" }
        }
    }

    @Test func `what may stay empty is nothing, what is wrong is said, and a day is never made up`() throws {
        let form = FormFields([("leeg", " "), ("fout", "2026-02-30"), ("goed", "2026-02-28")])
        #expect(try form.dayIfAny("leeg") == nil && form.dayIfAny("afwezig") == nil)
        #expect(try form.day("goed") == Day(2026, 2, 28))
        #expect(throws: FieldRefusal(field: "fout", reason: .notADay)) { try form.dayIfAny("fout") }
        #expect(throws: FieldRefusal(field: "leeg", reason: .missing)) { try form.day("leeg") }
        #expect(throws: FieldRefusal(field: "fout", reason: .notAnOption("2026-02-30"))) {
            try form.choice("fout", of: Rol.self)
        }
    }
}
