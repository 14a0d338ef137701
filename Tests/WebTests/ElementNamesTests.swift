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

    @Test func `a gateway without a name is what stands between two steps, and of two of one name the id tells which`()
        throws
    {
        let names = try names(
            """
            <userTask id="t" name="Bellen"/><sequenceFlow id="g" sourceRef="t" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="h" sourceRef="x" targetRef="u"/><userTask id="u" name="Schrijven"/>
            <sequenceFlow id="i" sourceRef="x" targetRef="v"/><userTask id="v" name="Schrijven"/>
            """)
        #expect(names.between("x") == "de ruit tussen “Bellen” en “Schrijven”")
        #expect(names.between("t") == "“Bellen”" && names.between("u") == "“Schrijven (u)”")
        #expect(names.unique("t") == "Bellen" && names.unique("v") == "Schrijven (v)")
    }

    @Test func `in an English outline what the house adds is English, also around names and formulas`() throws {
        let file = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><collaboration id="k">
            <participant id="b" name="Automatisch" processRef="p"/></collaboration><process id="p" isExecutable="true">
            <startEvent id="s" name="Regeling loopt"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>
            <eventBasedGateway id="x"/><sequenceFlow id="g" sourceRef="x" targetRef="a"/>
            <intermediateCatchEvent id="a" name="Alles betaald volgens regeling"><timerEventDefinition>
            <timeDuration>=termijnen.naHerinnering</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow id="h" sourceRef="x" targetRef="c"/><intermediateCatchEvent id="c" name="Eigen woorden">
            <signalEventDefinition/></intermediateCatchEvent></process></definitions>
            """
        let words = try Words(.en, directory: Content.folder.appending(path: "teksten").path)
        let part = try #require(OutlineMaker.part(try BpmnReading(file).definitions, process: "p", words))
        let names = part.lines.compactMap { ($0.names.parts["name"] as? Leaf)?.renderText }
        #expect(names.contains("way to “All paid as agreed”"))
        #expect(names.contains("way to “Eigen woorden”"))
        #expect(names.contains("Automatic") && !names.contains("Automatisch"))
    }
}
