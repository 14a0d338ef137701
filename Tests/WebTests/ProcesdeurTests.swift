import Basics
import Bibliotheek
import Engine
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

/// What a person who brings a new version is told before it is published.
@Suite("A new version, before it is published")
struct ProcesdeurTests {
    @Test
    func `a timer that asks for a name that is typed wrong is told with the right one, and nothing is called in order`()
        async throws
    {
        try await Site.open { site in
            let draft = try await site.brought("=termijnen.naHerinnering<", "=termijnen.naHerinering<")
            let look = try await site.page(draft)
            #expect(look.contains("de wachttijd “termijnen.naHerinering” vraagt naar “termijnen.naHerinering”"))
            #expect(look.contains("Bedoelde u “termijnen.naHerinnering”?"))
            #expect(look.contains("komen niet verder") && !look.contains("loopt nergens vast"))
            #expect(try await site.post(draft, ["reden": "nieuw"]).status == .unprocessableContent)
        }
    }

    @Test func `an example case with a message that the drawing no longer awaits says which message that is`()
        async throws
    {
        try await Site.open { site in
            let draft = try await site.brought("name=\"VorderingVoldaan\"", "name=\"VorderingBetaald\"")
            #expect(try await site.page(draft).contains("niets wacht daar op “VorderingVoldaan”. Het staat bij “"))
        }
    }

    @Test func `a term of law that becomes three days is told as that, with what the name stood for`() async throws {
        try await Site.open { site in
            let draft = try await site.brought("=termijnen.naVeertiendagenbrief<", "=duration(\"P3D\")<")
            let look = try await site.page(draft)
            #expect(
                look.contains("de wachttijd was termijnen.naVeertiendagenbrief (23 dagen), wordt 3 dagen"))
            #expect(!look.contains("een ander soort stap"))
        }
    }

    @Test func `what can never be a process or a table is refused at the door with its line, and becomes no draft`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            let text = try ProcesTests.shipped()
            let table = try String(
                contentsOf: Content.folder.appending(path: "beslissingen/klantsegment.dmn"), encoding: .utf8)
            let never: [(place: String, text: String, told: String)] = [
                ("/processen", "naam;bedrag\nJansen;12\n", "begint niet zoals XML begint"),
                ("/processen", "<html>\n<body></body>\n</html>", "dit is een webpagina (HTML)"),
                ("/processen", "\n<!DOCTYPE html>\n<p>Log in</p>", "tekenprogramma. Verwacht"),
                ("/processen", "<page/>", "het eerste element moet &lt;definitions> zijn"),
                ("/processen", "<a>\n</b>", "exporteer het opnieuw. Verwacht"),
                ("/processen", String(text.prefix(text.count / 2)), "het is niet heel"),
                ("/processen", table, "voer hem in bij Beslissingen"),
                ("/processen", "<definitions xmlns=\"urn:leeg\"/>", "er staat geen proces in dit bestand"),
                ("/beslissingen", "naam;bedrag\nJansen;12\n", "begint niet zoals XML begint"),
                ("/beslissingen", "<html></html>", "dit is een webpagina (HTML)"),
                ("/beslissingen", String(table.prefix(table.count / 2)), "het is niet heel"),
                ("/beslissingen", text, "voer het in bij Processen"),
            ]
            for (place, text, told) in never {
                _ = try await site.get(place)
                let answer = try await site.upload(place, fields: [:], file: "proef.xml", text)
                #expect(answer.status == .unprocessableContent, "\(told)")
                let page = String(buffer: answer.body).replacing("&gt;", with: ">")
                #expect(page.contains("Regel ") && page.contains(told), "\(told)")
                #expect(page.contains("Verwacht: een ") && page.contains("Er is niets bewaard."))
            }
            let drafts = try await site.office.read { try $0.ontwerpen.all(.proces) + $0.ontwerpen.all(.beslissing) }
            #expect(drafts.isEmpty)
        }
    }
}

extension Site {
    /// The page of a draft of the shipped process in which one text was changed.
    func brought(_ old: String, _ new: String) async throws -> String {
        try await signIn("cora")
        _ = try await get("/processen")
        let text = try ProcesTests.shipped()
        #expect(text.contains(old))
        let answer = try await upload("/processen", fields: [:], file: "i.bpmn", text.replacing(old, with: new))
        return try #require(answer.headers[.location])
    }
}
