import Bpmn
import Foundation
import Testing

@testable import Web

@Suite("Names of elements in sentences")
struct ElementNamesTests {
    private func names(_ body: String) throws -> ElementNames {
        let file = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p" isExecutable="true">\(body)\
            </process></definitions>
            """
        let words = try Words(.nl, directory: Content.folder.appending(path: "teksten").path)
        return ElementNames(try BpmnReading(file).definitions, words, beside: ["elders": "Bewaken"])
    }

    @Test func `what has no name is called by what it is and by the named step beside it`() throws {
        let names = try names(
            """
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/><userTask id="t" name="Bellen"/>
            <sequenceFlow id="g" sourceRef="t" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="h" name="ja" sourceRef="x" targetRef="w"/><intermediateCatchEvent id="w"/>
            <sequenceFlow id="i" sourceRef="x" targetRef="e"/><endEvent id="e" name="Klaar"/>
            """)
        #expect(names("t") == "Bellen" && names("s") == "begin vóór “Bellen”")
        #expect(names("x") == "keuze na “Bellen”" && names("w") == "wachten na “Bellen”")
        #expect(names("i") == "weg naar “Klaar”" && names.step("h") == "gekozen: ja")
        #expect(names.full("h") == "weg “ja” bij “keuze na “Bellen””")
        #expect(names("elders") == "Bewaken" && names("onbekend") == "onbekend")
    }
}
