import Basics
import Testing

@testable import Procesbot

@Suite("Numbers and rules")
struct ReadingTests {
    @Test(
        arguments: [
            ("hooguit 80 procent", Quantity.Measure.percent, nil, 8_000), ("twee of meer dossiers", .count, 2, nil),
            ("tot en met 12 maanden", .period(.month), nil, 12), ("langer dan 24 maanden", .period(.month), 25, nil),
            ("vóór dag 55", .position(.day), nil, 54), ("€ 1.440,50", .money, 144_050, 144_050),
            ("min 40 euro", .money, -4_000, -4_000),
            ("één dossier", .count, 1, 1), ("binnen 5 werkdagen", .period(.workday), nil, 5),
            ("13 tot en met 24 maanden", .period(.month), 13, 24),
        ] as [(String, Quantity.Measure, Int?, Int?)])
    func `a number is read with its bounds`(_ text: String, _ measure: Quantity.Measure, _ lower: Int?, _ upper: Int?)
        throws
    {
        let read = QuantityReader.quantities(in: Tokenizer.tokens(of: text))

        let quantity = try #require(read.first)
        #expect(read.count == 1)
        #expect((quantity.measure, quantity.lower ?? -1, quantity.upper ?? -1) == (measure, lower ?? -1, upper ?? -1))
    }

    @Test func `sentences end at full stops but not in abbreviations`() {
        let text = SourceText("Bel dhr. Bos, bijv. vandaag. Lukt dat niet? Schrijf dan. \"Wie helpt u?\" en verder.")

        #expect(SentenceCutter.ranges(in: text, text.bytes.indices).count == 4)
    }

    @Test func `a rule is told apart from its condition`() throws {
        let adviser = try TestLibrary.adviser()
        let document = LibraryDocument(
            name: "r.md",
            text:
                "# R\n\nWoont de klant elders, kies dan een andere route. Bij overlijden stop je alles. Stuur geen brief, tenzij de klant dat vraagt."
        )
        let passage = try #require(document.passages.first)

        let rules = adviser.rules.rules(
            of: passage, passage.sentences(in: document.text, adviser.library.lexicon), in: document.text)
        #expect(rules.count == 3)
        #expect(rules.allSatisfy { $0.condition != nil })
        #expect(rules[0].action.first?.text == "kies")
    }

    @Test func `no text makes the readers fail`() throws {
        let adviser = try TestLibrary.adviser()
        let pieces = [
            "als", "de", "dag", "12", "§2.1", "euro", "min", "of", "meer", ":", "\n- ", "| a | b |\n", "# ", "dan", ",",
            ".", "?", "\"", "€", "2-3-2026", "één", "🙂",
        ]
        let content = try TestLibrary.content()
        for seed in 0..<120 {
            var random = SeededRandom(seed: UInt64(seed))
            let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let document = LibraryDocument(name: "x.md", text: "# T\n\n## H\n\n" + text)
            let own = try Adviser(Library([document]), AdviserContent(phrases: content.phrases))

            let advice = own.advise(text, on: TestLibrary.day)
            #expect(advice.route.flatMap(\.sources).allSatisfy { !$0.quote.isEmpty }, "seed \(seed)")
            _ = adviser.advise(text, facts: .string(text), on: TestLibrary.day)
        }
    }
}
