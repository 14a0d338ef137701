import Basics
import Testing

@testable import Procesbot

@Suite("Dates that a source asks for")
struct CalendarTests {
    private func steps(_ question: String, _ text: String) throws -> [String] {
        try TestLibrary.adviser(of: [("d.md", text)]).advise(question, on: TestLibrary.day).route.map(\.step)
    }

    @Test(arguments: [
        ("Het abonnement gaat in op de eerste dag van de maand na de aanmelding.", "1 mei 2026"),
        ("Het abonnement gaat in op de eerstvolgende werkdag na de aanmelding.", "20 april 2026"),
        ("Het abonnement gaat in op 1 januari na de aanmelding.", "1 januari 2027"),
        (
            "Het abonnement moet uiterlijk de 15e van de maand zijn aangemeld om de maand daarna in te gaan.",
            "1 juni 2026"
        ),
    ])
    func `a day that is named by the calendar is worked out`(_ rule: String, _ day: String) throws {
        let steps = try steps(
            "De aanmelding kwam op 18 april 2026 binnen. Wanneer gaat het abonnement in?",
            "# Sportschool\n\n## Abonnement\n\n\(rule)\n")

        #expect(steps.first?.contains(day) == true, "\(steps)")
    }

    @Test(arguments: [("9 juni 2026", "op tijd"), ("20 juni 2026", "te laat")])
    func `two dates are held against the period between them`(_ day: String, _ wanted: String) throws {
        let steps = try steps(
            "De rekening is van 1 mei 2026 en de klacht kwam \(day). Is dat op tijd?",
            "# Klachten\n\n## Klacht over een rekening\n\nEen klacht komt binnen 6 weken na de rekening binnen.\n")

        #expect(steps.first?.contains("12 juni 2026") == true && steps.first?.contains(wanted) == true, "\(steps)")
    }

    @Test func `the longest that something may last is no deadline`() throws {
        let steps = try steps(
            "De lener vroeg op 4 mei 2026 een verlenging aan. Wanneer volgt het antwoord op de aanvraag?",
            "# Lenen\n\n## Verlenging\n\nEen verlenging duurt maximaal 8 weken. Op de aanvraag volgt binnen 3 dagen antwoord.\n"
        )

        #expect(!steps.contains { $0.contains("29 juni 2026") })
        #expect(steps.first?.contains("7 mei 2026") == true, "\(steps)")
    }

    @Test(arguments: [
        ("uitwonend", "inwonend"), ("onbetaald", "betaald"), ("bleek", "bleef"), ("verkopen", "kopen"),
        ("aflopen", "oplopen"),
    ])
    func `a word that is another word is no slip`(_ word: String, _ other: String) {
        #expect(Spelling([other]).guess(word) == nil)
    }

    @Test(arguments: [
        ("aanvrag", "aanvraag"), ("betalling", "betaling"), ("kwijtscheding", "kwijtschelding"), ("hurr", "huur"),
    ])
    func `a slip of the fingers is mended`(_ word: String, _ other: String) {
        #expect(Spelling([other]).guess(word) == (word.count >= 5 ? other : nil))
    }

    @Test func `a bound behind a sum holds for its outcome`() throws {
        let steps = try steps(
            "De omzet is 9000 euro, hoeveel kost de kraam?",
            "# Markt\n\n## Kraamgeld\n\nDe kraam kost 2 procent van de omzet. Nooit meer dan 120 euro.\n")

        #expect(steps.contains { $0.contains("120 euro") && $0.contains("procent") }, "\(steps)")
        #expect(!steps.contains { $0.contains("is 180 euro") })
    }
}
