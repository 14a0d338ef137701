import Basics
import Testing

@testable import Incasso

@Suite("Letters from which costs may come")
struct BriefkostenTests {
    @Test func `the 14-day letter, the last one before the bailiff, and one that is only chosen when it is sent`() {
        #expect(Brief.bringsCosts(["sjabloon": .string(Brief.veertiendagenbrief)]))
        #expect(Brief.bringsCosts(["sjabloon": "overdracht_aangekondigd"]))
        #expect(Brief.bringsCosts([:]))
        #expect(!Brief.bringsCosts(["sjabloon": "herinnering"]))
    }
}
