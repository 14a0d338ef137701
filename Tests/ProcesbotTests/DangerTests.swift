import Basics
import Testing

@testable import Procesbot

@Suite("Danger to people")
struct DangerTests {
    static let documents = [
        (
            name: "veilig.md",
            text: """
            # Veilig werken

            ## Moeilijke gesprekken

            Wie scheldt, krijgt één waarschuwing.

            Bij suïcidale uitlatingen: hang niet op en verbind door met de crisisdienst. Waarschuw de wachtcommandant.

            Bij een dreigement: verlaat de balie en druk op de alarmknop. Doe daarna aangifte.

            ## Overlijden

            Is een abonnee overleden, condoleer dan en stuur het nabestaandenformulier.
            """
        )
    ]

    @Test(arguments: [
        ("De wandelaar zegt dat ze dood wil.", "blijf bij de wandelaar"),
        ("Hij wil er een eind aan maken.", "blijf bij de wandelaar"),
        ("Hij gooit een stoel naar me.", "druk op de groene knop"),
        ("De gids wordt bedreigd.", "druk op de groene knop"),
    ])
    func `a section on the danger goes before a passage that only names it, in whatever words it is written`(
        _ question: String, _ step: String
    ) throws {
        let advice = try TestLibrary.adviser(of: [
            (
                "wandelclub.md",
                """
                # Wandelclub

                ## Gedachten aan de dood

                Zegt iemand dat hij dood wil, blijf bij de wandelaar en bel samen de huisarts.

                ## Agressie

                Bij gooien of slaan: druk op de groene knop. Loop daarna weg.

                ## Korting

                Na huiselijk geweld of in een bedreigende situatie is het lidmaatschap een jaar gratis.
                """
            )
        ]).advise(question, on: TestLibrary.day)

        #expect(advice.route.first?.step.contains(step) == true, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        "Abonnee mompelde dat hij liever dood is", "ze ziet het leven niet meer zitten",
        "ze zegt dat het leven voor haar niet meer hoeft", "het leven hoeft van hem niet meer, zegt hij",
        "Meneer wil uit het leven stappen",
        "haar zoon heeft net een hele doos pillen geslikt", "ik weet niet of hij zelfmoord wil plegen, wat nu?",
        "hij zegt dat hij er morgen een einde aan maakt", "ze heeft haar slaappillen al die weken opgespaard",
        "in januari hebben jullie geen last meer van mij, zei hij", "hij betaalt niet en wil dood",
        "hij zei dat het beter is zonder hem", "abonnee heeft slaappillen klaargelegd",
        "ze zei dat ze er niet meer is als wij morgen komen",
        "ik kan niet meer ik heb pillen genoeg en dan is het klaar", "als jullie morgen weer bellen dan spring ik",
    ])
    func `who may want to die is helped with that before anything else`(_ question: String) throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("crisisdienst") == true, "\(advice.route.map(\.step))")
        #expect(!advice.route.contains { $0.step.contains("condoleer") })
        #expect(advice.missing.first?.question.contains("113") == true)
    }

    @Test(arguments: [
        "De abonnee zei dat hij weet waar ik woon", "hij stond met een pistool aan de balie",
        "ze dreigt ons neer te schieten",
        "Abonnee belooft mijn collega in elkaar te slaan", "straks steek ik je autobanden lek zei hij",
        "hij gaat mijn ruiten ingooien", "ze riep dat ze onze scooter gaat slopen", "hij spuugde me in het gezicht",
        "hij dreigt mijn hond te vergiftigen", "krijg je een klap van hem",
    ])
    func `a threat is taken as a threat`(_ question: String) throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("alarmknop") == true, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        "ze wil helemaal niet dood", "er is geen sprake van zelfmoord", "de abonnee bedreigt ons niet",
        "het bedrijf dreigt met afsluiting van het water", "hij dreigt ons met een advocaat",
        "ze wil de dood van haar man melden",
        "een rapport over de dood in de kunst", "de telefoniste wil ophangen", "wanneer maak je het af",
        "de schuur wordt afgebroken", "mijn auto is kapot, mag ik later betalen", "mijn huis lekt",
        "dat is een klap voor zijn inkomen", "er dreigt ontruiming van mijn huis", "onze deur staat open voor vragen",
        "mijn arm is gebroken na een val, ik viel",
    ])
    func `what is denied, or is another thing in the same words, is no danger`(_ question: String) throws {
        let table = try TestLibrary.content().dangers

        #expect(table.heard(in: question).told.isEmpty)
    }

    @Test func `a library that says nothing of it refuses with what to do first, and fits no other passage to it`()
        throws
    {
        let adviser = try TestLibrary.adviser(of: [
            ("a.md", "# Overlijden\n\nIs een abonnee overleden of dood, condoleer dan.\n")
        ])

        let advice = adviser.advise("abonnee wil dood", on: TestLibrary.day)

        #expect(advice.refused?.reason == .noSupport)
        #expect(advice.refused?.instead.contains("112") == true)
        #expect(advice.route.isEmpty)
    }

    @Test func `what else is asked is answered behind it`() throws {
        let adviser = try TestLibrary.adviser(of: Self.documents)

        let advice = adviser.advise(
            "Er ligt een dreigement in de brievenbus. Welk nabestaandenformulier stuur ik als een abonnee is overleden?",
            on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("alarmknop") == true)
        #expect(advice.route.contains { $0.step.contains("nabestaandenformulier") })
    }

    @Test func `who is beaten at home is no aggressor`() throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(
            "abonnee wordt geslagen door haar man", on: TestLibrary.day)

        #expect(advice.refused?.instead.contains("Veilig Thuis") == true, "\(advice.route.map(\.step))")
    }

    @Test(arguments: [
        "zij heeft pillen in huis en zegt dat het niet meer hoeft", "ze huilt en heeft een touw gekocht",
        "hij staat op de brug en ziet geen uitweg",
    ])
    func `signs of two kinds ask the reader to make sure, also beside a refusal`(_ question: String) throws {
        let advice = try TestLibrary.adviser(of: Self.documents).advise(question, on: TestLibrary.day)

        let first = try #require(advice.missing.first)
        #expect(first.isDanger && first.question.contains("113"), "\(advice.missing)")
    }

    @Test(arguments: [
        "abonnee kan haar medicijnen niet meer betalen", "hij woont bij het spoor en is zijn baan kwijt",
        "de afscheidsborrel is op de brug", "ik kan niet meer inloggen",
    ])
    func `one sign by itself asks nothing`(_ question: String) throws {
        let table = try TestLibrary.content().dangers

        #expect(table.heard(in: question).feared.isEmpty)
    }

    @Test func `a section on a danger of which nothing was heard stays out`() throws {
        let adviser = try TestLibrary.adviser(of: [
            (
                "balie.md",
                """
                # Balie

                ## Abonnee ziet het leven niet meer zitten

                Praat niet over betalen. Waarschuw de leidinggevende.

                ## Klachten

                Wil een abonnee de leidinggevende spreken, maak dan een afspraak binnen 2 werkdagen.
                """
            )
        ])

        let advice = adviser.advise("abonnee wil de leidinggevende spreken over betalen", on: TestLibrary.day)

        #expect(advice.route.contains { $0.step.contains("maak dan een afspraak") })
        #expect(!advice.route.contains { $0.step.contains("Praat niet") })
    }
}
