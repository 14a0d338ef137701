import Bpmn
import Testing
import Xml

@Suite struct BpmnSettingsTests {
    @Test func `Zeebe's elements become neutral settings`() throws {
        let settings = try #require(
            try Sketch.node(
                """
                <userTask id="n"><extensionElements>
                  <zeebe:assignmentDefinition assignee="=behandelaar" candidateGroups="schuldhulp, incasso"/>
                  <zeebe:formDefinition formId="belronde"/><zeebe:taskSchedule dueDate="=vandaag + duration(&quot;P5D&quot;)"/>
                  <zeebe:taskDefinition type="brief.versturen" retries="3"/>
                  <zeebe:ioMapping><zeebe:input source="=zaak.klant" target="klant"/><zeebe:output source="=ok" target="klaar"/></zeebe:ioMapping>
                  <zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>
                </extensionElements></userTask>
                """)?.settings)

        #expect(settings.assignee == "=behandelaar")
        #expect(settings.candidateGroups == ["schuldhulp", "incasso"])
        #expect(settings.form == "belronde")
        #expect(settings.dueDate == "=vandaag + duration(\"P5D\")")
        #expect(settings.taskType == "brief.versturen")
        #expect(settings.retries == "3")
        #expect(settings.inputs == [Mapping(source: "=zaak.klant", target: "klant")])
        #expect(settings.outputs == [Mapping(source: "=ok", target: "klaar")])
        #expect(settings.headers == [Header(name: "k", value: "v")])
    }

    @Test(arguments: ["camunda", "flowable"])
    func `Camunda 7's and Flowable's attributes become the same settings`(prefix: String) throws {
        let settings = try #require(
            try Sketch.node(
                """
                <userTask id="n" \(prefix):assignee="${x}" \(prefix):candidateGroups="a,b" \(prefix):formKey="f"
                  \(prefix):dueDate="P3D" \(prefix):topic="brief.versturen" \(prefix):resultVariable="r"
                  \(prefix):decisionRef="d"/>
                """)?.settings)

        #expect(settings.assignee == "${x}")
        #expect(settings.candidateGroups == ["a", "b"])
        #expect(settings.form == "f")
        #expect(settings.dueDate == "P3D")
        #expect(settings.taskType == "brief.versturen")
        #expect(settings.resultVariable == "r")
        #expect(settings.calledDecision == "d")
    }

    @Test func `Camunda 7's mappings and calls are read`() throws {
        let settings = try #require(
            try Sketch.node(
                """
                <callActivity id="n" calledElement="deel" camunda:calledElementBinding="version" camunda:calledElementVersion="2">
                  <extensionElements>
                    <camunda:in variables="all"/><camunda:out source="a" target="b"/>
                    <camunda:inputOutput><camunda:inputParameter name="x">${y}</camunda:inputParameter></camunda:inputOutput>
                  </extensionElements></callActivity>
                """)?.settings)

        #expect(settings.passesAllIn == true)
        #expect(settings.outputs == [Mapping(source: "=a", target: "b")])
        #expect(settings.inputs == [Mapping(source: "${y}", target: "x")])
        #expect(settings.calledProcess == "deel")
        #expect(settings.binding == Binding(kind: "version", value: "2"))
    }

    @Test func `the standard's own owners and operations count where no tool says otherwise`() throws {
        let node = try #require(
            try Sketch.node(
                """
                <serviceTask id="n" operationRef="o">
                  <potentialOwner><resourceAssignmentExpression><formalExpression>user(u), group(g), h</formalExpression>
                  </resourceAssignmentExpression></potentialOwner>
                  <humanPerformer><resourceRef>r</resourceRef></humanPerformer>
                </serviceTask>
                """,
                around: """
                    <interface id="i" name="Post"><operation id="o" name="brief.versturen"/></interface>
                    <resource id="r" name="teamleider"/>
                    """))

        #expect(node.settings.taskType == "brief.versturen")
        #expect(node.settings.candidateGroups == ["g", "h"])
        #expect(node.settings.candidateUsers == ["u"])
        #expect(node.settings.assignee == "teamleider")
    }

    @Test func `what no one here knows is kept as it stands`() throws {
        let node = try #require(
            try Sketch.node(
                """
                <exclusiveGateway id="n" xmlns:e="urn:engage" e:gatewayType="Decision" e:taskIcon="telefoon">
                  <extensionElements><e:kosten uren="2"/></extensionElements></exclusiveGateway>
                """))

        #expect(node.settings.decider == .person)
        #expect(node.settings.icon == "telefoon")
        #expect(node.extensions.elements.first?["uren"] == "2")
        #expect(node.extensions.attributes.count == 2)
    }

    @Test func `a call by expression names no process yet`() throws {
        let node = try Sketch.node(
            "<callActivity id='n'><extensionElements><zeebe:calledElement processId='=welke'/></extensionElements></callActivity>"
        )
        guard case .call(let call) = node?.activity?.kind else { throw Unexpected() }
        #expect(call.called == nil)
        #expect(node?.settings.calledProcess == "=welke")
    }

    @Test func `a FEEL script of Zeebe is a script`() throws {
        let node = try Sketch.node(
            """
            <scriptTask id="n"><extensionElements><zeebe:script expression="=1 + 1" resultVariable="som"/></extensionElements></scriptTask>
            """)
        guard case .task(.script(let script)) = node?.activity?.kind else { throw Unexpected() }
        #expect(script.text == "=1 + 1")
        #expect(script.format == "feel")
        #expect(node?.settings.resultVariable == "som")
    }
}
