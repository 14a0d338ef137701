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
    /// Works out once for the page how the zaak stands to what its processes draw.
    mutating func stand() {
        standing = (look.instance?.definitions ?? []).indices.map(marks)
    }

    /// Classes for the drawing: where the zaak is, and which steps are done.
    var marks: [String: [String]] {
        place.flatMap { key in look.instance?.definitions.firstIndex(of: key) }
            .flatMap { standing.indices.contains($0) ? standing[$0].classes : nil } ?? [:]
    }

    func phases(at place: DefinitionKey) -> [DiagramPart.Phase] {
        let states = StepStates(words)
        return zip(look.instance?.definitions ?? [], standing).compactMap { key, marks in
            guard let definition = playbook.processen[key] else { return nil }
            return DiagramPart.Phase(
                name: words.drawn(definition.name ?? key.process), isHere: key == place,
                state: marks.here.isEmpty ? nil : states.here,
                outline: drawn[key]?.outline?.marked { states.of($0, marks) })
        }
    }

    private func marks(in process: Int) -> StepMarks {
        let active = (look.instance?.activeElements ?? []).filter { $0.process == process }
        let outer = Set(active.compactMap(\.parent))
        let here = Set(active.filter { !outer.contains($0.id) }.map(\.node.id))
        let around = Set(active.map(\.node.id)).subtracting(here)
        guard let key = look.instance?.definitions[process], let scope = drawn[key]?.scope else {
            return StepMarks(here: here, around: around, done: look.gang.done, skipped: [])
        }
        let known = look.gang.done.union(scope.sources(of: look.gang.ways))
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

/// What is said of a step by how the zaak stands to it, the same on the whole page.
private struct StepStates {
    let here: Chip
    private let around: Chip
    private let done: Chip
    private let skipped: Chip

    init(_ words: Words) {
        here = Chip(words("zaak.step_here"), "accent")
        around = Chip(words("zaak.step_around"), "accent")
        done = Chip(words("zaak.step_done"), "calm")
        skipped = Chip(words("zaak.step_skipped"))
    }

    func of(_ element: String, _ marks: StepMarks) -> (chip: Chip, isHere: Bool)? {
        if marks.here.contains(element) { return (here, true) }
        if marks.around.contains(element) { return (around, false) }
        if marks.done.contains(element) { return (done, false) }
        return marks.skipped.contains(element) ? (skipped, false) : nil
    }
}

extension ProcessInstance {
    fileprivate var isRunning: Bool { if case .ended = status { false } else { true } }
}

extension Scope {
    /// The nodes that flows of this scope or of those inside it leave.
    fileprivate func sources(of flows: Set<String>) -> Set<String> {
        guard !flows.isEmpty else { return [] }
        let scopes = allScopes
        return Set(flows.compactMap { flow in scopes.lazy.compactMap { $0.flows[FlowID(flow)]?.source.text }.first })
    }
}

extension FlowNode {
    /// Whether the records tell that it was done: work of people, and steps with a code.
    fileprivate var isRecorded: Bool {
        if case .task(.user) = activity?.kind { return true }
        return activity != nil && Stap.isRecorded(id.text)
    }
}
