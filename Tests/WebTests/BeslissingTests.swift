import Basics
import Foundation
import Hummingbird
import Journal
import Testing
import Zaken

@testable import Web

@Suite("Decision tables over HTTP")
struct BeslissingTests {
    static let path = "/beslissingen/klantsegment"

    @Test func `the list and the table are there, and the facts in the address light up a rule`() async throws {
        try await Site.open { site in
            try await site.signIn("dirk")
            #expect(try await site.page("/beslissingen").contains("Klantsegment"))
            let plain = try await site.page(Self.path)
            #expect(plain.contains("betaalverleden") && plain.contains("<table") && plain.contains("<svg"))
            #expect(!plain.contains("class=\"here\""))

            let tried = try await site.page(
                Self.path + "?proef=1&feit.ondersteuning=nee&feit.eerdereZaken=2")

            #expect(tried.contains("&quot;herhaald&quot;"))
            #expect(tried.contains("<tr class=\"here\"><th scope=\"row\">2"))
            #expect(try await site.get(Self.path + "?versie=9").status == .notFound)
            #expect(try await site.get("/beslissingen/geen").status == .notFound)
        }
    }

    @Test func `the file can be fetched as it was published`() async throws {
        try await Site.open { site in
            try await site.signIn("dirk")
            let answer = try await site.get(Self.path + "/bestand")
            #expect(answer.headers[.contentDisposition]?.contains("klantsegment-1.dmn") == true)
            #expect(String(buffer: answer.body) == (try Self.shipped()))
        }
    }

    @Test func `who may not manage processes cannot edit or hand in`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            #expect(try await site.get(Self.path + "/bewerking").status == .forbidden)
            _ = try await site.get("/beslissingen")
            #expect(try await site.post(Self.path + "/bewerking", ["actie": "bewaar"]).status == .forbidden)
            #expect(try await site.upload("/beslissingen", fields: [:], file: "a.dmn", "<x/>").status == .forbidden)
        }
    }

    @Test func `a rule is added and moved without saving; a cell that cannot be read is named`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let form = try await site.fields(of: editing)
            #expect(form["in.1.0"] == "> 0")

            let added = try await site.post(editing, form.merging(["actie": "erbij"]) { $1 })
            #expect(String(buffer: added.body).contains("in.2.0"))
            let moved = try await site.post(editing, form.merging(["actie": "op:1"]) { $1 })
            #expect(String(buffer: moved.body).contains("name=\"in.0.0\" value=\"&gt; 0\""))
            let wrong = try await site.post(
                editing, form.merging(["actie": "bewaar", "uit.0.0": "\"eerste", "reden": "x"]) { $1 })
            #expect(wrong.status == .unprocessableContent)
            #expect(String(buffer: wrong.body).contains("aria-invalid"))
            #expect(try await site.versions().count == 1)
        }
    }

    @Test func `saving asks a reason and makes a version that is compared, and that decides from then on`() async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let changes = ["actie": "bewaar", "in.0.0": "[0..1]", "in.1.0": "> 1"]
            let form = try await site.fields(of: editing).merging(changes) { $1 }

            #expect(try await site.post(editing, form).status == .unprocessableContent)
            let saved = try await site.post(editing, form.merging(["reden": "Eén keer is geen keer."]) { $1 })
            #expect(saved.status == .seeOther)
            let late = try await site.post(editing, form.merging(["reden": "nog eens"]) { $1 })
            #expect(late.status == .conflict)

            #expect(try await site.versions().map(\.versie) == [2, 1])
            let compared = try await site.page(Self.path + "/vergelijking?oud=1&nieuw=2")
            #expect(compared.contains("<del>&gt; 0</del>"))
            let outcome = site.office.playbook.beslissingen.decide(
                "klantsegment", ["ondersteuning": false, "eerdereZaken": 1], at: site.clock.now())
            guard case .made(let made) = outcome else { return #expect(Bool(false), "\(outcome)") }
            #expect(made.waarde == "eerste" && made.versie == 2)
            #expect(try await site.page(Self.path + "?versie=1&tabel=betaalverleden").contains("&gt; 0"))
        }
    }

    @Test func `a column is added, moved and filled, the hit policy changes, and all of it is saved`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let form = try await site.fields(of: editing)
            let added = try await site.fields(in: site.post(editing, form.merging(["actie": "kolom-erbij:in"]) { $1 }))
            #expect(added["kolommen.in"] == "2" && added["in.0.1"] == "-")
            let nameless = try await site.post(editing, added.merging(["actie": "bewaar", "reden": "x"]) { $1 })
            #expect(nameless.status == .unprocessableContent)

            let filled = added.merging(["k.in.1.formule": "eerdereZaken", "k.in.1.titel": "Ooit"]) { $1 }
            let moved = try await site.fields(
                in: site.post(editing, filled.merging(["actie": "kolom-links:in:1"]) { $1 }))
            #expect(moved["k.in.0.titel"] == "Ooit" && moved["in.0.0"] == "-")
            let changes = ["actie": "bewaar", "reden": "Ook dit telt.", "trefbeleid": "first"]
            let saved = try await site.post(editing, moved.merging(changes) { $1 })
            #expect(saved.status == .seeOther)

            let file = try #require(try await site.versions().first).bron
            #expect(file.contains("hitPolicy=\"FIRST\"") && file.contains("label=\"Ooit\""))
        }
    }

    @Test func `a table with a gap is only saved by who has seen it`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let form = try await site.fields(of: editing)
            let gap = form.merging(["actie": "bewaar", "in.1.0": "> 7", "reden": "x"]) { $1 }

            let first = try await site.post(editing, gap)
            #expect(first.status == .unprocessableContent)
            #expect(String(buffer: first.body).contains("name=\"ondanks\""))
            #expect(try await site.versions().count == 1)
            #expect(try await site.post(editing, gap.merging(["ondanks": "ja"]) { $1 }).status == .seeOther)
        }
    }

    @Test func `an outcome that the column does not allow is asked about like a gap, in the editor and in a file`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=klantsegment"
            let form = try await site.fields(of: editing).merging(
                ["actie": "bewaar", "uit.1.0": "\"onzin\"", "reden": "x"]) { $1 }
            let asked = try await site.post(editing, form)
            #expect(asked.status == .unprocessableContent)
            let page = String(buffer: asked.body)
            #expect(
                page.contains("name=\"ondanks\"") && page.contains("onzin") && page.contains("staat niet in de lijst"))
            #expect(try await site.versions().count == 1)

            let text = try Self.shipped().replacing("<text>\"herhaald\"</text>", with: "<text>\"onzin\"</text>")
            _ = try await site.get("/beslissingen")
            let draft = try await site.upload("/beslissingen", fields: [:], file: "a.dmn", text)
            let path = try #require(draft.headers[.location])
            _ = try await site.get(path)
            #expect(try await site.post(path, ["reden": "x"]).status == .unprocessableContent)
            #expect(try await site.versions().count == 1)
        }
    }

    @Test func `a text without its quotes is named by rule and column, and asked about before it is saved`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=klantsegment"
            let form = try await site.fields(of: editing).merging(["uit.2.0": "eerst bellen", "reden": "x"]) { $1 }
            let checked = String(buffer: try await site.post(editing, form.merging(["actie": "kijk"]) { $1 }).body)
            #expect(checked.contains("Regel 3, uitkomstkolom 1: eerst bellen.") && checked.contains("aanhalingstekens"))
            #expect(!checked.contains("Geen gaten, geen overlap"))

            let saving = form.merging(["actie": "bewaar"]) { $1 }
            #expect(try await site.post(editing, saving).status == .unprocessableContent)
            #expect(try await site.versions().count == 1)
        }
    }

    @Test
    func `a zaak stuck at a table says that the table is the cause, in which version, and that it was mended since`()
        async throws
    {
        try await Site.open { site in
            let wrong = try Self.shipped().replacing(
                "<text>\"eerste\"</text></outputEntry>", with: "<text>eerst</text></outputEntry>")
            let publish = { (text: String) in
                try await site.office.act(as: .system("test")) { act in
                    let file = try Beslissingsbestand(bron: text)
                    try Beslissingsmodel.Publication(file, vanaf: act.today, reden: "proef").run(in: act)
                }
                try await site.office.reloadProcesses()
            }
            try await publish(wrong)
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.office.act(as: .system("test")) { try Zaak.Start(zaak: zaak.id).run(in: $0) }

            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Dit ligt aan de tabel Klantsegment, versie 2"))
            #expect(page.contains("/beslissingen/klantsegment?versie=2") && !page.contains("Dit ligt aan de tekening"))

            site.clock.advance(minutes: 60)
            try await publish(try Self.shipped() + "\n")
            let later = try await site.page("/zaken/\(zaak.id)")
            #expect(later.contains("Vastgelopen op versie 2 van de tabel Klantsegment. Nu geldt versie 3."))
            #expect(later.contains("De tabel is veranderd: probeer het opnieuw."))
        }
    }

    @Test func `a new rule is not wrong before anyone typed, and a rule taken out can be put back`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let form = try await site.fields(of: editing)
            let added = String(buffer: try await site.post(editing, form.merging(["actie": "erbij"]) { $1 }).body)
            #expect(!added.contains("aria-invalid") && added.contains("De controle volgt"))
            let gone = try await site.post(editing, form.merging(["actie": "weg:0"]) { $1 })
            let left = site.fields(in: gone)
            #expect(left["in.1.0"] == nil)
            let back = try await site.post(editing, left.merging(["actie": "terug:0"]) { $1 })
            #expect(site.fields(in: back)["in.0.0"] == form["in.0.0"])
        }
    }

    @Test func `an empty file is said to be empty, and a fact that cannot be read is named at its field`() async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let empty = try await site.upload("/beslissingen", fields: [:], file: "a.dmn", "")
            #expect(empty.status == .unprocessableContent)
            #expect(String(buffer: empty.body).contains("Dit bestand is leeg"))
            let wrong = try await site.page(Self.path + "?proef=1&feit.ondersteuning=nee&feit.eerdereZaken=twee")
            #expect(wrong.contains("is geen getal") && !wrong.contains("Uitkomst"))
            let nothing = try await site.page(Self.path + "?proef=1&feit.ondersteuning=nee")
            #expect(nothing.contains("Niet ingevuld: eerdereZaken"))
            let right = try await site.page(Self.path + "?proef=1&feit.ondersteuning=nee&feit.eerdereZaken=2")
            #expect(right.contains("geeft: eerder."))
        }
    }

    @Test func `a form of which the end did not arrive changes nothing`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            let form = try await site.fields(of: editing).merging(["actie": "bewaar", "reden": "x"]) { $1 }

            #expect(try await site.post(editing, form.filter { $0.key != "einde" }).status == .contentTooLarge)
            #expect(try await site.versions().count == 1)
        }
    }

    @Test func `a file is looked at first, with its flaws by line, and published with a reason`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let text = try Self.shipped().replacing("Nog nooit", with: "Nooit eerder")
            let broken = text.replacing("<text>&gt; 0</text>", with: "<text>&gt; (</text>")

            let bad = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", broken)
            let look = try await site.page(try #require(bad.headers[.location]))
            #expect(look.contains("van het bestand") && !look.contains("Publiceer deze"))

            let good = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", text)
            let draft = try #require(good.headers[.location])
            #expect(try await site.page(draft).contains("wordt versie 2"))
            #expect(try await site.post(draft, ["vanaf": "2099-01-01"]).status == .unprocessableContent)
            let published = try await site.post(draft, ["reden": "duidelijker", "vanaf": "2099-01-01"])
            #expect(published.status == .seeOther)
            #expect(try await site.versions().first?.geldigVanaf.description == "2099-01-01")
        }
    }

    @Test func `a file with the name of another table is asked about, and becomes another table beside it`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let other = ["model-klantsegment", "klantsegment", "betaalverleden"].reduce(try Self.shipped()) {
                text, id in
                text.replacing("id=\"\(id)\"", with: "id=\"ander-\(id)\"").replacing(
                    "\"#\(id)\"", with: "\"#ander-\(id)\"")
            }
            let taken = try await site.upload("/beslissingen", fields: [:], file: "a.dmn", other)
            let draft = try #require(taken.headers[.location])
            let look = try await site.page(draft)

            #expect(look.contains("Wat wordt dit?") && look.contains("Alleen de naam is dezelfde"))
            #expect(look.contains("value=\"andere\" checked"))
            let published = try await site.post(draft, ["reden": "erbij", "vanaf": "2099-01-01", "als": "andere"])
            #expect(published.status == .seeOther)
            #expect(published.headers[.location]?.hasPrefix("/beslissingen/klantsegment") == false)
            #expect(try await site.versions().count == 1)

            let same = try Self.shipped().replacing("Nog nooit", with: "Nooit eerder")
            let again = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", same)
            let certain = try await site.page(try #require(again.headers[.location]))
            #expect(certain.contains("wordt versie 2 van Klantsegment; versie 1 geldt vanaf het begin"))
            #expect(!certain.contains("Wat wordt dit?"))
        }
    }

    @Test func `a file that imports another says which namespace to hand in, and can be published once that is here`()
        async throws
    {
        let text = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="NAAM" namespace="urn:NAAM">IMPORT
            <decision id="ID" name="ID"><variable name="ID"/>NEED<literalExpression><text>FORMULE</text></literalExpression></decision>
            </definitions>
            """
        @Sendable func file(_ name: String, _ formula: String, _ rest: (String, String) = ("", "")) -> String {
            text.replacing("NAAM", with: name).replacing("ID", with: "d" + name).replacing("FORMULE", with: formula)
                .replacing("IMPORT", with: rest.0).replacing("NEED", with: rest.1)
        }
        let main = file(
            "hoofd", "h.dhulp + 1",
            (
                "<import name=\"h\" namespace=\"urn:hulp\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>",
                "<informationRequirement><requiredDecision href=\"urn:hulp#dhulp\"/></informationRequirement>"
            ))
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let early = try await site.upload("/beslissingen", fields: [:], file: "h.dmn", main)
            let draft = try #require(early.headers[.location])
            let look = try await site.page(draft)
            #expect(look.contains("urn:hulp") && look.contains("lever eerst het bestand met die naamruimte in"))
            #expect(!look.contains("Publiceer deze"))

            let help = try await site.upload("/beslissingen", fields: [:], file: "l.dmn", file("hulp", "40"))
            let first = try await site.post(
                try #require(help.headers[.location]), ["reden": "eerst", "vanaf": "2026-01-01"])
            #expect(first.status == .seeOther)
            let second = try await site.post(draft, ["reden": "dan", "vanaf": "2026-01-01"])
            #expect(second.status == .seeOther)
            let tried = try await site.page("/beslissingen/hoofd?proef=1")
            #expect(tried.contains("41"))
        }
    }

    @Test func `saving a table of which one cell changed leaves the line breaks and types of the rest`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/beslissingen")
            let text = try Self.shipped()
                .replacing(
                    "typeRef=\"number\"><text>eerdereZaken</text>",
                    with: "typeRef=\"integer\"><text>eerdereZaken</text>"
                )
                .replacing("<text>&gt;= 0</text>", with: "<text>&gt;=\n 0</text>")
            let taken = try await site.upload("/beslissingen", fields: [:], file: "k.dmn", text)
            let draft = try #require(taken.headers[.location])
            #expect(try await site.post(draft, ["reden": "zo"]).status == .seeOther)
            let editing = Self.path + "/bewerking?tabel=betaalverleden"
            var form = try await site.fields(of: editing)
            form["uit.0.0"] = "\"eerder\""
            form["k.in.0.waarden"] = ">= 0"
            form.merge(["actie": "bewaar", "reden": "cel", "vanaf": "2099-01-01", "ondanks": "ja"]) { $1 }

            #expect(try await site.post(editing, form).status == .seeOther)

            let saved = try #require(try await site.versions().first).bron
            #expect(saved.contains("typeRef=\"integer\"") && saved.contains("&gt;=\n 0"))
        }
    }

    @Test func `the zaak shows what was decided and why, and its person can set it otherwise`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            try await site.office.act(as: .system("test")) { try Zaak.Start(zaak: zaak.id).run(in: $0) }
            let page = try await site.page("/zaken/\(zaak.id)")
            #expect(page.contains("Klantsegment: eerste") && page.contains("regel 3 van versie 1"))

            let path = "/zaken/\(zaak.id)/besluiten"
            let form = ["variabele": "segment", "waarde": "hulp"]
            #expect(try await site.post(path, form).status == .unprocessableContent)
            #expect(try await site.post(path, form.merging(["reden": "wijkcoach"]) { $1 }).status == .seeOther)
            let after = try await site.page("/zaken/\(zaak.id)")
            #expect(after.contains("Klantsegment: hulp") && after.contains("veranderd van eerste in hulp"))
        }
    }

    static func shipped() throws -> String {
        try String(contentsOf: Content.folder.appending(path: "beslissingen/klantsegment.dmn"), encoding: .utf8)
    }
}

extension Site {
    /// A page that must be there.
    func page(_ path: String) async throws -> String {
        let answer = try await get(path)
        #expect(answer.status == .ok, "\(path)")
        let text = String(buffer: answer.body)
        #expect(!text.contains("⟨"), "\(path)")
        return text
    }

    /// What a form holds before anyone types.
    func fields(of path: String) async throws -> [String: String] { fields(in: try await page(path)) }

    func fields(in answer: TestResponse) -> [String: String] { fields(in: String(buffer: answer.body)) }

    private func fields(in text: String) -> [String: String] {
        let pairs = text.matches(of: /name="([^"]+)" value="([^"]*)"/).map { match in
            let value = String(match.2).replacing("&gt;", with: ">").replacing("&lt;", with: "<")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            return (String(match.1), value)
        }
        return Dictionary(pairs) { first, _ in first }.filter { !["actie", "csrf", "terug", "taal"].contains($0.key) }
    }

    func versions() async throws -> [Beslissingsmodel] {
        try await office.read { try $0.beslissingen.versions(of: "klantsegment") }
    }
}
