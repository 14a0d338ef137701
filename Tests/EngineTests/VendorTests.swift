import Basics
import Bpmn
import Engine
import Testing

/// Files in the manner of tools that each have their own habits, written here after what those tools are known to write.
@Suite struct VendorTests {
    private static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    private static let signavio = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <definitions xmlns="\(model)" xmlns:signavio="http://www.signavio.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          exporter="Signavio Process Editor, http://www.signavio.com" expressionLanguage="http://www.w3.org/TR/XPath"
          id="sid-1" targetNamespace="http://www.signavio.com/bpmn20" typeLanguage="http://www.w3.org/2001/XMLSchema">
          <collaboration id="sid-2"><extensionElements><signavio:signavioDiagramMetaData metaKey="revisionid" metaValue="1"/></extensionElements>
            <participant id="sid-3" name="Klant"/><participant id="sid-4" name="Corporatie" processRef="sid-5"/>
            <messageFlow id="sid-6" sourceRef="sid-3" targetRef="sid-10"/></collaboration>
          <process id="sid-5" isClosed="false" isExecutable="false" name="Corporatie" processType="None">
            <laneSet id="sid-7"><lane id="sid-8" name=""><extensionElements><signavio:signavioMetaData metaKey="bgcolor" metaValue=""/></extensionElements>
              <flowNodeRef>sid-10</flowNodeRef><flowNodeRef>sid-11</flowNodeRef><flowNodeRef>sid-12</flowNodeRef></lane></laneSet>
            <startEvent id="sid-10" name=""><outgoing>sid-20</outgoing><messageEventDefinition id="sid-13"/></startEvent>
            <task completionQuantity="1" id="sid-11" isForCompensation="false" name="Bel&#10;de klant" startQuantity="1">
              <incoming>sid-20</incoming><outgoing>sid-21</outgoing></task>
            <endEvent id="sid-12" name=""><incoming>sid-21</incoming></endEvent>
            <sequenceFlow id="sid-20" sourceRef="sid-10" targetRef="sid-11"/>
            <sequenceFlow id="sid-21" name="" sourceRef="sid-11" targetRef="sid-12"/>
          </process>
        </definitions>
        """
    private static let adonis = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn2:definitions xmlns:bpmn2="\(model)" xmlns:adonis="http://www.boc-eu.com/adonis" exporter="ADONIS" exporterVersion="16"
          id="obj.100" targetNamespace="http://www.boc-group.com">
          <bpmn2:process id="obj.101" name="Incasso" isExecutable="true"><bpmn2:extensionElements>
            <adonis:modelattributes><adonis:attribute name="state">draft</adonis:attribute></adonis:modelattributes></bpmn2:extensionElements>
            <bpmn2:startEvent id="obj.102"/><bpmn2:task id="obj.103" name="  Beoordeel  "/>
            <bpmn2:exclusiveGateway id="obj.104" gatewayDirection="Unspecified"/>
            <bpmn2:endEvent id="obj.105"/><bpmn2:endEvent id="obj.106"/>
            <bpmn2:sequenceFlow id="obj.110" sourceRef="obj.102" targetRef="obj.103"/>
            <bpmn2:sequenceFlow id="obj.111" sourceRef="obj.103" targetRef="obj.104"/>
            <bpmn2:sequenceFlow id="obj.112" name="ja" sourceRef="obj.104" targetRef="obj.105"/>
            <bpmn2:sequenceFlow id="obj.113" name="nee" sourceRef="obj.104" targetRef="obj.106"/>
          </bpmn2:process>
        </bpmn2:definitions>
        """
    private static let bizagi = """
        <?xml version="1.0" encoding="utf-8"?>
        <definitions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="\(model)" id="_1" targetNamespace="http://www.bizagi.com/definitions/_1">
          <process id="Id_main" name="Main Process"/>
          <process id="Id_a" name="Incasso"><extensionElements><BizagiExtensions xmlns="http://www.bizagi.com/bpmn20">
              <BizagiProperties><BizagiProperty name="bgColor" value="White"/></BizagiProperties></BizagiExtensions></extensionElements>
            <ioSpecification><inputSet/><outputSet/></ioSpecification>
            <laneSet id="Id_ls"><lane id="Id_l" name="Team"/></laneSet>
            <startEvent id="Id_s" name=""/><userTask id="Id_t" name="Bellen" implementation="##unspecified"/><endEvent id="Id_e"/>
            <sequenceFlow id="Id_f1" sourceRef="Id_s" targetRef="Id_t"/><sequenceFlow id="Id_f2" sourceRef="Id_t" targetRef="Id_e"/>
          </process>
          <collaboration id="Id_c"><participant id="Id_p0" name="Main Process" processRef="Id_main"/>
            <participant id="Id_p1" name="Incasso" processRef="Id_a"/></collaboration>
        </definitions>
        """

    @Test(arguments: [(signavio, "sid-5", "sid-11"), (adonis, "obj.101", "obj.103"), (bizagi, "Id_a", "Id_t")])
    func `a file of another tool is read without errors, keeps all, is drawn and runs`(
        text: String, process: String, task: String
    ) throws {
        let reading = try BpmnReading(text)
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        let (definition, flaws) = ProcessDefinition.compile(reading.definitions, process: process)
        #expect(flaws.filter { $0.severity == .error } == [])
        let library = ProcessLibrary([try #require(definition)])
        var instance = ProcessInstance(of: DefinitionKey(process))
        var events: [Event] = []
        let start: StartPoint = process == "sid-5" ? .node("sid-10") : .none
        try instance.perform(.start(at: start), in: library, at: Moment(milliseconds: 0), into: &events)
        #expect(EventStory(events).path.contains(task) || instance.activeElements.contains { $0.node.id == task })
        #expect(BpmnDrawing(reading.definitions).svg.hasPrefix("<svg"))
    }
}

extension VendorTests {
    @Test func `lists and maps among the parameters of Camunda 7 are values`() throws {
        var drive = try Drive(
            """
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>
            <userTask id="a"><extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="wegen"><camunda:list><camunda:value>bellen</camunda:value><camunda:value>${weg}</camunda:value></camunda:list></camunda:inputParameter>
            <camunda:inputParameter name="wie"><camunda:map><camunda:entry key="naam">${naam}</camunda:entry><camunda:entry key="rol">schuldenaar</camunda:entry></camunda:map></camunda:inputParameter>
            </camunda:inputOutput></extensionElements></userTask>
            """)
        try drive.start(["weg": "mailen", "naam": "Anja"])
        let known = drive.instance.variables(of: try drive.id("a"))
        #expect(known["wegen"] == ["bellen", "mailen"])
        #expect(known["wie"] == ["naam": "Anja", "rol": "schuldenaar"])
    }
}
