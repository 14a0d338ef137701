import Basics
import Bpmn
import Testing

/// Settings of other tools that nothing here reads: told once for each element, with what to use instead.
@Suite struct UnreadSettingsTests {
    private func told(_ content: String, isExecutable: Bool = true) throws -> [Diagnostic] {
        try BpmnReading(Sketch.process(content, isExecutable: isExecutable)).diagnostics.filter {
            $0.code == "unread-setting"
        }
    }

    private static func task(_ tag: String, _ attributes: String = "", _ inside: String = "") -> String {
        "<\(tag) id='n' name='Beoordeel' \(attributes)><extensionElements>\(inside)</extensionElements></\(tag)>"
    }

    @Test(arguments: [
        (task("sendTask", "camunda:class='nl.Brief'"), "camunda:class \"nl.Brief\""),
        (task("serviceTask", "flowable:delegateExpression='${brief}'"), "flowable:delegateExpression \"${brief}\""),
        (task("serviceTask", "flowable:type='mail'"), "flowable:type \"mail\""),
        (task("serviceTask", "", "<camunda:connector/>"), "camunda:connector"),
        (task("userTask", "", "<camunda:taskListener event='create' class='a.B'/>"), "camunda:taskListener"),
        (task("userTask", "", "<flowable:executionListener event='end'/>"), "flowable:executionListener"),
        (
            task("userTask", "", "<zeebe:taskListeners><zeebe:taskListener type='x'/></zeebe:taskListeners>"),
            "zeebe:taskListeners"
        ),
        (task("userTask", "flowable:skipExpression='${true}'"), "flowable:skipExpression \"${true}\""),
        (
            task("adHocSubProcess", "", "<zeebe:adHoc activeElementsCollection='=[]' outputCollection='r'/>"),
            "zeebe:adHoc outputCollection \"r\""
        ),
        (
            "<endEvent id='n' name='Beoordeel'><messageEventDefinition camunda:class='a.B'/></endEvent>",
            "camunda:class \"a.B\""
        ),
        (
            task(
                "userTask", "",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
            ), "camunda:script scriptFormat \"groovy\""
        ),
    ])
    func `what would make the model do something else is refused`(content: String, setting: String) throws {
        let found = try told(content)
        #expect(found.count == 1)
        let flaw = try #require(found.first)
        #expect(flaw.severity == .error && flaw.line != nil)
        #expect(flaw.element?.contains("\"Beoordeel\" (n)") == true)
        #expect(flaw.message.description.contains("says \(setting): "), "\(flaw)")
        #expect(try told(content, isExecutable: false).map(\.severity) == [.warning])
    }

    @Test(arguments: [
        (task("userTask", "", "<camunda:formData><camunda:formField id='x'/></camunda:formData>"), "formKey"),
        (task("userTask", "", "<flowable:formProperty id='x'/>"), "formKey"),
        (
            task("callActivity", "", "<zeebe:calledElement processId='q' bindingType='versionTag' versionTag='a'/>"),
            "newest version"
        ),
        (task("businessRuleTask", "camunda:decisionRef='d' camunda:decisionRefBinding='deployment'"), "newest version"),
        (task("userTask", "camunda:nieuwigheid='x'"), "nothing here reads it"),
        (task("userTask", "", "<zeebe:nieuwigheid/>"), "nothing here reads it"),
    ])
    func `what is done otherwise here is a warning that says how`(content: String, words: String) throws {
        let found = try told(content)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.description.contains(words) == true)
    }

    @Test func `several settings of an element are told in one sentence`() throws {
        let found = try told(
            Self.task("userTask", "camunda:a='1' camunda:b='2'", "<camunda:taskListener/><camunda:taskListener/>"))
        #expect(found.count == 1)
        let words = try #require(found.first?.message.description)
        #expect(words.contains("camunda:a \"1\", camunda:b \"2\"") && words.contains("camunda:taskListener"))
    }

    @Test(arguments: [
        "<startEvent id='n' camunda:formKey='f'/>",
        task(
            "userTask", "camunda:assignee='a' camunda:candidateGroups='g' camunda:dueDate='P1D'",
            "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>x</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>"
        ),
        task("serviceTask", "camunda:type='external' camunda:topic='brief'"),
        task(
            "serviceTask", "",
            "<zeebe:taskDefinition type='a' retries='2'/><zeebe:ioMapping><zeebe:input source='=a' target='b'/></zeebe:ioMapping>"
        ),
        task("callActivity", "", "<zeebe:calledElement processId='q' propagateAllChildVariables='false'/>"),
        task(
            "callActivity", "calledElement='q' camunda:calledElementBinding='version' camunda:calledElementVersion='2'"),
        "<task id='n' xmlns:e='urn:engage' e:icoon='telefoon'/>",
    ])
    func `what is read, and what a drawing tool keeps, is not told`(content: String) throws {
        #expect(try told(content) == [])
    }

    @Test func `what changes nothing is a note`() throws {
        let found = try BpmnReading(
            Sketch.process("<userTask id='n' camunda:asyncBefore='true' camunda:exclusive='false'/>")
        ).diagnostics
        #expect(found.map(\.code) == ["idle-setting"] && found.map(\.severity) == [.note])
        #expect(found.first?.message.description.contains("camunda:asyncBefore \"true\"") == true)
    }

    @Test func `a decision as Flowable writes it is a decision`() throws {
        let node = try Sketch.node(
            """
            <serviceTask id="n" flowable:type="dmn"><extensionElements><flowable:field name="decisionTableReferenceKey">
              <flowable:string>kosten</flowable:string></flowable:field></extensionElements></serviceTask>
            """)
        #expect(node?.settings.calledDecision == "kosten")
        guard case .task(.businessRule) = node?.activity?.kind else { throw Unexpected() }
    }

    @Test func `where an error event keeps the code and words of an error is read`() throws {
        let node = try Sketch.node(
            """
            <task id="t"/><boundaryEvent id="n" attachedToRef="t">
              <errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable="woorden"/></boundaryEvent>
            """)
        #expect(node?.settings.errorCodeVariable == "code" && node?.settings.errorMessageVariable == "woorden")
    }
}
