import Testing

@testable import Procesbot

@Suite("Ways out of a choice, and units of a decision")
struct GatewayTests {
    private static func bpmn(_ labels: [String?], _ conditions: [String]) throws -> String {
        let flows = zip(labels, conditions).enumerated().map { number, way in
            "<sequenceFlow id=\"f\(number)\" \(way.0.map { "name=\"\($0)\" " } ?? "")sourceRef=\"g\" targetRef=\"t\(number)\"><conditionExpression>\(way.1)</conditionExpression></sequenceFlow>"
        }.joined()
        return try BpmnDocument.text(
            of: Array(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
                  <process id="p" name="Verloren sleutels">
                    <laneSet id="l"><lane id="l1" name="Balie"><flowNodeRef>t0</flowNodeRef></lane><lane id="l2" name="Beheerder"><flowNodeRef>t1</flowNodeRef><flowNodeRef>t2</flowNodeRef></lane></laneSet>
                    <exclusiveGateway id="g" name="Hoeveel sleutels zijn er verloren?"/>
                    <userTask id="t0" name="Sleutel bijmaken"><documentation>Laat de huurder betalen.</documentation></userTask>
                    <userTask id="t1" name="Cilinder vervangen"><documentation>Bel de smid.</documentation></userTask>
                    <userTask id="t2" name="Deur verzegelen"/>\(flows)
                  </process>
                </definitions>
                """.utf8))
    }

    private static let feel = ["lostKeys = 1", "lostKeys in [2..3]", "lostKeys &gt;= 4"]

    private func steps(_ labels: [String?], _ conditions: [String], _ count: Int) throws -> String {
        let content = try TestLibrary.content()
        let document = LibraryDocument(name: "s.bpmn", text: try Self.bpmn(labels, conditions), form: .bpmn)
        return try Adviser(Library([document], words: content.words), content).advise(
            "Er zijn \(count) sleutels verloren. Wat is de volgende stap?", on: TestLibrary.day
        ).route.map(\.step).joined(separator: "\n")
    }

    @Test(arguments: [
        (1, "Sleutel bijmaken"), (2, "Cilinder vervangen"), (3, "Cilinder vervangen"), (6, "Deur verzegelen"),
    ])
    func `one way is taken: a number is just so many, of two numbers one`(_ count: Int, _ step: String) throws {
        let ways: [([String?], [String])] = [
            (["één sleutel", "twee of drie sleutels", "vier sleutels of meer"], Self.feel),
            (["1 sleutel", "2 of 3 sleutels", "4 of meer sleutels"], Self.feel),
        ]
        for (labels, conditions) in ways {
            let route = try steps(labels, conditions, count)
            let taken = ["Sleutel bijmaken", "Cilinder vervangen", "Deur verzegelen"].filter(route.contains)
            #expect(taken == [step], "\(route)")
        }
    }

    @Test func `who takes the step and how come with it`() throws {
        let route = try steps(["één sleutel", "twee of drie sleutels", "vier sleutels of meer"], Self.feel, 2)

        #expect(route.contains("(door: Beheerder)"))
        #expect(route.contains("Bel de smid."))
    }

    @Test(arguments: [
        (">= 2", "minstens 2"), ("[13..24]", "13 tot en met 24"), ("true", "ja"), ("-", "maakt niet uit"),
        ("\"rood\", \"geel\"", "rood of geel"), ("not(\"rood\")", "niet rood"), ("< 500", "minder dan 500"),
    ])
    func `a test of a decision table reads as Dutch`(_ test: String, _ words: String) {
        #expect(FeelWords.test(test) == words)
    }

    @Test func `the conditions of unnamed ways read as Dutch`() {
        #expect(FeelWords.condition("openBills >= 4 and paid = false") == "open bills minstens 4 en paid nee")
    }

    @Test(arguments: [("Uitleen in weken", "5 weken"), ("Uitleen (weken)", "35 dagen")])
    func `a header gives its unit to the bare numbers under it`(_ header: String, _ term: String) throws {
        let text =
            "# Sleutels\n\n## Uitgifte\n\n| \(header) | Wie tekent |\n|---|---|\n| < 4 | balie |\n| >= 4 | beheerder |\n"
        let advice = try TestLibrary.adviser(of: [("werk.md", text)]).advise(
            "De uitleen is \(term). Wie tekent?", on: TestLibrary.day)

        #expect(advice.route.first?.step.contains("beheerder") == true, "\(advice.route.map(\.step))")
        #expect(!advice.route.contains { $0.step.contains("balie") })
    }

    private static let letter = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
          <process id="p" name="Brieven">
            <exclusiveGateway id="g" name="Heeft de huurder de brief al?"/>
            <userTask id="t0" name="Deurwaarder inschakelen"/><userTask id="t1" name="Brief versturen"/>
            <sequenceFlow id="f0" name="ja" sourceRef="g" targetRef="t0"><conditionExpression>brief = true</conditionExpression></sequenceFlow>
            <sequenceFlow id="f1" name="nee" sourceRef="g" targetRef="t1"><conditionExpression>brief = false</conditionExpression></sequenceFlow>
          </process>
        </definitions>
        """

    @Test(arguments: [
        "de huurder is weg, de brief komt terug", "de brief is kwijt",
        "huurder zit in de Wsnp mag ik nog een brief sturen",
    ])
    func `one word in common with a choice takes no way`(_ question: String) throws {
        let content = try TestLibrary.content()
        let drawing = LibraryDocument(
            name: "b.bpmn", text: try BpmnDocument.text(of: Array(Self.letter.utf8)), form: .bpmn)
        let advice = try Adviser(Library([drawing], words: content.words), content).advise(
            question, on: TestLibrary.day)

        #expect(!advice.route.contains { $0.why.hasPrefix("Want:") }, "\(advice.route.map { ($0.step, $0.why) })")
    }
}
