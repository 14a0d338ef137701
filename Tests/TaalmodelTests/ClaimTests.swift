import Testing

@testable import Procesbot
@testable import Taalmodel

/// What a claim may and may not make of its passage.
@Suite("What a passage supports")
struct ClaimTests {
    static let longer = "Als de klant ziek is, mag de casemanager 30 dagen uitstel geven, tenzij er al een vonnis is."
    static let refund = "De opdrachtgever betaalt de klant het geld terug."
    static let deciding = "De teamleider beslist over het voorstel."
    static let silence = "Stuur in die tijd geen aanmaning."

    private func flaw(_ claim: String, _ quote: String, of passage: String? = nil) throws -> ClaimFlaw? {
        let advice = try Desk.adviser().advise(Desk.question, on: Desk.day)
        let template = try #require(advice.route.first?.sources.first)
        let source = QuotedSource(
            document: template.document, title: template.title, edition: nil, hash: template.hash, heading: "1 Duur",
            quote: passage ?? quote, range: 100..<100 + (passage ?? quote).utf8.count, page: nil)
        do {
            let cited = try Desk.adviser().cited(claim, quoting: quote, from: GivenPassage(name: "P1", source: source))
            #expect(cited.quote == quote && cited.range.count == quote.utf8.count)
            return nil
        } catch let flaw as ClaimFlaw { return flaw }
    }

    @Test(arguments: [
        ("Geef de klant hooguit 14 dagen uitstel.", Desk.quote),
        ("U geeft de klant maximaal veertien dagen uitstel.", Desk.quote),
        ("De klant krijgt uitstel van hooguit 14 dagen.", Desk.quote),
        ("U stuurt in die tijd geen aanmaning.", silence),
        ("De opdrachtgever betaalt het geld aan de klant terug.", refund),
        ("Over het voorstel beslist de teamleider.", deciding),
        ("De casemanager kan 30 dagen uitstel geven als de klant ziek is, tenzij er al een vonnis is.", longer),
    ])
    func `a claim in other words that says the same stands`(_ claim: String, _ quote: String) throws {
        #expect(try flaw(claim, quote) == nil)
    }

    @Test(arguments: [
        ("Geef de klant hooguit 30 dagen uitstel.", Desk.quote, ClaimFlaw.otherNumber),
        ("Geef de klant hooguit 14 weken uitstel.", Desk.quote, .otherNumber),
        ("Geef de klant minstens 14 dagen uitstel.", Desk.quote, .otherNumber),
        ("Geef de klant 14 dagen uitstel.", Desk.quote, .otherNumber),
        ("Geef de klant hooguit veertig dagen uitstel.", Desk.quote, .otherNumber),
        ("Geef de klant geen uitstel.", Desk.quote, .otherDenial),
        ("Stuur in die tijd een aanmaning.", silence, .otherDenial),
        ("Geef de klant altijd hooguit 14 dagen uitstel.", Desk.quote, .otherForce),
        ("U mag de klant hooguit 14 dagen uitstel geven.", Desk.quote, .otherForce),
        (
            "Als de klant ziek is, geeft de casemanager 30 dagen uitstel, tenzij er al een vonnis is.", longer,
            .otherForce
        ),
        ("De casemanager mag 30 dagen uitstel geven, tenzij er al een vonnis is.", longer, .lostCondition),
        ("Als de klant ziek is, mag de casemanager 30 dagen uitstel geven.", longer, .lostCondition),
        ("De deurwaarder legt beslag op de auto.", Desk.quote, .otherWords),
        ("De klant betaalt de opdrachtgever het geld terug.", refund, .otherRoles),
        ("De klant beslist over het voorstel.", deciding, .otherRoles),
        ("Geef hooguit 14 dagen uitstel en scheld de schuld kwijt.", Desk.quote, .otherWords),
        ("Doe het maar.", Desk.quote, .otherWords), ("", Desk.quote, .foreign),
        ("Geef uitstel, zie https://voorbeeld.nl", Desk.quote, .foreign),
        ("Geef de klant <b>uitstel</b>.", Desk.quote, .foreign),
    ])
    func `a claim that says more, less or the opposite falls`(_ claim: String, _ quote: String, _ flaw: ClaimFlaw)
        throws
    {
        #expect(try self.flaw(claim, quote) == flaw)
    }

    @Test(arguments: [
        "Geef de klant altijd uitstel.", "geef de klant uitstel van hooguit 14 dagen.", "Geef",
        "Geef de  klant uitstel",
    ])
    func `a quote stands byte for byte in its passage or it is none`(_ quote: String) throws {
        #expect(try flaw("Geef de klant uitstel.", quote, of: Desk.quote) == .quoteMissing)
    }
}
