import Basics
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    enum Thing {}

    @Test func `identifiers are unique, sort by time and read back`() {
        var random = SeededRandom(seed: 1)
        let made = (0..<1_000).map {
            Identifier<Thing>(at: Moment(milliseconds: 1_700_000_000_000 + $0), random: &random)
        }
        #expect(Set(made).count == made.count)
        #expect(made == made.sorted())
        #expect(made.allSatisfy { Identifier<Thing>($0.text) == $0 })
        #expect(made[0].text.dropFirst(14).first == "7")
    }

    @Test(arguments: [
        "", "018bcfe5-6800-7000-8000-00000000000", "018BCFE5-6800-7000-8000-000000000000",
        "x18bcfe5-6800-7000-8000-000000000000",
    ])
    func `what has not the form of a UUID is refused`(text: String) {
        #expect(Identifier<Thing>(text) == nil)
    }
}
