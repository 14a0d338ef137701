import Basics
import Xml

extension ModelReader {
    mutating func loop(_ element: BpmnElement) -> Loop? {
        if let loop = element.child(.standardLoopCharacteristics) { return .standard(standardLoop(loop)) }
        if let loop = element.child(.multiInstanceLoopCharacteristics) { return .multiInstance(multiInstance(loop)) }
        return nil
    }

    private mutating func standardLoop(_ element: BpmnElement) -> StandardLoop {
        StandardLoop(
            testBefore: flag(.testBefore, of: element, else: false), maximum: number(.loopMaximum, of: element),
            condition: expression(element.child(.loopCondition)))
    }

    private mutating func multiInstance(_ element: BpmnElement) -> MultiInstance {
        let zeebe = element.extensions.elements.first { $0.name.isZeebe("loopCharacteristics") }
        let family = element.extensions.family
        let output = zeebe?["outputElement"]
        return MultiInstance(
            isSequential: flag(.isSequential, of: element, else: false),
            cardinality: expression(element.child(.loopCardinality)),
            collection: (zeebe?["inputCollection"] ?? family("collection")).map {
                ModelExpression($0, line: element.line)
            },
            elementVariable: zeebe?["inputElement"] ?? family("elementVariable") ?? element.child(.inputDataItem)?.name,
            outputCollection: zeebe?["outputCollection"],
            outputElement: output.map { ModelExpression($0, line: element.line) },
            completionCondition: expression(element.child(.completionCondition)), behavior: behavior(element),
            loopDataInput: reference(element.child(.loopDataInputRef)?.text),
            loopDataOutput: reference(element.child(.loopDataOutputRef)?.text),
            inputDataItem: element.child(.inputDataItem).map { property($0) },
            outputDataItem: element.child(.outputDataItem).map { property($0) })
    }

    private mutating func behavior(_ element: BpmnElement) -> MultiInstanceBehavior {
        switch element[.behavior] {
        case "None": return .none(throws: thrown(.noneBehaviorEventRef, element))
        case "One": return .one(throws: thrown(.oneBehaviorEventRef, element))
        case "Complex": return .complex(element.children(.complexBehaviorDefinition).map { complexBehavior($0) })
        case "All", nil: return .all
        case let odd?:
            note(
                .warning, "bad-value", "behavior is \"\(odd)\", should be None, One, All or Complex; taken as All",
                element)
            return .all
        }
    }

    private mutating func thrown(_ word: BpmnWord, _ element: BpmnElement) -> Outcome? {
        guard let id = reference(element[word]) else { return nil }
        guard let shared = sharedEvents[id.text] else {
            noteDangling(id.text, as: word.rawValue, element)
            return nil
        }
        return outcome(of: shared)
    }

    private mutating func complexBehavior(_ element: BpmnElement) -> ComplexBehavior {
        let event = element.child(.event)
        return ComplexBehavior(
            condition: expression(element.child(.condition)), outcome: event.flatMap { outcomes($0).first },
            event: reference(event?[.id]), line: element.line)
    }

    private mutating func outcome(of definition: BpmnElement) -> Outcome? {
        let around = XmlElement(XmlName("event", in: definition.space), nodes: [.element(definition.xml)])
        return outcomes(BpmnElement(xml: around, space: definition.space)).first
    }
}
