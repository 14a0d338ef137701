import Bpmn
import Engine
import Journal
import Zaken

/// A process that a zaak runs through, as its drawing has it: the scope to walk, and the same in words.
struct DrawnProcess: Sendable {
    let scope: Scope
    let outline: OutlinePart?
}

/// How a zaak stands to the elements of one process.
struct StepMarks: Sendable {
    /// Where it is, without what that stands in.
    let here: Set<String>
    /// What is active around that.
    let around: Set<String>
    let done: Set<String>
    let skipped: Set<String>

    /// Classes for the drawing.
    var classes: [String: [String]] {
        let done = Dictionary(done.map { ($0, ["is-done"]) }) { first, _ in first }
        return done.merging(here.map { ($0, ["is-here"]) }) { _, place in place }
    }
}

extension ZaakPageMaker {
    /// Classes for the drawing: where the zaak is, and which steps are done.
    var marks: [String: [String]] {
        place.flatMap { key in look.instance?.definitions.firstIndex(of: key) }.map { marks(in: $0).classes } ?? [:]
    }

    var phases: [DiagramPart.Phase] {
        (look.instance?.definitions ?? []).enumerated().compactMap { index, key in
            guard let definition = playbook.processen[key] else { return nil }
            let marks = marks(in: index)
            return DiagramPart.Phase(
                name: words.drawn(definition.name ?? key.process), isHere: key == place,
                state: marks.here.isEmpty ? nil : Chip(words("zaak.step_here"), "accent"),
                outline: drawn[key]?.outline.map { marked($0, marks) })
        }
    }

    private func marked(_ outline: OutlinePart, _ marks: StepMarks) -> OutlinePart {
        var outline = outline
        for index in outline.lines.indices {
            guard let element = outline.lines[index].element, let state = state(of: element, marks) else { continue }
            outline.lines[index].state = state
            outline.lines[index].isHere = marks.here.contains(element)
        }
        return outline
    }

    private func state(of element: String, _ marks: StepMarks) -> Chip? {
        if marks.here.contains(element) { return Chip(words("zaak.step_here"), "accent") }
        if marks.around.contains(element) { return Chip(words("zaak.step_around"), "accent") }
        if marks.done.contains(element) { return Chip(words("zaak.step_done"), "calm") }
        return marks.skipped.contains(element) ? Chip(words("zaak.step_skipped")) : nil
    }

    private func marks(in process: Int) -> StepMarks {
        let active = (look.instance?.activeElements ?? []).filter { $0.process == process }
        let outer = Set(active.compactMap(\.parent))
        let here = Set(active.filter { !outer.contains($0.id) }.map(\.node.id))
        let around = Set(active.map(\.node.id)).subtracting(here)
        guard let key = look.instance?.definitions[process], let scope = drawn[key]?.scope else {
            return StepMarks(here: here, around: around, done: look.gang.done, skipped: [])
        }
        let known = look.gang.done.union(look.gang.ways.compactMap { scope.source(of: $0) })
        let standing = Standing(
            scope, here: Set(here.map { ElementID($0) }), known: Set(known.map { ElementID($0) }),
            jumped: Set(look.gang.jumped.map { ElementID($0) }))
        let done = known.union(standing.passed.map(\.text))
        let isOver = !(look.instance?.isRunning ?? true)
        let gone =
            here.isEmpty && !isOver || look.gang.hasMoved
            ? []
            : scope.allNodes.filter { node in
                node.isRecorded && !standing.ahead.contains(node.id) && !done.contains(node.id.text)
                    && !here.contains(node.id.text) && !around.contains(node.id.text)
            }
        return StepMarks(here: here, around: around, done: done, skipped: Set(gone.map(\.id.text)))
    }
}

extension ProcessInstance {
    fileprivate var isRunning: Bool { if case .ended = status { false } else { true } }
}

extension Scope {
    /// The node that a flow of this scope or one inside it leaves.
    fileprivate func source(of flow: String) -> String? {
        allScopes.lazy.compactMap { $0.flows[FlowID(flow)]?.source.text }.first
    }
}

extension FlowNode {
    /// Whether the records tell that it was done: work of people, and steps with a code.
    fileprivate var isRecorded: Bool {
        if case .task(.user) = activity?.kind { return true }
        return activity != nil && Stap.isRecorded(id.text)
    }
}
