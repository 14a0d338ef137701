import Basics
import Dmn
import Feel
import Testing

@Suite("Imports") struct ImportTests {
    static let shared = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:gedeeld" name="gedeeld">
        <itemDefinition name="tBedrag"><typeRef>number</typeRef><allowedValues><text>&gt;= 0</text></allowedValues></itemDefinition>
        <inputData id="saldo" name="open saldo"><variable name="open saldo" typeRef="tBedrag"/></inputData>
        <businessKnowledgeModel id="k" name="met kosten"><encapsulatedLogic><formalParameter name="bedrag" typeRef="tBedrag"/>
        <literalExpression><text>bedrag + 40</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        </definitions>
        """

    func program(_ alias: String, _ text: String) throws -> DmnProgram {
        let main = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:hoofd" name="hoofd">
            <import namespace="urn:gedeeld" name="\(alias)" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <decision id="d" name="totaal"><variable name="totaal" typeRef="\(alias.isEmpty ? "" : alias + ".")tBedrag"/>
            <informationRequirement><requiredInput href="urn:gedeeld#saldo"/></informationRequirement>
            <knowledgeRequirement><requiredKnowledge href="urn:gedeeld#k"/></knowledgeRequirement>
            <literalExpression><text>\(text)</text></literalExpression></decision></definitions>
            """
        var diagnostics: [Diagnostic] = []
        let files = [main, Self.shared].compactMap { DmnFile(Array($0.utf8), diagnostics: &diagnostics)?.model }
        return DmnProgram(files[0], imports: files)
    }

    @Test(arguments: [
        ("g", "g.met kosten(g.open saldo)"), ("", "met kosten(open saldo)"),
        ("mijn model", "mijn model.met kosten(bedrag: mijn model.open saldo)"),
    ])
    func `elements of another file are known under its name, or without one`(alias: String, text: String) throws {
        let program = try program(alias, text)

        #expect(program.diagnostics == [])
        #expect(program.decide("totaal", given: DmnFacts(["open saldo": 10]))?.value == 50)
        #expect(program.decide("totaal", given: DmnFacts(["open saldo": -50]))?.value == .null)
    }

    @Test func `an import that is not there is reported`() throws {
        var diagnostics: [Diagnostic] = []
        let text =
            "<definitions xmlns=\"urn:x\" namespace=\"a\"><import namespace=\"urn:weg\" name=\"w\"/></definitions>"
        let model = try #require(DmnFile(Array(text.utf8), diagnostics: &diagnostics)?.model)

        #expect(DmnProgram(model).diagnostics.map(\.code) == ["missing-import"])
    }
}

/// Functions that call themselves (DMN 1.5, 10.4).
@Suite("Recursion") struct RecursionTests {
    static let body = """
        <businessKnowledgeModel id="k" name="totaal tot"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
        <literalExpression><text>if n = 0 then 0 else n + totaal tot(n - 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <decision id="a" name="model"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
        <literalExpression><text>totaal tot(20)</text></literalExpression></decision>
        <decision id="b" name="vak"><context><contextEntry><variable name="fac"/><functionDefinition><formalParameter name="n"/>
        <literalExpression><text>if n = 0 then 1 else n * fac(n - 1)</text></literalExpression></functionDefinition></contextEntry>
        <contextEntry><literalExpression><text>fac(5)</text></literalExpression></contextEntry></context></decision>
        <decision id="c" name="functie"><literalExpression><text>function(n) if n = 0 then 0 else 1 + functie(n - 1)</text></literalExpression></decision>
        <decision id="d" name="beslissing"><informationRequirement><requiredDecision href="#c"/></informationRequirement>
        <literalExpression><text>functie(7)</text></literalExpression></decision>
        """

    @Test(arguments: [("model", FeelValue.number(210)), ("vak", .number(120)), ("beslissing", .number(7))])
    func `a function may call itself by the name it stands under`(decision: String, value: FeelValue) throws {
        #expect(try Fixture.program(Self.body).decide(decision, given: DmnFacts([:]))?.value == value)
    }
}
