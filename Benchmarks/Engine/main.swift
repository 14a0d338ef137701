import Basics
import Bpmn
import Engine

/// Steps per second of the engine in memory: each command carried out counts, and each node passed on the way.
struct Measure {
    let name: String
    let body: String
    let variables: [String: JSON]
    let drive: (inout ProcessInstance, ProcessLibrary, inout [Event]) throws -> Void
}

func library(_ body: String) throws -> ProcessLibrary {
    let process = body.contains("<process") ? body : "<process id=\"p\">\(body)</process>"
    let text = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="b"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">\(process)</definitions>
        """
    return ProcessLibrary(ProcessDefinition.compileAll(try BpmnReading(text).definitions).definitions) { _, facts in
        .value(facts["n"] ?? .null)
    }
}

func flow(_ source: String, _ target: String) -> String {
    "<sequenceFlow id=\"\(source)-\(target)\" sourceRef=\"\(source)\" targetRef=\"\(target)\"/>"
}

let now = Moment(milliseconds: 1_750_000_000_000)

/// Completes every open task until none is left.
func completeAll(_ instance: inout ProcessInstance, _ library: ProcessLibrary, _ events: inout [Event]) throws {
    var place = 0
    while place < events.count {
        if case .taskOffered(let offer) = events[place] {
            try instance.perform(.completeTask(offer.element, variables: [:]), in: library, at: now, into: &events)
        }
        place += 1
    }
}

let row = (1...10).map { "<userTask id=\"t\($0)\"/>" + flow("t\($0)", $0 == 10 ? "e" : "t\($0 + 1)") }.joined()
let five = (1...5).map { flow("s", "t\($0)") + "<userTask id=\"t\($0)\"/>" + flow("t\($0)", "j") }.joined()
let frame = "<startEvent id=\"b\"/><endEvent id=\"e\"/>"

func rounds(_ count: Int) -> String {
    frame + flow("b", "t") + """
        <userTask id="t"><multiInstanceLoopCharacteristics><loopCardinality>\(count)</loopCardinality></multiInstanceLoopCharacteristics></userTask>
        """ + flow("t", "e")
}

let loop =
    frame + flow("b", "x") + """
        <exclusiveGateway id="x"/>\(flow("x", "s"))<scriptTask id="s"><extensionElements><zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements></scriptTask>\(flow("s", "y"))
        <exclusiveGateway id="y" default="y-e"/>\(flow("y", "e"))<sequenceFlow id="y-x" sourceRef="y" targetRef="x"><conditionExpression>n &lt; 100</conditionExpression></sequenceFlow>
        """

let measures =
    [
        Measure(name: "ten tasks in a row", body: frame + flow("b", "t1") + row, variables: [:], drive: completeAll),
        Measure(name: "exclusive choice in a loop, 100 times", body: loop, variables: ["n": 0], drive: completeAll),
        Measure(
            name: "parallel split and join, 5 ways",
            body: frame + flow("b", "s") + "<parallelGateway id=\"s\"/><parallelGateway id=\"j\"/>" + five
                + flow("j", "e"),
            variables: [:], drive: completeAll),
    ]
    + [100, 300, 1_000, 10_000].map {
        Measure(name: "multi-instance of \($0)", body: rounds($0), variables: [:], drive: completeAll)
    }

for measure in measures {
    let library = try library(measure.body)
    let clock = ContinuousClock()
    var best = Double.infinity
    var nodes = 0
    for _ in 0..<5 {
        var count = 0
        nodes = 0
        let repetitions = measure.name.hasPrefix("multi") ? 3 : 2_000
        let time = try clock.measure {
            while count < repetitions {
                var instance = ProcessInstance(of: DefinitionKey("p"))
                var events: [Event] = []
                try instance.perform(.start(variables: measure.variables), in: library, at: now, into: &events)
                try measure.drive(&instance, library, &events)
                guard instance.status == .ended(.completed) else { throw EngineRefusal.notRunning }
                nodes = events.count { if case .elementLeft = $0 { true } else { false } }
                count += 1
            }
        }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        best = min(best, seconds / Double(repetitions))
    }
    print("\(measure.name): \(nodes) nodes, \(Int(best * 1e9)) ns an instance, \(Int(Double(nodes) / best)) nodes/s")
}
