import Basics
import Testing

@testable import Procesbot

@Suite("How people talk around what they ask")
struct SpokenTests {
    private func told(_ text: String) throws -> [Statement] {
        try TestLibrary.adviser().statements.statements(in: text, origin: .question)
    }

    @Test func `what people say around a question weighs nothing where a library lacks it`() throws {
        let adviser = try TestLibrary.adviser(of: [
            ("a.md", "# Opslag\n\n## Verhuisdozen\n\nVerhuisdozen staan hooguit 30 dagen in de opslag.\n")
        ])
        let query = adviser.library.query(
            Tokenizer.tokens(of: "Ergens gisteravond vertelde haar tweeling huilend over de verhuisdozen in een kluis")
        )
        let heavy = query.filter { $0.weight > 0.2 }.map(\.term.token.text)

        #expect(heavy == ["verhuisdozen", "kluis"])
    }

    @Test func `behind a fact of two words a new clause may begin, and a denial with more force is none`() throws {
        #expect(
            try told("uitkering gestopt en er komt niets meer binnen").map(\.text) == [
                "uitkering gestopt", "er komt niets meer binnen",
            ])
        #expect(try told("Ik krijg haar maar niet te pakken").map(\.text) == ["Ik krijg haar maar niet te pakken"])
    }

    @Test func `a town that stands by itself needs no capital`() throws {
        #expect(try told("nijmegen, uitkering gestopt").flatMap(\.places).map(\.name) == ["nijmegen"])
        #expect(try told("ik ben best tevreden").flatMap(\.places).isEmpty)
    }

    @Test(arguments: [
        ("Ze gaat naar haar zus en wil weten tot welke datum ze rust heeft", "tot welke datum ze rust heeft"),
        ("Klant belt. Hij vraagt of zijn regeling kan verhuizen naar mei.", "of zijn regeling kan verhuizen naar mei"),
        ("Uiterlijk wanneer laten ze weten of er plek is", "Uiterlijk wanneer laten ze weten of er plek is"),
        ("moet ik de klant vragen of hij een uitkering heeft", "moet ik de klant vragen of hij een uitkering heeft"),
    ])
    func `a story without a question mark asks what it reports that someone asks`(_ text: String, _ asked: String) {
        let form = QuestionForm(text, Tokenizer.tokens(of: text))
        let words = Tokenizer.tokens(of: asked).map(\.text)

        #expect(form.asking.map(\.text) == words)
    }

    @Test func `of a double question that asks a date, the part that asks it counts`() {
        let text = "Uiterlijk welke dag moet ik bellen, en loopt de pauze intussen door?"
        let form = QuestionForm(text, Tokenizer.tokens(of: text))

        #expect(form.askingMoment.map(\.text) == ["uiterlijk", "welke", "dag", "moet", "ik", "bellen"])
    }

    @Test(arguments: [
        ("meegeven", "geef het nummer mee"), ("doorgeven", "geef het bericht door"), ("opgeven", "geef dat op"),
        ("doorsturen", "het briefje door te sturen"), ("kwijtschelden", "kosten kwijt te schelden"),
    ])
    func `a verb is the same in two parts, also one that begins with ge of itself`(_ whole: String, _ parts: String)
        throws
    {
        let lexicon = try TestLibrary.adviser().library.lexicon
        let one = try #require(lexicon.terms(of: whole).first)

        #expect(lexicon.terms(of: parts).contains { $0.isJoined && $0.likeness(to: one) == 1 })
    }

    @Test(arguments: [
        ("leden tot en met 17 jaar", true), ("kinderen onder 12 jaar", true), ("Bel de klant minstens 3 keer", false),
        ("een vordering die langer dan 5 jaar openstaat", false), ("geef de klant maximaal 2 jaar", false),
        ("bewaar ze minstens 7 jaar", false),
    ])
    func `only of people a bound in years is an age`(_ text: String, _ isAge: Bool) {
        #expect(QuantityReader.quantities(in: Tokenizer.tokens(of: text)).first?.isAge == isAge)
    }
}
