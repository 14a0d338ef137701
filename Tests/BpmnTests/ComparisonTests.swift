import Basics
import Bpmn
import Testing

@Suite struct ComparisonTests {
    private func compare(_ old: String, _ new: String) throws -> ModelComparison {
        ModelComparison(
            old: try BpmnReading(Sketch.process(old)).definitions, new: try BpmnReading(Sketch.process(new)).definitions
        )
    }

    @Test func `the same model is the same, wherever its lines stand`() throws {
        let model = Sketch.graph("s-x x-a x-b a-e b-e")
        #expect(try compare(model, "\n\n" + model).isEmpty)
    }

    @Test func `what came, went and became different is told by element`() throws {
        let comparison = try compare(
            "<startEvent id='s'/><task id='a' name='Bellen'/><endEvent id='e'/>" + Sketch.flows("s-a a-e"),
            "<startEvent id='s'/><userTask id='a' name='Bezoeken'/><task id='b'/><endEvent id='e'/>"
                + Sketch.flows("s-a a-b b-e"))

        #expect(comparison.added == ["b", "a-b", "b-e"].sorted())
        #expect(comparison.removed == ["a-e"])
        let task = comparison.changed.first { $0.element == "a" }
        #expect(task?.aspects == [.name(old: "Bellen", new: "Bezoeken"), .connection, .kind])
        #expect(comparison.classes["b"] == ["is-added"])
        #expect(comparison.classes["a"] == ["is-changed"])
    }

    @Test(arguments: Differences.cases)
    func `a change is told by its aspect`(old: String, new: String, aspect: ModelComparison.Aspect) throws {
        #expect(try compare(old, new).changed.map(\.aspects) == [[aspect]])
    }

    @Test func `a step that only has another id is the same step, and so are the flows at it`() throws {
        let comparison = try compare(
            "<startEvent id='s'/><task id='a' name='Wachten'/><endEvent id='e'/>" + Sketch.flows("s-a a-e"),
            "<startEvent id='s'/><task id='b' name='Wachten'/><endEvent id='e'/>" + Sketch.flows("s-b b-e"))
        #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
        #expect(comparison.changed.map(\.element) == ["b"] && comparison.changed.map(\.aspects) == [[.id(old: "a")]])
        #expect(comparison.classes["a"] == ["is-changed"] && comparison.classes["b"] == ["is-changed"])
    }

    @Test func `a step that moves to another lane is work of another; the lanes themselves did not change`() throws {
        func model(_ one: String, _ other: String) -> String {
            "<laneSet><lane id='kcc' name='KCC'>\(one)</lane><lane id='team' name='Team'>\(other)</lane></laneSet><task id='a'/>"
        }
        let node = "<flowNodeRef>a</flowNodeRef>"
        let comparison = try compare(model(node, ""), model("", node))
        #expect(comparison.changed.map(\.element) == ["a"])
        #expect(comparison.changed.map(\.aspects) == [[.lane(old: "kcc", new: "team")]])
    }

    @Test func `a condition that was changed is told with both texts`() throws {
        func model(_ condition: String) -> String {
            "<task id='a'/><task id='b'/><sequenceFlow id='f' sourceRef='a' targetRef='b'>"
                + "<conditionExpression>\(condition)</conditionExpression></sequenceFlow>"
        }
        let change = try compare(model("x = 1"), model("x = 2")).changed.first
        #expect(change?.aspects == [.condition(old: "x = 1", new: "x = 2")])
    }
}

/// Two versions of a model, and in what they differ.
enum Differences {
    static let cases: [(String, String, ModelComparison.Aspect)] = [
        (
            "<task id='a' camunda:assignee='x'/>", "<task id='a' camunda:assignee='y'/>",
            told(.known(.assignee), "x", "y")
        ),
        (
            "<task id='a'/>", "<task id='a'><documentation>Nieuw</documentation></task>",
            told(.known(.documentation), nil, "Nieuw")
        ),
        (timer("timeDuration", "P14D"), timer("timeDuration", "P3D"), told(.known(.duration), "P14D", "P3D")),
        (
            "<task id='a'/>", "<task id='a'><extensionElements><zeebe:verzonnen x='1'/></extensionElements></task>",
            told(.other("zeebe:verzonnen x"), nil, "1")
        ),
        (
            inputs("<zeebe:input source='=saldo' target='bedrag'/><zeebe:input source='1' target='keer'/>"),
            inputs("<zeebe:input source='=rente' target='bedrag'/><zeebe:input source='1' target='keer'/>"),
            told(.known(.inputs), "bedrag: =saldo", "bedrag: =rente")
        ),
        (
            "<intermediateCatchEvent id='a'><messageEventDefinition/></intermediateCatchEvent>",
            "<intermediateCatchEvent id='a'><timerEventDefinition/></intermediateCatchEvent>", .kind
        ),
    ]

    private static func told(_ part: ElementPart, _ old: String?, _ new: String?) -> ModelComparison.Aspect {
        .parts([ElementPart.Change(part, old: old, new: new)])
    }

    private static func timer(_ word: String, _ value: String) -> String {
        "<startEvent id='a'><timerEventDefinition><\(word)>\(value)</\(word)></timerEventDefinition></startEvent>"
    }

    private static func inputs(_ inputs: String) -> String {
        "<task id='a'><extensionElements><zeebe:ioMapping>\(inputs)</zeebe:ioMapping></extensionElements></task>"
    }
}
