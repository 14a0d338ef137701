import Bpmn
import Testing
import Xml

@Suite struct DrawingTests {
    private func svg(_ content: String, _ options: DrawingOptions = DrawingOptions()) throws -> String {
        BpmnDrawing(try BpmnReading(Sketch.process(content)).definitions, options: options).svg
    }

    @Test func `a drawing names itself and its steps`() throws {
        let root = try XmlDocument(svg(Sketch.graph("s-a a-e"), DrawingOptions(title: "Herinnering", prefix: "k"))).root
        let space = "http://www.w3.org/2000/svg"
        #expect(root["role"] == "img")
        #expect(root["aria-labelledby"] == "k-title k-desc")
        #expect(root.child("title", in: space)?.text == "Herinnering")
        #expect(root.child("desc", in: space)?.text == "s; a; e")
    }

    @Test func `places and links are classes and anchors, never styles`() throws {
        let options = DrawingOptions(classes: ["a": ["is-here", "heat-3"]], links: ["a": "/processen/1#a"])
        let svg = try svg(Sketch.graph("s-a a-e"), options)
        #expect(svg.contains("class=\"bpmn-element bpmn-task bpmn-userTask is-here heat-3\" data-element=\"a\""))
        #expect(svg.contains("href=\"/processen/1#a\""))
        #expect(!svg.contains("style"))
    }

    @Test func `a file that stands alone brings its style`() throws {
        let svg = try svg(Sketch.graph("s-e"), DrawingOptions(isStandalone: true))
        #expect(svg.hasPrefix("<?xml"))
        #expect(svg.contains("<style>"))
    }

    @Test func `a way without a name shows its condition; one with a name shows that`() throws {
        func way(_ name: String) throws -> String {
            try svg(
                "<task id='a'/><task id='b'/><sequenceFlow id='f' \(name) sourceRef='a' targetRef='b'>"
                    + "<conditionExpression>=bellen</conditionExpression></sequenceFlow>")
        }
        #expect(try way("").contains(">bellen<"))
        let named = try way("name='ja'")
        #expect(named.contains(">ja<") && !named.contains("bellen"))
    }

    @Test func `names cannot break out of the picture`() throws {
        let svg = try svg("<startEvent id='s' name='&lt;script>alert(1)&lt;/script>'/>")
        #expect(!svg.contains("<script"))
        _ = try XmlDocument(svg)
    }

    @Test func `an event that does not interrupt is dashed, one that throws is filled`() throws {
        let content = """
            <task id="a"/><boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><messageEventDefinition/></boundaryEvent>
            <intermediateThrowEvent id="c"><messageEventDefinition/></intermediateThrowEvent>
            """
        let svg = try svg(content)
        #expect(svg.contains("bpmn-ring bpmn-dashed"))
        #expect(svg.contains("bpmn-ink"))
    }

    @Test func `every shape has its sign`() throws {
        func shape(_ content: String) throws -> String { try svg("<task id='z'/>" + content) }
        let plain = try shape("<task id='a'/>").utf8.count
        for tag in [
            "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        ] {
            #expect(try shape("<\(tag) id='a'/>").utf8.count > plain + 60, "\(tag)")
        }
        for trigger in [
            "message", "timer", "error", "escalation", "signal", "conditional", "compensate", "link", "cancel",
        ] {
            let event = "<intermediateCatchEvent id='a'><\(trigger)EventDefinition/></intermediateCatchEvent>"
            let signs = try shape(event).matches(of: /bpmn-icon|bpmn-ink/).count
            #expect(signs > 0, "\(trigger)")
        }
        for (tag, sign) in [
            ("transaction", "bpmn-ring"), ("callActivity", "bpmn-thick"), ("adHocSubProcess", "bpmn-ink"),
        ] {
            #expect(try shape("<\(tag) id='a'/>").contains(sign), "\(tag)")
        }
        #expect(try shape("<subProcess id='a' triggeredByEvent='true'/>").contains("bpmn-dotted"))
    }

    @Test func `the icon that a drawing tool gives a task is drawn, and who decides at a gateway`() throws {
        func task(_ icon: String) throws -> String {
            try svg("<task id='a' name='Bel' xmlns:e='urn:e' e:taskIcon='\(icon)'/>")
        }
        let plain = try svg("<task id='a' name='Bel'/>").utf8.count
        #expect(try task("phone").utf8.count > plain + 60)
        #expect(try task("phone") == task("fa-telephone") && task("phone") != task("envelope"))
        #expect(try task("iets.vreemds").utf8.count > plain + 60)
        #expect(try task("data:image/png;base64,AAAA").utf8.count == plain)
        func gateway(_ kind: String) throws -> String {
            try svg("<exclusiveGateway id='x' xmlns:e='urn:e' e:type='\(kind)'/>")
        }
        let drawings = try ["decision", "choice", "other"].map(gateway)
        #expect(Set(drawings).count == 3)
    }

    @Test func `numbers are short`() throws {
        let svg = try svg(Sketch.graph("s-x x-a x-b a-e b-e"))
        #expect(svg.firstMatch(of: /\.\d{3,}/) == nil)
    }
}
