import Basics
import Bpmn

/// Small models, written as short as can be.
enum Sketch {
    static func file(_ content: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:flowable="http://flowable.org/bpmn">\(content)</definitions>
        """
    }

    static func process(_ content: String, isExecutable: Bool = true) -> String {
        file("<process id='p' isExecutable='\(isExecutable)'>\(content)</process>")
    }

    static func read(_ content: String, around: String = "") throws -> BpmnReading {
        try BpmnReading(file(around + "<process id='p' isExecutable='true'>\(content)</process>"))
    }

    static func node(_ content: String, around: String = "") throws -> FlowNode? {
        try read(content, around: around).definitions.processes.first?.scope.nodes["n"]
    }

    /// `a-b b-c`: flows with ids `a-b` and `b-c`.
    static func flows(_ text: String) -> String {
        text.split(separator: " ").map { pair in
            let ends = pair.split(separator: "-")
            return "<sequenceFlow id='\(pair)' sourceRef='\(ends[0])' targetRef='\(ends[1])'/>"
        }.joined()
    }

    /// A start `s`, nodes by letter (`x`: exclusive, `+`: parallel, else a task) and an end `e`, joined by flows.
    static func graph(_ flows: String) -> String {
        var seen: Set<String> = []
        let names = flows.split { $0 == " " || $0 == "-" }.map { String($0) }.filter { seen.insert($0).inserted }
        return names.map { name in
            let tag =
                switch name.first {
                case "s": "startEvent"
                case "e": "endEvent"
                case "x": "exclusiveGateway"
                case "y": "parallelGateway"
                case "b": "task"
                default: "userTask"
                }
            return "<\(tag) id='\(name)' name='\(name)'/>"
        }.joined() + Self.flows(flows)
    }
}
