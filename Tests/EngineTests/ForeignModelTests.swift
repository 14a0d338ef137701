import Basics
import Bpmn
import Engine
import Testing

/// What files of other tools say that is done here, or refused with what to use instead.
@Suite struct ForeignModelTests {
    private func refusals(_ element: String) throws -> [Diagnostic] {
        let body = "<startEvent id=\"b\"/><sequenceFlow id=\"f\" sourceRef=\"b\" targetRef=\"x\"/>" + element
        return ProcessDefinition.compile(try Drive.read(body)).diagnostics.filter { $0.severity == .error }
    }

    private static func choice(_ condition: String) -> String {
        """
        <exclusiveGateway id="x" default="n"/><sequenceFlow id="j" name="ja" sourceRef="x" targetRef="a">\(condition)</sequenceFlow>
        <sequenceFlow id="n" sourceRef="x" targetRef="a"/><userTask id="a"/>
        """
    }

    @Test(arguments: ["javascript", "http://www.w3.org/1999/XPath", "groovy", "http://www.java.com/java"])
    func `a condition in another language is refused, and not taken for FEEL`(language: String) throws {
        let found = try refusals(
            Self.choice("<conditionExpression language=\"\(language)\">saldo > 0</conditionExpression>"))
        #expect(found.map(\.code) == ["expression-language"])
        #expect(found.first?.element == "\"ja\" (j)" && found.first?.message.description.contains(language) == true)
    }

    @Test(arguments: [
        "<conditionExpression language=\"https://www.omg.org/spec/DMN/20191111/FEEL/\">saldo > 0</conditionExpression>",
        "<conditionExpression language=\"http://www.java.com/java\">${saldo > 0}</conditionExpression>",
        "<conditionExpression language=\"juel\">${saldo > 0}</conditionExpression>",
    ])
    func `FEEL and the language of Camunda 7 and Flowable are read`(condition: String) throws {
        #expect(try refusals(Self.choice(condition)) == [])
    }

    @Test func `a due date that is no date is refused, by the name of its task`() throws {
        let found = try refusals("<userTask id=\"x\" name=\"Beoordeel\" camunda:dueDate=\"2026-13-45\"/>")
        #expect(found.map(\.code) == ["due-date"] && found.first?.element == "\"Beoordeel\" (x)")
        #expect(try refusals("<userTask id=\"x\" camunda:dueDate=\"2026-12-31\" camunda:followUpDate=\"P2D\"/>") == [])
    }

    @Test func `a call of a task that stands in the file is that task`() throws {
        let text = """
            <globalUserTask id="G" name="Bel de klant" camunda:formKey="belronde"/>
            <globalScriptTask id="H"><script>saldo + 1</script></globalScriptTask>
            <process id="p" isExecutable="true"><startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="x"/>
            <callActivity id="x" calledElement="G"/><sequenceFlow id="g" sourceRef="x" targetRef="y"/>
            <callActivity id="y" calledElement="H"/><sequenceFlow id="h" sourceRef="y" targetRef="e"/><endEvent id="e"/></process>
            """
        let definition = try #require(ProcessDefinition.compile(try Drive.read(text), process: "p").definition)
        var drive = Drive([definition])
        try drive.start(["saldo": 1])
        guard case .taskOffered(let offer) = drive.events.last else { return #expect(Bool(false), "no task") }
        #expect(offer.name == "Bel de klant" && offer.form == "belronde")

        try drive.complete("x")
        #expect(drive.instance.status == .ended(.completed) && drive.instance.incidents.isEmpty)
    }

    @Test func `a decision as Flowable writes it is asked`() throws {
        let text = """
            <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="x"/>
            <serviceTask id="x" camunda:type="dmn"><extensionElements><camunda:field name="decisionTableReferenceKey"><camunda:string>kosten</camunda:string></camunda:field></extensionElements></serviceTask>
            <sequenceFlow id="g" sourceRef="x" targetRef="a"/><userTask id="a"/>
            """
        var drive = try Drive(text, decide: { decision, _ in .value(["asked": .string(decision)]) })
        try drive.start()
        #expect(
            drive.events.contains {
                if case .variablesSet(let facts, _) = $0 { facts["asked"] == "kosten" } else { false }
            })
    }
}

extension ForeignModelTests {
    @Test func `a decision by the data without conditions lacks them, and one by a person does not`() throws {
        func codes(_ kind: String) throws -> [String] {
            let body = """
                <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="x"/>
                <exclusiveGateway id="x" xmlns:e="urn:engage" e:gatewayType="\(kind)"/>
                <sequenceFlow id="j" name="ja" sourceRef="x" targetRef="a"/><sequenceFlow id="n" name="nee" sourceRef="x" targetRef="a"/><userTask id="a"/>
                """
            return try Drive.read(body).check().map(\.code).filter { $0.contains("choice") }
        }
        #expect(try codes("choice") == ["choice-without-conditions"])
        #expect(try codes("decision") == ["choice-for-a-person"])
    }
}
