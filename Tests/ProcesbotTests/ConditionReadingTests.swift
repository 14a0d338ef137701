import Testing

@testable import Procesbot

@Suite("Conditions as documents word them")
struct ConditionReadingTests {
    private func advice(_ text: String, _ question: String) throws -> Advice {
        try TestLibrary.adviser(of: [("werk.md", "# Sleutels\n\n## Uitgifte\n\n" + text)]).advise(
            question, on: TestLibrary.day)
    }

    static let borrowing =
        "- Is er een reservesleutel en zijn het hooguit 4 sleutels? Dan geef je die meteen mee.\n"
        + "- Zijn het meer dan 4 sleutels? Leg het dan voor aan de sleutelbeheerder.\n"
        + "- Is er geen reservesleutel? Dan bestel je een nieuwe sleutel bij de smid.\n"

    @Test func `a question in an instruction is the condition of what follows it`() throws {
        let without = try advice(Self.borrowing, "Er is geen reservesleutel. Wat doe ik?")

        #expect(without.route.first?.step.contains("bij de smid") == true)
        #expect(!without.route.contains { $0.step.contains("meteen mee") })
    }

    @Test func `a question is no step, and what follows it never stands without it`() throws {
        let advice = try advice(Self.borrowing, "Wat doe ik met een reservesleutel?")

        #expect(!advice.route.isEmpty)
        #expect(!advice.route.contains { $0.step.hasSuffix("?") || $0.step.hasPrefix("Dan") })
    }

    @Test func `the number of a paragraph hides no condition, and does not count`() throws {
        let text = "4.2 Is de huur van het slot met 20% of meer gedaald, dan krijgt de bewoner een nieuwe sleutel."
        let first = try advice(text, "De huur van het slot is met 10% gedaald. Krijgt de bewoner een nieuwe sleutel?")
            .route.first

        #expect(first?.step.hasPrefix("Ja") == false)
        #expect(first?.why.contains("10%") == true, "\(first?.why ?? "-")")
    }

    @Test func `een klant die is a noun with what is said of it, also when it ends in t`() throws {
        let text = "Bij een huur-agent die geen sleutel meer heeft, leg je de aanvraag voor aan de beheerder."
        let first = try advice(text, "De huur-agent heeft geen sleutel meer. Wat doe ik?").route.first

        #expect(first?.step.contains("voor aan de beheerder") == true)
        #expect(first?.why.contains("een huur.") == false)
    }

    @Test func `how hard to try is no condition, and a reason not to is one`() throws {
        let text =
            "Meld een verloren sleutel bij de beheerder, met een foto als dat lukt. Vervang het slot als dat niet lukt."
        let route = try advice(text, "Sleutel verloren, wat doe ik?").route

        #expect(route.first { $0.step.contains("met een foto") }?.isOpen == false)
        #expect(route.first { $0.step.contains("Vervang het slot") }?.isOpen != false)
    }

    static let terse = "Akkoord van meer dan 60 procent van de bewoners: slot vervangen. Anders: slot laten zitten."

    @Test(arguments: [
        ("72 procent van de bewoners is akkoord met een ander slot. Wat nu?", "slot vervangen"),
        ("41 procent van de bewoners is akkoord met een ander slot. Wat nu?", "slot laten zitten"),
    ])
    func `the words before a colon are a condition, and Anders holds when it does not`(
        _ question: String, _ step: String
    ) throws {
        let first = try advice(Self.terse, question).route.first?.step

        #expect(first?.contains(step) == true, "\(first ?? "-")")
    }

    @Test func `no is not read out of a condition, and yes or no needs the condition weighed`() throws {
        let text = "Geen reservesleutel en geen smid in de buurt: een noodslot mag. Teken altijd voor een noodslot."
        let advice = try advice(text, "Mag een noodslot?")

        #expect(advice.route.first?.step.hasPrefix("Nee") == false)
        #expect(advice.route.first?.step.hasPrefix("Ja") == false)
        #expect(advice.route.contains { $0.step.contains("noodslot mag") && $0.why.contains("geen reservesleutel") })
    }

    static let loss =
        "Een verlies tot en met 3 sleutels meldt de balie. Van 4 tot en met 10 sleutels meldt de beheerder. Daarboven meldt de directie."

    @Test(arguments: [
        ("een verlies van 2 sleutels", "de balie"), ("een verlies van 7 sleutels", "de beheerder"),
        ("een verlies van 12 sleutels", "de directie"),
    ])
    func `a sentence that goes on above the number before it holds from there`(_ fact: String, _ who: String) throws {
        let steps = try advice(Self.loss, "Er is \(fact). Wie meldt het verlies?").route.map(\.step)

        #expect(steps.first?.contains(who) == true, "\(steps)")
    }

    @Test(arguments: [("1", "zelf"), ("2", "de beheerder"), ("3", "de beheerder")])
    func `a term of just so long, or of one of two lengths, and of what the sentence before names`(
        _ months: String, _ who: String
    ) throws {
        let text =
            "Bij een uitleen van één maand beslis je zelf. Bij twee of drie maanden beslist de beheerder over de sleutels."
        let first = try advice(text, "Een uitleen van \(months) maanden, wie beslist?").route.first?
            .step

        #expect(first?.contains(who) == true, "\(first ?? "-")")
    }

    @Test func `a number of something else fulfils no clause`() throws {
        let text =
            "| Borgsom | Wie tekent |\n|---|---|\n| tot en met 100 euro | balie |\n| meer dan 100 euro | beheerder |\n"
        let advice = try advice(text, "De huurprijs is 800 euro. Wie tekent voor de borgsom?")

        #expect(!advice.route.contains { $0.why.contains("800") })
    }

    @Test func `a rule set for a span is no limit, and an open sentence is shown once, with what it leans on`() throws {
        let text =
            "Tot en met een verlies van 5 sleutels kost bijmaken niets. Daarboven rekent de smid een tarief per sleutel."
        let much = try advice(text, "een verlies van 9 sleutels, wat rekent de smid?").route.map(\.step)
        let open = try advice(text, "Wat rekent de smid per sleutel?").route.map(\.step)

        #expect(much.first?.hasPrefix("Daarboven") == true, "\(much)")
        #expect(!much.contains { $0.contains("kost bijmaken niets") }, "\(much)")
        #expect(open.count { $0.contains("kost bijmaken niets") } == 1, "\(open)")
    }

    @Test(arguments: ["elke deur", "alle soorten", "ongeacht de deur"])
    func `a cell that begins with each or all asks nothing`(_ cell: String) throws {
        let text =
            "| Aantal sleutels | Deur | Wie tekent |\n|---|---|---|\n| tot en met 5 | voordeur | balie |\n| meer dan 5 | \(cell) | beheerder |\n"
        let advice = try advice(text, "Iemand krijgt 8 sleutels mee. Wie tekent?")

        #expect(advice.route.first?.step.contains("beheerder") == true)
        #expect(advice.missing.isEmpty)
    }

    @Test func `a limit that the case goes beyond is said to be passed`() throws {
        let text = "Een sleutel is een heel klein ding. De uitleen van een sleutel duurt hooguit 8 weken."
        let advice = try advice(text, "De uitleen duurt 3 maanden. Mag dat?")

        #expect(advice.route.first?.step.hasPrefix("Dit valt buiten de grens") == true, "\(advice.route.map(\.step))")
    }

    @Test func `how old someone is, is no term`() throws {
        let text = "Een huurder jonger dan 18 jaar krijgt geen sleutel. Een sleutel wordt na 10 jaar vervangen."
        let advice = try advice(text, "Een huurder van 16 vraagt een sleutel, krijgt die een sleutel?")

        #expect(advice.route.first?.facts.contains { $0.contains("16") } == true, "\(advice.route.map(\.step))")
    }

    @Test func `numbered steps keep their order`() throws {
        let text =
            "1. Noteer het nummer van de sleutel.\n2. Laat de huurder tekenen.\n3. Geef de sleutel van de huurder mee.\n"
        let steps = try advice(text, "Hoe geef ik een sleutel mee aan de huurder?").route.map(\.step)

        #expect(
            steps.prefix(3) == [
                "Noteer het nummer van de sleutel.", "Laat de huurder tekenen.", "Geef de sleutel van de huurder mee.",
            ])
    }
}
