import Engine
import Zaken

extension ZaakPageMaker {
    /// The words on a way out of a choice, with the first step that it leads to: `ja: A.2.3 Uitvoeren huisbezoek`.
    func led(by flow: String, _ label: String, from element: ElementInstance.ID?) -> String {
        let said = words.drawn(label)
        guard let here = element.flatMap({ look.instance?[$0] }), let definition = drawing(of: here),
            let way = definition.ahead(of: here.node.id).first(where: { $0.flow.ref.id == flow })
        else { return said }
        let steps = definition.firstNamed(from: way.node)
        let told = steps.isEmpty ? words("zaak.way_ends") : words.row(steps.map(words.drawn), "common.or")
        return steps == [label] ? said : words("zaak.way_leads", ["way": said, "to": told])
    }

    private func drawing(of here: ElementInstance) -> ProcessDefinition? {
        guard let keys = look.instance?.definitions, keys.indices.contains(here.process) else { return nil }
        return playbook.processen[keys[here.process]]
    }
}

extension ProcessDefinition {
    /// The first steps with a name from a node on, past gateways and what has none; few, in the order of the drawing.
    fileprivate func firstNamed(from start: Node) -> [String] {
        var (names, seen, next): ([String], Set<String>, [Node]) = ([], [], [start])
        while let node = next.first {
            next.removeFirst()
            guard seen.insert(node.id).inserted else { continue }
            if let name = node.name, !name.isEmpty, !node.kind.isGateway {
                if !names.contains(name) { names.append(name) }
            } else {
                next += ahead(of: node.id).map(\.node)
            }
        }
        return Array(names.prefix(3))
    }
}

extension NodeKind {
    fileprivate var isGateway: Bool {
        switch self {
        case .exclusiveGateway, .inclusiveGateway, .complexGateway, .parallelGateway, .eventGateway: true
        case .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask, .emptyTask, .callActivity,
            .start, .end, .catching, .throwing, .boundary, .subProcess:
            false
        }
    }
}
