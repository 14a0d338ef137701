import Basics
import Engine
import Journal
import Zaken

extension ZaakPageMaker {
    /// The process where the zaak is now: the innermost of those called.
    var place: DefinitionKey? {
        guard let instance = look.instance else { return nil }
        let deepest = instance.activeElements.map(\.process).max() ?? 0
        return instance.definitions.indices.contains(deepest)
            ? instance.definitions[deepest] : instance.definitions.first
    }

    var diagram: DiagramPart? {
        guard let key = place, let definition = playbook.processen[key] else { return nil }
        return DiagramPart(
            svg: svg, trail: trail,
            process: words(
                "processes.name_version",
                ["name": words.drawn(definition.name ?? key.process), "n": String(key.version)]),
            processPath: ProcessPaths.process(key.process), summary: summary(in: definition),
            phases: phases(at: key))
    }

    /// The processes that the zaak stands in, the outermost first.
    private var trail: String {
        let processes = (look.instance?.activeElements ?? []).map(\.process)
        let keys = look.instance?.definitions ?? []
        let names = Set([0] + processes).sorted().filter(keys.indices.contains).map { index in
            words.drawn(playbook.processen[keys[index]]?.name ?? keys[index].process)
        }
        return names.joined(separator: " › ")
    }

    /// The innermost elements that are active: where the zaak is, without what they stand in.
    fileprivate var hereSteps: Set<String> { Set(hereElements.map(\.node.id)) }

    private var hereElements: [ElementInstance] {
        let active = look.instance?.activeElements ?? []
        let outer = Set(active.compactMap(\.parent))
        return active.filter { !outer.contains($0.id) }
    }

    private func summary(in definition: ProcessDefinition) -> String {
        guard zaak.isOpen else { return words("zaak.process_ended") }
        if case .ended = look.instance?.status { return words("zaak.process_ended_open") }
        let steps = hereSteps
        let places = definition.nodes.filter { steps.contains($0.id) && $0.name != nil }
        let work = places.filter { Stap.isStep($0.id, named: $0.name) }
        let here = work.isEmpty ? places : work
        guard !here.isEmpty else { return waitsForFirst(in: definition) }
        let names = here.map { words.drawn($0.name ?? $0.id) }.joined(separator: words("common.and"))
        let ahead = hereElements.filter { one in here.contains { $0.id == one.node.id } }.compactMap { one in
            look.instance?.ahead(of: one.id, in: playbook.processen, where: playbook.isTold)
        }
        let following = ahead.flatMap(\.nodes).compactMap(\.name).map(words.drawn).uniqued.prefix(6)
        let next = words.row(Array(following), "common.or")
        let key = ahead.allSatisfy(\.isCertain) ? "zaak.comes_next" : "zaak.may_come_next"
        return words("zaak.stands_at", ["steps": names])
            + (next.isEmpty ? "" : " " + words(key, ["steps": next]))
    }
}

extension ZaakPageMaker {
    /// At a gateway where a person chooses: between what; at one of events: what may come, of which the first decides (BPMN 2.0.2, 10.6.6).
    fileprivate func waitsForFirst(in definition: ProcessDefinition) -> String {
        let events = hereSteps.sorted().flatMap { definition.ahead(of: $0) }.compactMap(\.node.name).map(words.drawn)
        guard !events.isEmpty else { return words("zaak.between_steps") }
        let isChoice = look.instance?.activeElements.contains { $0.offersChoice } ?? false
        return words(
            isChoice ? "zaak.waits_for_choice" : "zaak.waits_for_first",
            ["events": events.joined(separator: words("common.or"))])
    }
}

extension Sequence where Element: Hashable {
    /// Each once, in the order in which they first come.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
