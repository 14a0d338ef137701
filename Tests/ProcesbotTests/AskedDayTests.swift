import Testing

@testable import Procesbot

@Suite("Days that a question asks for")
struct AskedDayTests {
    private static let text = """
        # Speelgoeduitleen

        ## Herinneren

        | Dag na inleverdag | Wat |
        |---|---|
        | dag 8 | kaartje |
        | dag 17 | brief |
        | dag 30 | bezoek |

        Valt een dag in het weekend, dan geldt de eerste werkdag daarna.

        ## Twijfel over een schade

        Blijft er twijfel, breng de schade dan binnen 3 werkdagen in bij de commissie.

        ## Bewaartijd

        Dag 1 is de dag van de melding. De bewaartijd duurt 60 dagen.

        ## Klacht

        | Soort | Wie | Antwoord |
        |---|---|---|
        | kapot speelgoed | beheerder | 6 werkdagen |
        | schoonmaak | schoonmaker | 3 werkdagen |

        De ontvangstbevestiging gaat altijd binnen 1 werkdag uit.

        ## Na het opzeggen

        De beheerder stuurt binnen 3 werkdagen na de opzegging een bevestiging. Hoor je niets, bel dan op werkdag 5.

        ## Einde van het abonnement

        | Aanleiding | Stopt per | Wie |
        |---|---|---|
        | eerste drie termijnen op tijd betaald | eerste van de maand na de derde termijn | beheerder |
        | verhuisd | dag van de verhuizing | beheerder |

        Verstuur de bevestiging binnen 5 werkdagen.

        ## Nazorg

        Bel het gezin 2 maanden en 5 maanden na de teruggave. Bied bij het gesprek na 2 maanden de enquête aan.

        """

    private func steps(_ question: String) throws -> [String] {
        try TestLibrary.adviser(of: [("speelgoed.md", Self.text)]).advise(question, on: TestLibrary.day).route.map(
            \.step)
    }

    @Test func `a row of a table of days is counted from its event, and moved out of a weekend`() throws {
        let friday = try steps("wanneer gaat de brief uit? (inleverdag 2 oktober 2026; kaartje is verstuurd)")
        let sunday = try steps("wanneer gaat de brief uit? (inleverdag 1 oktober 2026; kaartje is verstuurd)")

        #expect(friday.contains("17 dagen na 2 oktober 2026 is 19 oktober 2026."), "\(friday)")
        #expect(sunday.contains { $0.contains("eerstvolgende werkdag is 19 oktober 2026") }, "\(sunday)")
    }

    @Test func `the period to act in is counted, and none that another question is about`() throws {
        let steps = try steps(
            "Dinsdag 10 november 2026 de schade bekeken maar ik blijf twijfelen. Waar breng ik dit in en uiterlijk op welke dag? Loopt de bewaartijd intussen?"
        )

        #expect(steps.contains("3 werkdagen na 10 november 2026 is 13 november 2026."), "\(steps)")
        #expect(!steps.contains { $0.contains("januari 2027") }, "\(steps)")
    }

    @Test func `of two days that are asked each has its own period`() throws {
        let steps = try steps(
            "Klacht over kapot speelgoed, mail ontvangen op dinsdag 10 november 2026. Wat zijn de uiterste data voor ontvangstbevestiging en antwoord?"
        )

        #expect(steps.contains("1 werkdag na 10 november 2026 is 11 november 2026."), "\(steps)")
        #expect(steps.contains("6 werkdagen na 10 november 2026 is 18 november 2026."), "\(steps)")
    }

    @Test func `two periods in one breath are both counted`() throws {
        let steps = try steps(
            "Teruggave was op 17 augustus 2026. op welke data bel ik het gezin en bij welk gesprek doe ik de enquête?")

        #expect(steps.contains("2 maanden na 17 augustus 2026 is 17 oktober 2026."), "\(steps)")
        #expect(steps.contains("5 maanden na 17 augustus 2026 is 17 januari 2027."), "\(steps)")
    }

    @Test func `a numbered workday is counted from the event of its passage`() throws {
        let steps = try steps("Opgezegd op maandag 2 november 2026 en niks gehoord. Op welke dag moet ik bellen?")

        #expect(steps.contains("5 werkdagen na 2 november 2026 is 9 november 2026."), "\(steps)")
    }

    @Test func `the day from which something holds is that of the third of the days named`() throws {
        let steps = try steps(
            "Kan het abonnement stoppen en per welke datum? (termijnen van 25 september, 25 oktober en 25 november 2026 op tijd betaald)"
        )

        #expect(steps.contains { $0.contains("1 december 2026") }, "\(steps)")
    }
}
