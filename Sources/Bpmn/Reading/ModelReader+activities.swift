import Xml

extension ModelReader {
    mutating func activity(_ element: BpmnElement, _ kind: ActivityKind) -> FlowNode.Kind {
        .activity(
            Activity(
                kind: kind, loop: loop(element), isForCompensation: flag(.isForCompensation, of: element, else: false),
                startQuantity: number(.startQuantity, of: element) ?? 1,
                completionQuantity: number(.completionQuantity, of: element) ?? 1,
                defaultFlow: defaultFlow(element), data: activityData(element)))
    }

    /// Work of a service; Flowable writes a decision as such a task of the type `dmn`.
    mutating func service(_ element: BpmnElement) -> TaskKind {
        let names = element.extensions.elements.contains { $0.name.isFamily && $0.namesDecision }
        if names || element.extensions.family("type") == "dmn" { return .businessRule }
        return .service(operation: messageUse(element).operation)
    }

    mutating func receiveTask(_ element: BpmnElement) -> FlowNode.Kind {
        let instantiates = flag(.instantiate, of: element, else: false)
        return activity(element, .task(.receive(messageUse(element), instantiates: instantiates)))
    }

    /// The text between the tags, or the FEEL of `zeebe:script`.
    func script(_ element: BpmnElement) -> Script {
        if let zeebe = element.extensions.elements.first(where: { $0.name.isZeebe("script") }) {
            return Script(text: zeebe["expression"], format: "feel", line: zeebe.line)
        }
        let script = element.child(.script)
        let text = script?.text ?? ""
        return Script(
            text: text.isEmpty ? nil : text, format: element[.scriptFormat], line: script?.line ?? element.line)
    }

    mutating func call(_ element: BpmnElement) -> CallActivity {
        let zeebe = element.extensions.elements.first { $0.name.isZeebe("calledElement") }?["processId"]
        guard let text = element[.calledElement] ?? zeebe, !text.isExpression else {
            return CallActivity(called: nil, isHere: false)
        }
        let isHere = lines[text] != nil || reference(text).map { lines[$0.text] != nil } ?? false
        return CallActivity(called: reference(text), isHere: isHere)
    }

    mutating func subProcess(_ element: BpmnElement, _ kind: SubProcessKind) -> FlowNode.Kind {
        let inside = scope(element, id: ElementID(element[.id] ?? "\(element.tag)_\(element.line)"))
        return activity(element, .subProcess(SubProcess(kind: kind, scope: inside)))
    }

    mutating func adHoc(_ element: BpmnElement) -> AdHoc {
        AdHoc(
            isSequential: element[.ordering] == "Sequential",
            completionCondition: expression(element.child(.completionCondition)),
            cancelsRemaining: flag(.cancelRemainingInstances, of: element, else: true))
    }
}

extension String {
    /// Whether a setting is to be computed: `=x`, `${x}`, `#{x}`.
    var isExpression: Bool { hasPrefix("=") || contains("${") || contains("#{") }
}
