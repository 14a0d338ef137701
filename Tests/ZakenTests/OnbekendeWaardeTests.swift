import Basics
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// A value with a letter wrong, that nothing in the house can ever give, in the drawings that ship.
@Suite("Values that nothing gives")
struct OnbekendeWaardeTests {
    /// What is typed wrong in the drawing of the collection, and what was meant.
    static let slips: [(drawn: String, typed: String, meant: String)] = [
        // One of a list, right behind the form.
        ("=uitkomst in (\"regeling\", \"hulp\"", "=uitkomst in (\"regelign\", \"hulp\"", "regeling"),
        // In a timer, two steps behind the form.
        ("=if uitkomst != \"betaalt\"", "=if uitkomst != \"betaald\"", "betaalt"),
        // What a decision says.
        ("=segment = \"hulp\"", "=segment = \"hulpp\"", "hulp"),
        // What a step notes when it is done.
        ("=fase = \"overgedragen\"", "=fase = \"overgedragn\"", "overgedragen"),
        // What a process brings that is called, in a list and by itself.
        ("in (\"terug\", \"vervallen\")", "in (\"terug\", \"vervalen\")", "vervallen"),
        ("uitkomst = \"vervuld\"", "uitkomst = \"vervult\"", "vervuld"),
        ("=uitkomst = \"afgeboekt\"", "=uitkomst = \"afgeboekd\"", "afgeboekt"),
    ]

    @Test(arguments: slips.indices)
    func `a value with a letter wrong is told before publishing, with the one that was meant`(_ index: Int) async throws
    {
        let slip = Self.slips[index]
        try await told { told, incasso in
            let drawn = incasso.replacing("&quot;", with: "\"")
            #expect(drawn.contains(slip.drawn), "\(slip.drawn)")
            let found = try told(drawn.replacing(slip.drawn, with: slip.typed, maxReplacements: 1))
            #expect(found.count == 1, "\(slip.typed): \(found)")
            #expect(found.first?.contains("did you mean “\(slip.meant)”?") == true, "\(slip.typed): \(found)")
        }
    }

    @Test func `what a message may have brought is told only where it is almost a value that the house gives`()
        async throws
    {
        try await told { told, incasso in
            func condition(_ value: String) throws -> [String] {
                try told(
                    incasso.replacing("&quot;", with: "\"").replacing(
                        "=fase = \"overgedragen\"", with: "=fase = \"\(value)\"", maxReplacements: 1))
            }
            let (other, slip) = (try condition("in beslag genomen"), try condition("overgedraagen"))
            #expect(other == [])
            #expect(slip.count == 1, "\(slip)")
        }
    }

    @Test func `what no form, step or decision gives and no message can bring is told, like it or not`() async throws {
        try await told { told, _ in
            let choice = "if nee then &quot;hoog&quot; else &quot;laag&quot;"
            let (never, maybe) = (try told(Self.drawing(choice, "midden")), try told(Self.drawing(choice, "laag")))
            let open = try told(Self.drawing("klant.taal", "midden"))
            #expect(never.count == 1, "\(never)")
            #expect(maybe == [] && open == [])
        }
    }

    /// What is told of values in a drawing, and the drawing of the collection as it ships.
    private func told(
        _ body: @escaping @Sendable ((String) throws -> [String], String) throws -> Void
    ) async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let playbook = house.office.playbook
            let shipped = try await house.read { try $0.processen.deployed() }
            let incasso = try #require(shipped.first { $0.key.process == "incasso" }).bron
            try body(
                { bron in
                    try playbook.misses(of: Deployment(bron: bron).definition()).filter { $0.code == "unknown-answer" }
                        .map { "\($0.message)" }
                }, incasso)
        }
    }

    private static func drawing(_ script: String, _ awaited: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><process id="proef" name="Proef" isExecutable="true">
          <startEvent id="s"/><scriptTask id="t"><extensionElements><zeebe:script expression="=\(script)"
          resultVariable="maat"/></extensionElements></scriptTask><userTask id="rust"/>
          <exclusiveGateway id="x" default="x-b"/><endEvent id="a"/><endEvent id="b"/>
          <sequenceFlow id="s-t" sourceRef="s" targetRef="t"/><sequenceFlow id="t-r" sourceRef="t" targetRef="rust"/>
          <sequenceFlow id="r-x" sourceRef="rust" targetRef="x"/><sequenceFlow id="x-b" sourceRef="x" targetRef="b"/>
          <sequenceFlow id="x-a" sourceRef="x" targetRef="a"><conditionExpression>=maat = "\(awaited)"</conditionExpression>
          </sequenceFlow></process></definitions>
        """
    }
}
