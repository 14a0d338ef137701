import Basics
import Bpmn
import Engine
import Xml
import Zaken

/// All that can be said of a BPMN file before it is published.
struct ProcesExamen: Sendable {
    private(set) var definitions: Definitions?
    private(set) var flaws: [Diagnostic] = []
    /// The process that is looked at, by id.
    private(set) var process: String?
    /// All that the file offers.
    private(set) var offered: [String] = []
    /// What it calls of the file, that would not be published with it and is not here.
    private var leftOut: [String] = []
    private(set) var keuring: Keuring?
    private(set) var canRun = false
    /// The example cases that lie beside it.
    private let own: Ontwerp.Voorbeelden.Bestand?

    /// Looks at one process of the file, the first that it offers where none is named; `beside` are those to be published with it, all
    /// where nothing is said.
    init(_ draft: Ontwerp, process wanted: String? = nil, beside chosen: Set<String>? = nil, _ desk: Desk) {
        own = draft.voorbeelden
        do throws(XmlFault) {
            let reading = try BpmnReading(draft.bron)
            definitions = reading.definitions
            flaws = reading.check()
        } catch {
            flaws = [error.diagnostic]
            return
        }
        guard let definitions else { return }
        offered = ProcessDefinition.offered(by: definitions)
        let looked = offered.first { $0 == wanted } ?? offered.first
        let (definition, more) = ProcessDefinition.compile(definitions, process: looked)
        tell(more)
        // Whether a called process is here is known from the house.
        flaws.removeAll { $0.code == "call-elsewhere" }
        let others = chosen ?? Set(offered)
        flaws += definition.map { desk.office.playbook.misses(of: $0, beside: others) } ?? []
        leftOut = (definition?.calledNames ?? []).filter {
            offered.contains($0) && !others.contains($0) && desk.office.playbook.processen.newest($0) == nil
        }
        process = definition?.key.process
        canRun = definition != nil && !flaws.contains { $0.severity == .error }
    }

    /// Adds what compiling found; what the check said of the same line already is told once, as weighty as the weightiest of both.
    private mutating func tell(_ more: [Diagnostic]) {
        for flaw in more {
            guard let known = flaws.firstIndex(where: { $0.isSame(as: flaw) })
            else {
                flaws.append(flaw)
                continue
            }
            let told = flaws[known]
            guard flaw.severity == .error, told.severity != .error else { continue }
            flaws[known] = Diagnostic(
                .error, told.code, told.message, line: told.line, element: told.element ?? flaw.element)
        }
    }

    /// Names that nothing gives, and answers that no form gives.
    var unknown: [Diagnostic] { flaws.filter { ["unknown-fact", "unknown-answer"].contains($0.code) } }

    /// What speaks against publishing it, although it can run.
    func doubts(_ words: Words) -> [String] {
        let red = keuring?.scenarios.count { !$0.passed } ?? 0
        let told = red > 0 ? [words("scenarios.red_before", count: red)] : []
        let missed = leftOut.map { name(of: $0) ?? $0 }.joined(separator: ", ")
        let alone = leftOut.isEmpty ? [] : [words("processes.left_out", ["names": missed])]
        let missing = unknown.isEmpty ? [] : [words("processes.unknown_before", count: unknown.count)]
        let short = flaws.count { $0.code == "law-term" }
        let early = short == 0 ? [] : [words("processes.law_before", count: short)]
        return alone + told + missing + early + (keuring?.soundness.doubts(words) ?? [])
    }

    /// Explores and walks it as the version that it would become.
    func finish(after old: ProcesLook?, _ desk: Desk, names: [String: String]) throws -> ProcesExamen {
        guard let definitions, let process else { return self }
        let version = (old?.versions.first?.key.version ?? 0) + 1
        guard let definition = ProcessDefinition.compile(definitions, process: process, version: version).definition
        else { return self }
        var finished = self
        finished.keuring = try desk.keurmeester.examine(
            definition, isPublished: false, own: own ?? old?.ownOfNext, with: desk.office.playbook, names: names)
        return finished
    }
}

extension Diagnostic {
    /// Whether both tell the same of one element, which one names and the other gives by its id.
    fileprivate func isSame(as other: Diagnostic) -> Bool {
        if self == other { return true }
        guard code == other.code, line == other.line, let id = other.element, let element else { return false }
        return element == id || element.hasSuffix("(\(id))")
    }
}
