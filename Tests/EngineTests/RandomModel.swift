import Basics

/// A random block-structured process as BPMN, for properties that must hold for every process.
struct RandomModel {
    private var random: SeededRandom
    private var count = 0
    private(set) var xml = ""

    init(seed: UInt64, size: Int) {
        random = SeededRandom(seed: seed)
        xml =
            "<startEvent id=\"begin\"/>" + wrapped(size: size, from: "begin", to: "einde") + "<endEvent id=\"einde\"/>"
    }

    private mutating func next(_ prefix: String) -> String {
        count += 1
        return "\(prefix)\(count)"
    }

    private mutating func flow(_ source: String, _ target: String) -> String {
        "<sequenceFlow id=\"\(next("f"))\" sourceRef=\"\(source)\" targetRef=\"\(target)\"/>"
    }

    private mutating func wrapped(size: Int, from: String, to: String) -> String {
        guard size > 0 else { return flow(from, to) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return step("userTask", from, to)
        case 2: return step("serviceTask", from, to)
        case 3:
            return step(
                "intermediateCatchEvent", from, to,
                "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>")
        case 4: return step("receiveTask", from, to)
        case 5: return split("exclusiveGateway", size, from, to)
        case 6: return split("parallelGateway", size, from, to)
        case 7: return split("inclusiveGateway", size, from, to)
        case 8: return loop(size, from, to)
        case 9: return subProcess(size, from, to)
        case 10: return several(size, from, to)
        default: return sequence(size, from, to)
        }
    }

    private mutating func step(_ kind: String, _ from: String, _ to: String, _ inside: String = "") -> String {
        let id = next("t")
        return flow(from, id) + "<\(kind) id=\"\(id)\">\(inside)</\(kind)>" + flow(id, to)
    }

    private mutating func sequence(_ size: Int, _ from: String, _ to: String) -> String {
        let middle = next("t")
        return wrapped(size: size / 2, from: from, to: middle) + "<userTask id=\"\(middle)\"/>"
            + wrapped(size: size - size / 2 - 1, from: middle, to: to)
    }

    private mutating func split(_ kind: String, _ size: Int, _ from: String, _ to: String) -> String {
        let (open, close) = (next("g"), next("g"))
        let ways = Int.random(in: 2...3, using: &random)
        var text = flow(from, open) + "<\(kind) id=\"\(open)\"/>"
        for _ in 0..<ways { text += wrapped(size: size / ways, from: open, to: close) }
        return text + "<\(kind) id=\"\(close)\"/>" + flow(close, to)
    }

    private mutating func loop(_ size: Int, _ from: String, _ to: String) -> String {
        let (join, split) = (next("g"), next("g"))
        return flow(from, join) + "<exclusiveGateway id=\"\(join)\"/>" + wrapped(size: size - 1, from: join, to: split)
            + "<exclusiveGateway id=\"\(split)\"/>" + flow(split, to) + flow(split, join)
    }

    private mutating func subProcess(_ size: Int, _ from: String, _ to: String) -> String {
        let (sub, start, end) = (next("s"), next("b"), next("e"))
        let inside =
            "<startEvent id=\"\(start)\"/>" + wrapped(size: size - 1, from: start, to: end)
            + "<endEvent id=\"\(end)\"/>"
        let (edge, merge) = (next("x"), next("g"))
        return flow(from, sub) + "<subProcess id=\"\(sub)\">\(inside)</subProcess>" + flow(sub, merge)
            + "<boundaryEvent id=\"\(edge)\" attachedToRef=\"\(sub)\" cancelActivity=\"true\"><messageEventDefinition/></boundaryEvent>"
            + flow(edge, merge) + "<exclusiveGateway id=\"\(merge)\"/>" + flow(merge, to)
    }

    private mutating func several(_ size: Int, _ from: String, _ to: String) -> String {
        let id = next("t")
        let sequential = Bool.random(using: &random)
        return flow(from, id)
            + "<userTask id=\"\(id)\"><multiInstanceLoopCharacteristics isSequential=\"\(sequential)\"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
            + flow(id, to)
    }
}
