import Basics
import Testing

@testable import Kanalen

@Suite("Letters")
struct LetterTests {
    let templates: LetterTemplates

    init() throws { templates = try ShippedLetters.read() }

    @Test(arguments: ["nl", "en"])
    func `every letter that ships is made in both languages`(language: String) throws {
        #expect(templates.all.count == 15)
        for template in templates.all {
            let letter = try templates.letter(template.code, facts: LetterFacts.all, language: language)
            #expect(!letter.subject.isEmpty)
            #expect(!letter.html.contains("{{") && !letter.text.contains("{{"), "\(template.code)")
            #expect(letter.html.contains("lang=\"\(language)\""))
            #expect(OutsideReferences(in: letter.html).found.isEmpty)
        }
    }

    @Test func `amounts and days are written as the language writes them`() throws {
        let dutch = try templates.letter("herinnering", facts: LetterFacts.all)
        let english = try templates.letter("herinnering", facts: LetterFacts.all, language: "en")

        #expect(dutch.subject == "Herinnering: €\u{A0}1.812,45 staat nog open")
        #expect(dutch.html.contains("15\u{A0}december\u{A0}2026"))
        #expect(dutch.html.contains("NL13\u{A0}TEST\u{A0}0123\u{A0}4567\u{A0}89"))
        #expect(dutch.html.contains("8202\u{A0}6000\u{A0}1230\u{A0}0042"))
        #expect(english.subject == "Reminder: €1,812.45 is still open")
        #expect(english.html.contains("15\u{A0}December\u{A0}2026"))
    }

    @Test func `a name is made safe on the page and left as it is in the mail`() throws {
        let letter = try templates.letter("herinnering", facts: LetterFacts.all)

        #expect(letter.html.contains("Noor Wilgenroos &amp; &lt;zoon&gt;"))
        #expect(!letter.html.contains("<zoon>"))
        #expect(letter.text.hasPrefix("Beste Noor Wilgenroos & <zoon>,"))
        #expect(letter.text.contains("Naar rekening: NL13"))
    }

    @Test(arguments: [
        ("kenmerk", nil as String?, "kenmerk"), ("iban", "schuldeiser", "schuldeiser.iban"),
        ("vorderingen", nil, "vorderingen"), ("hoofdsom", "saldo", "saldo.hoofdsom"),
    ])
    func `a fact that is missing is named`(name: String, group: String?, path: String) {
        #expect(throws: LetterFault.missingFact(path, template: "veertiendagenbrief")) {
            try templates.letter("veertiendagenbrief", facts: LetterFacts.without(name, in: group))
        }
    }

    @Test func `a fact that is missing in a row is named with its place`() {
        var facts = LetterFacts.all
        facts["vorderingen"] = [["factuurnummer": "1", "omschrijving": "Huur", "vervaldatum": "2026-10-01"]]

        #expect(throws: LetterFault.missingFact("vorderingen[0].bedrag", template: "herinnering")) {
            try templates.letter("herinnering", facts: facts)
        }
    }

    @Test func `a letter can do without what may be absent`() throws {
        var facts = LetterFacts.without("betaallink")
        facts["klant"]["adres"] = .null
        facts["schuldeiser"]["wki"] = .null

        let letter = try templates.letter("herinnering", facts: facts)

        #expect(!letter.html.contains("betaal online"))
        #expect(!letter.html.contains("Register incassodienstverlening"))
    }

    @Test func `a fact of another kind is refused`() {
        var facts = LetterFacts.all
        facts["betaalVoor"] = "binnenkort"

        #expect(throws: LetterFault.wrongKind("betaalVoor", needed: .day, template: "herinnering")) {
            try templates.letter("herinnering", facts: facts)
        }
    }

    @Test func `an unknown letter is refused and an unknown language becomes Dutch`() throws {
        #expect(throws: LetterFault.unknownTemplate("dreigbrief")) {
            try templates.letter("dreigbrief", facts: LetterFacts.all)
        }
        #expect(try templates.letter("herinnering", facts: LetterFacts.all, language: "fy").text.hasPrefix("Beste"))
    }
}

@Suite("Letter templates are checked when they are read")
struct TemplateCheckTests {
    private func check(_ text: String) throws(LetterFault) {
        try TemplateCheck(texts: ["a": text, "b": "ja"], facts: []).check("a")
    }

    @Test func `a name without a fact is found`() {
        #expect(throws: LetterFault.undeclaredName("klant.bsn", file: "a")) { try check("{{klant.bsn}}") }
    }

    @Test(arguments: ["{{{onderwerp}}}", "{{&onderwerp}}"])
    func `text that is not made safe is found`(text: String) {
        #expect(throws: LetterFault.unescaped("onderwerp", file: "a")) { try check(text) }
    }

    @Test func `a part that is not there is found`() {
        #expect(throws: LetterFault.missingPart("c", file: "a")) { try check("{{> b}}{{> c}}") }
    }

    @Test func `a part that includes itself does not go round for ever`() throws {
        try TemplateCheck(texts: ["a": "{{> a}}"], facts: []).check("a")
    }
}

@Suite("Costs and interest in a letter")
struct LetterCostsTests {
    @Test func `costs have a row of their own and interest of nothing has none`() throws {
        let html = try ShippedLetters.read().letter("overdracht_aangekondigd", facts: LetterFacts.all).html

        #expect(html.contains("<td colspan=\"3\">Incassokosten</td><td class=\"bedrag\">€\u{A0}121,87</td>"))
        #expect(!html.contains("Rente"))
        #expect(html.contains("<td colspan=\"3\">Totaal</td><td class=\"bedrag\">€\u{A0}1.812,45</td>"))
    }
}
