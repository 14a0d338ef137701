import Basics
import Engine
import Testing

@testable import Zaken

@Suite("Process instances at hand")
struct InstanceShelfTests {
    @Test func `what is kept is bounded by the length of its text`() {
        let shelf = InstanceShelf()
        let instance = ProcessInstance(of: DefinitionKey("p"))
        for number in 0..<200 { shelf.keep(instance, as: String(repeating: "x", count: 200_000) + "\(number)") }
        #expect((40...84).contains(shelf.count))

        let long = String(repeating: "y", count: 2_000_000)
        let before = shelf.count
        shelf.keep(instance, as: long)
        #expect(shelf.count == before)
    }

    @Test func `the same text is the same instance`() throws {
        let shelf = InstanceShelf()
        let instance = ProcessInstance(of: DefinitionKey("p"))
        let text = instance.snapshot.canonical

        #expect(try shelf.instance(text) == instance)
        #expect(try shelf.instance(text) == instance)
        #expect(shelf.count == 1)
    }
}
