import Testing

@testable import Incasso

@Suite("Secrets of others in the database")
struct KluisTests {
    let kluis = Kluis("een sleutel van tweeëndertig tekens of meer")

    @Test func `a secret is unreadable, and opens only with its key and for its purpose`() throws {
        let kluis = try #require(kluis)
        let kept = try kluis.seal("geheim", for: "gemeente:0599")
        #expect(!kept.contains("geheim") && Kluis.isSealed(kept))
        #expect(try kluis.seal("geheim", for: "gemeente:0599") != kept)
        #expect(kluis.open(kept, for: "gemeente:0599") == "geheim")
        #expect(kluis.open(kept, for: "gemeente:0363") == nil)
        #expect(Kluis.temporary().open(kept, for: "gemeente:0599") == nil)
        #expect(kluis.open(String(kept.dropLast(4)), for: "gemeente:0599") == nil)
        #expect(kluis.open("geheim", for: "gemeente:0599") == nil)
        #expect(Kluis("te kort") == nil)
    }
}
