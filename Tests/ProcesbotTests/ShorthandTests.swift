import Testing

@testable import Procesbot

@Suite("What people type in haste")
struct ShorthandTests {
    @Test(arguments: [
        ("kan 60 pm missen", "kan 60 per maand missen"),
        ("€ 60 p/m, mag dat?", "€ 60 per maand, mag dat?"),
        ("ja gekregen op di 6 okt 2026.", "ja gekregen op dinsdag 6 oktober 2026."),
        ("regelingen van feb en mei", "regelingen van februari en mei"),
        ("Jan belt om 9 uur, do the math pm", "Jan belt om 9 uur, do the math pm"),
        ("zo doen we dat, za niet", "zo doen we dat, za niet"),
        ("welk bedrag max pm en hoeveel mnd", "welk bedrag maximaal per maand en hoeveel maanden"),
    ])
    func `a term or a day in short is read in full, and nothing else`(_ typed: String, _ read: String) {
        #expect(Shorthand.expanded(typed) == read)
    }

    @Test func `a day typed in short is counted from, and is no word that the library lacks`() throws {
        let text =
            "# Pauze\n\n## Rust\n\nNa het ja van de klant ligt alles 60 dagen stil. Dag 1 is de dag van het ja.\n"
        let adviser = try TestLibrary.adviser(of: [("pauze.md", text)])

        let advice = adviser.advise("ja gekregen op di 6 okt 2026. tot wanneer ligt alles stil", on: TestLibrary.day)

        #expect(advice.route.contains { $0.step.contains("4 december 2026") }, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        ("mag ik dat doornemen", "doornemen", true), ("is dat geprikt", "geprikt", true),
        ("mag het doornemen", "doornemen", false), ("is er een paspoort", "paspoort", false),
    ])
    func `an unknown word looks like a verb by its end, and not behind an article`(
        _ text: String, _ word: String, _ isVerb: Bool
    ) throws {
        let tokens = Tokenizer.tokens(of: text)
        let place = try #require(tokens.firstIndex { $0.text == word })

        #expect(tokens.isVerb(at: place) == isVerb)
    }

    @Test func `a word cut off before a vowel is read as the only one that begins so`() {
        let spelling = Spelling(["dagtekening", "dagtekeningen", "aanmaning", "aanmelding", "verjaardag", "waterschap"])

        #expect(spelling.completions("dagtek", isCut: false) == ["dagtekening"])
        #expect(spelling.completions("aanm", isCut: true) == [])
        #expect(spelling.completions("aanman", isCut: true) == ["aanmaning"])
        #expect(spelling.completions("verjaard", isCut: false) == [])
        #expect(spelling.completions("water", isCut: false) == [])
    }

    @Test func `the letters of a name in a heading stand for it, and an everyday word for itself`() throws {
        let text = "# Werkwijze Huis van Geld\n\n## Aanmelden bij Nieuwe Start\n\nMeld de klant binnen 4 dagen aan.\n"
        let library = try TestLibrary.adviser(of: [("a.md", text)]).library

        #expect(library.inFull("wanneer meld ik bij NS?") == "wanneer meld ik bij Nieuwe Start?")
        #expect(library.inFull("hvg belde, en nu") == "Huis van Geld belde, en nu")
        #expect(library.inFull("is dat zo") == "is dat zo")
    }
}
