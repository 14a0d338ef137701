import Basics
import Testing

@testable import Web

/// What a casemanager types during a talk, cut into what came up and what follows.
@Suite("Notes of a talk")
struct GespreksnotitiesTests {
    /// Read on a Tuesday.
    private func notities(_ notes: String) throws -> Gespreksnotities {
        Gespreksnotities(notes, after: try #require(Day(2026, 11, 24)))
    }

    @Test(arguments: [
        "klant belt over de brief. kan 50 per maand vanaf 1 december. wil gebeld worden na 17 uur. volgende week dinsdag terugbellen",
        "volgende week dinsdag terugbellen. wil gebeld worden na 17 uur; klant belt over de brief\nkan 50 per maand vanaf 1 december",
    ])
    func `what follows is told apart from what came up, in whatever order they are typed`(notes: String) throws {
        let read = try notities(notes)

        #expect(
            Set(read.vervolg.map { $0.trimmingSpace.replacing(".", with: "") })
                == ["wil gebeld worden na 17 uur", "volgende week dinsdag terugbellen"])
        #expect(read.besproken.contains("klant belt over de brief") && read.besproken.contains("vanaf 1 december"))
        #expect(!read.besproken.contains("terugbellen") && !read.besproken.contains("17 uur"))
        #expect(read.op == Day(2026, 12, 1))
        #expect(read.besproken.hasPrefix("klant belt over de brief"), "why there was contact comes first")
        let over = "wil gebeld worden na 17 uur. kan 50 per maand vanaf 1 december"
        #expect(read.parts(of: over) == ["kan 50 per maand vanaf 1 december"])
    }

    @Test func `an amount keeps the day from which it holds`() throws {
        let read = try notities("kan 50 per maand vanaf 1 december, eerder niet.")

        #expect(read.whole("50 per maand") == "50 per maand vanaf 1 december")
        #expect(read.whole("eerder niet") == "eerder niet")
    }

    @Test(arguments: [
        ("Morgen terugbellen.", Day(2026, 11, 25)), ("Wij bellen vrijdag terug.", Day(2026, 11, 27)),
        ("Over twee weken nabellen.", Day(2026, 12, 8)), ("Terugbellen op 4 december.", Day(2026, 12, 4)),
        ("Terugbellen.", nil), ("Maandag of dinsdag terugbellen.", nil),
    ])
    func `the day of the next talk is read where one day to come is named`(notes: String, day: Day?) throws {
        #expect(try notities(notes).op == day)
    }

    @Test func `who began it is read from the first words, and nothing else`() throws {
        #expect(try notities("Klant belt zelf.").beller == .klant)
        #expect(try notities("Ik bel over de aanmaning.").beller == .wij)
        #expect(try notities("Inkomen is gedaald.").beller == nil)
    }

    @Test func `what was agreed in so many words stays an agreement, with its day`() throws {
        let read = try notities("Afgesproken dat wij maandag terugbellen.")

        #expect(read.vervolg.isEmpty && read.besproken == "Afgesproken dat wij maandag terugbellen.")
        #expect(read.op == Day(2026, 11, 30))
    }
}
