import Testing

@testable import Procesbot

@Suite("Sums that a work instruction writes out with signs")
struct WrittenSumTests {
    private static let text = """
        # Zaalverhuur

        ## Huur terug bij opzeggen

        Formule: terug = maandhuur × (dagen van de maand na de opzegdag ÷ alle dagen van die maand), afgerond op hele centen.

        ## Termijn

        Formule: termijn = openstaand bedrag ÷ aantal maanden, naar boven afgerond op hele euro's. De laatste termijn is wat dan nog over is.

        ## Borg

        Formule: borg = 20 procent van de huurprijs, met een minimum van € 50 en een maximum van € 300.

        ## Hoe ver iemand achter is

        Formule: aantal maanden = openstaande contributie ÷ huidige maandcontributie, naar beneden afgerond op hele maanden.

        Telt niet mee:

        - boetes;
        - inschrijfgeld.

        Voorbeeld: open staat € 70 en de maandcontributie is € 20: 70 ÷ 20 = 3,5, dus 3 maanden.

        ## Wat iemand kan missen

        Formule: speelruimte = loon + toeslagen − woonlasten − weekgeld.

        - Gebruik hooguit 40 procent van de speelruimte voor de aflossing.
        - Huurtoeslag telt mee, kinderbijslag niet.

        """

    private func advice(_ question: String) throws -> Advice {
        try TestLibrary.adviser(of: [("zaal.md", Self.text)]).advise(question, on: TestLibrary.day)
    }

    @Test(arguments: [
        (
            "Hoeveel huur krijgt de huurder terug? (opgezegd op 10 september 2026; maandhuur 300 euro)",
            "300 × (20 ÷ 30) = 200 euro."
        ),
        ("Hoe hoog is de borg bij een huurprijs van 400 euro?", "20 procent van 400 = 80 euro."),
        (
            "Hoe hoog is de borg bij een huurprijs van 2.000 euro?",
            "20 procent van 2.000 = 400 euro. Met de grens uit de regel: 300 euro."
        ),
        (
            "Hoeveel maanden is hij achter? (openstaande contributie 95 euro; boetes 40 euro; maandcontributie 18 euro)",
            "95 ÷ 18 = 5,28 maanden. Afgerond zoals de regel zegt: 5 maanden."
        ),
        (
            "Wil 700 euro in 9 maanden betalen. Wat is de termijn en wat blijft er over voor de laatste?",
            "700 euro in 9 termijnen is 78 euro per termijn; de laatste is 76 euro."
        ),
    ])
    func `each name takes its number from the case, and what comes out is rounded and held as the sentence says`(
        _ question: String, _ worked: String
    ) throws {
        let steps = try advice(question).route.map(\.step)

        #expect(steps.first == worked, "\(steps)")
    }

    @Test func `a share is taken of what the sum came to, and what does not count is left out`() throws {
        let steps = try advice(
            "Hoeveel mag de aflossing zijn? (loon 1500; huurtoeslag 200; kinderbijslag 90; woonlasten 900; weekgeld 400)"
        ).route.map(\.step)

        #expect(steps.contains("1.500 + 200 − 900 − 400 = 400 euro."), "\(steps)")
        #expect(steps.contains("Hooguit 40 procent van 400 euro is 160 euro per maand."), "\(steps)")
    }

    @Test func `what nobody told is asked by its name`() throws {
        let advice = try advice("Hoeveel mag de aflossing zijn? (loon 1500; huurtoeslag 200; woonlasten 900)")

        #expect(advice.missing.contains { $0.fact == "weekgeld" }, "\(advice.missing)")
        #expect(advice.route.first?.step.contains("nog zonder weekgeld") == true)
    }

    @Test(arguments: [
        ("ruimte = inkomen + toeslagen − lasten.", ["inkomen", "toeslagen", "lasten"]),
        ("terug = huur × (dagen na vertrek ÷ alle dagen), afgerond.", ["huur", "dagen na vertrek", "alle dagen"]),
        ("De boete is dagen te laat × tarief.", ["dagen te laat", "tarief"]),
        ("loon + toeslag = inkomen.", ["loon", "toeslag"]),
        ("ruimte = inkomen − huur, naar beneden afgerond op hele euro's.", ["inkomen", "huur"]),
        ("termijn = schuld ÷ maanden, met een minimum van 5 euro.", ["schuld", "maanden"]),
    ])
    func `the parts stand between the signs`(_ sentence: String, _ parts: [String]) throws {
        let tokens = Tokenizer.tokens(of: sentence)
        let equation = try #require(Equation(tokens, in: SourceText(sentence)))

        #expect(equation.parts.map { tokens[$0].map(\.text).joined(separator: " ") } == parts)
    }

    @Test(arguments: [
        "De balie is open van 9.00 – 17.00 uur.", "Bel - als dat kan - dezelfde dag.", "Bel +31 20 123 45 67.",
        "905 ÷ 150 = 6,03, dus 6 maanden.", "SBB = specialist bijzonder beheer.",
    ])
    func `a dash, a number of a telephone or an abbreviation is no sum`(_ sentence: String) {
        #expect(Equation(Tokenizer.tokens(of: sentence), in: SourceText(sentence)) == nil)
    }

    @Test func `a fraction is exact until it is rounded`() throws {
        let third = try #require(Ratio(10_000).divided(by: Ratio(3)))

        #expect(third.down(to: 100) == 3_300)
        #expect(third.up(to: 100) == 3_400)
        #expect(third.nearest(to: 1) == 3_333)
        #expect(third.times(Ratio(3)) == Ratio(10_000))
        #expect(Ratio(1).divided(by: Ratio(0)) == nil)
        #expect(Ratio(Int.max).times(Ratio(2)) == nil)
    }

    @Test func `below zero down is further from zero, and what is too large is nothing`() throws {
        let minus = try #require(Ratio(-150).divided(by: Ratio(1)))

        #expect(minus.down(to: 100) == -200)
        #expect(minus.up(to: 100) == -100)
        #expect(Ratio(Int.max).up(to: 100) == nil)
        #expect(Ratio(7).divided(by: Ratio(999_999_999))?.divided(by: Ratio(999_999_997))?.up(to: 100) == nil)
    }

    @Test(arguments: [
        ("naar boven afgerond op hele euro's, minimum 40 euro", Rounding.Way.up, 100),
        ("afgerond op hele euro's, boven de 500 euro beslist de teamleider", .nearest, 100),
        ("rond naar beneden af op 5 euro", .down, 500),
    ])
    func `what is rounded stands up to the next mark`(_ words: String, _ way: Rounding.Way, _ step: Int) throws {
        let rounding = try #require(Rounding(Tokenizer.tokens(of: words)))

        #expect(rounding.way == way)
        #expect(rounding.step == step)
    }

    @Test func `about an amount is no rounding`() {
        #expect(
            Rounding(Tokenizer.tokens(of: "Gebruik hooguit 80 procent van die ruimte, rond 200 euro per maand.")) == nil
        )
    }

    @Test(arguments: [
        ("minimaal 40 euro", "1.200 − 900 − 290 = 10 euro. Met de grens uit de regel: 40 euro."),
        ("naar boven afgerond op 25 euro", "1.200 − 900 − 290 = 10 euro. Afgerond zoals de regel zegt: 25 euro."),
    ])
    func `a sum of plus and minus is rounded and held too`(_ tail: String, _ worked: String) throws {
        let text = "# Ruimte\n\n## Wat iemand kan missen\n\nFormule: ruimte = loon − woonlasten − weekgeld, \(tail).\n"
        let advice = try TestLibrary.adviser(of: [("ruimte.md", text)]).advise(
            "Hoeveel ruimte is er? (loon 1200; woonlasten 900; weekgeld 290)", on: TestLibrary.day)

        #expect(advice.route.contains { $0.step == worked }, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        "Ruimte = " + String(repeating: "(", count: 100_000) + "loon + huur",
        "x = " + repeatElement("loon", count: 20_000).joined(separator: " × "),
        "Als " + String(repeating: "a: ", count: 20_000) + "b, bel dan.",
        "Voor wie bos" + String(repeating: " en voor bos", count: 30_000) + ".",
        String(repeating: "Werkdag 6 bellen. ", count: 2_000),
        "Gebruik hooguit 900.000.000.000 procent van de ruimte = loon − huur. ",
        "Tot 500 euro de een. Daarboven tot en met 1.500 euro de ander. Daarboven de derde.",
    ])
    func `a text that nobody would write is read to its end`(_ text: String) throws {
        let adviser = try TestLibrary.adviser(of: [("x.md", "# T\n\n## Bellen en ruimte\n\n" + text + "\n")])
        let question =
            "Hoeveel ruimte, wanneer moet ik bellen na 1 oktober 2026? Loon 2.000.000, huur 1, min 3000000000 tot 1 maart 2026."

        let advice = adviser.advise(question, on: TestLibrary.day)

        #expect(advice.route.flatMap(\.sources).allSatisfy { !$0.quote.isEmpty })
    }
}
