import Basics
import Bpmn
import Engine
import Xml
import Zaken

/// All that can be said of a BPMN file before it is published.
struct ProcesExamen: Sendable {
    private(set) var definitions: Definitions?
    private(set) var flaws: [Diagnostic] = []
    /// The name of the process that would run.
    private(set) var process: String?
    private(set) var keuring: Keuring?
    private(set) var canRun = false

    init(_ draft: Ontwerp, _ desk: Desk) {
        do throws(XmlFault) {
            let reading = try BpmnReading(draft.bron)
            definitions = reading.definitions
            flaws = reading.check()
        } catch {
            flaws = [error.diagnostic]
            return
        }
        guard let definitions else { return }
        let (definition, more) = ProcessDefinition.compile(definitions)
        tell(more)
        // Whether a called process is here is known from the house.
        flaws.removeAll { $0.code == "call-elsewhere" }
        flaws += definition.map(desk.office.playbook.misses) ?? []
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

    /// What speaks against publishing it, although it can run.
    func doubts(_ words: Words) -> [String] {
        let red = keuring?.scenarios.count { !$0.passed } ?? 0
        let flawed = keuring.map { !$0.soundness.flaws.isEmpty } ?? false
        return [
            red > 0 ? words("scenarios.red_before", count: red) : nil,
            flawed ? words("soundness.flawed_before") : nil,
        ].compactMap(\.self)
    }

    /// Explores and walks it as the version that it would become.
    func finish(after old: ProcesLook?, _ desk: Desk, names: [String: String]) throws -> ProcesExamen {
        guard let definitions, process != nil else { return self }
        let version = (old?.versions.first?.key.version ?? 0) + 1
        guard let definition = ProcessDefinition.compile(definitions, version: version).definition else { return self }
        var finished = self
        finished.keuring = try desk.keurmeester.examine(
            definition, isPublished: false, with: desk.office.playbook, names: names)
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

/// A BPMN file before it is published: its flaws by element and line, its flow, its example cases, and what changes.
struct ProcesOntwerpPage: Page {
    let name: String
    let line: String
    let path: String
    let problems: ZaakPage.Problems?
    let flaws: [BeslissingOntwerpPage.Flaw]
    let svg: SafeMarkup?
    /// The new drawing in words, as on the page of what is published.
    let outline: OutlinePart?
    let soundness: SoundnessPart?
    let scenarios: ScenariosPart?
    let differences: DifferencesPart?
    let old: SafeMarkup?
    /// The form to publish, where the file can run and is another than what zaken begin with.
    let publish: Publish?
    /// Where it is measured against the test questions of the procesbot.
    let measure: String?
    /// That it is what zaken begin with already.
    var unchanged: String? = nil

    struct Publish: Sendable {
        let fields: [Field]
        /// What to think of before publishing all the same.
        let warning: String?
    }

    static let template = "processen/ontwerp"
    static let area: Area? = .processen

    static let sample = ProcesOntwerpPage(
        name: "Incasso", line: "incasso.bpmn wordt versie 4", path: "/ontwerpen/proces/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "reden")]),
        flaws: BeslissingOntwerpPage.sample.flaws, svg: DiagramPart.sample.svg, outline: .sample,
        soundness: .sample, scenarios: .sample, differences: .sample, old: DiagramPart.sample.svg,
        publish: Publish(
            fields: [Field("reden", "Reden", .text(""), id: "reden", isRequired: true)],
            warning: "Een voorbeeldzaak staat rood."), measure: "/procesbot/ontwerpen/1/meting")

    static let variants: [(name: String, page: ProcesOntwerpPage)] = [
        (
            "al geldend",
            ProcesOntwerpPage(
                name: "Incasso", line: "incasso.bpmn", path: "/ontwerpen/proces/1", problems: nil, flaws: [], svg: nil,
                outline: nil, soundness: nil, scenarios: nil, differences: nil, old: nil, publish: nil,
                measure: nil, unchanged: "Nieuwe zaken beginnen al met deze tekening: het is versie 3.")
        )
    ]
}

extension ProcesOntwerpPage {
    init(
        _ draft: Ontwerp, _ exam: ProcesExamen, _ old: ProcesLook?, _ problems: [Problem]?, _ form: FormFields?,
        _ words: Words
    ) {
        let names = exam.definitions.map { ElementNames($0, words, beside: exam.keuring?.names ?? [:]) }
        let version = (old?.versions.first?.key.version ?? 0) + 1
        let before = old?.versions.first { $0.bron == draft.bron }?.key.version
        let isCurrent = old?.newest?.bron == draft.bron
        let line = [
            old == nil
                ? words("processes.draft_new", ["file": draft.bestand])
                : words("decisions.becomes", ["file": draft.bestand, "n": words.number(version)]),
            before.map { words("processes.same_drawing", ["n": words.number($0)]) },
        ].compactMap(\.self).joined(separator: ". ")
        let comparison = exam.definitions.flatMap { new in
            old.map { ModelComparison(old: $0.definitions, new: new) }
        }
        let marks =
            comparison.map { Dictionary($0.classes.map { ($0.key.text, $0.value) }) { first, _ in first } } ?? [:]
        let stuck = exam.keuring?.soundness.classes(picked: nil) ?? [:]
        self.init(
            name: exam.process.flatMap { exam.definitions?.processes[ElementID($0)]?.name } ?? draft.bestand,
            line: isCurrent ? draft.bestand : line, path: ProcessPaths.draft(draft.id),
            problems: problems.map { ZaakPage.Problems(problems: $0) },
            flaws: exam.flaws.prefix(100).map { BeslissingOntwerpPage.Flaw($0, words) },
            svg: exam.definitions.flatMap {
                Drawings.svg($0, marking: marks.merging(stuck) { $0 + $1 }, title: words("comparison.new"))
            },
            outline: exam.definitions.flatMap { OutlineMaker.part($0, process: exam.process ?? "", words) },
            soundness: names.flatMap { names in
                exam.keuring.map { SoundnessPart($0.soundness, names, page: nil, words) }
            },
            scenarios: names.flatMap { names in exam.keuring.flatMap { ScenariosPart($0.scenarios, names, words) } },
            differences: exam.definitions.flatMap { new in
                comparison.flatMap { comparison in
                    old.map { DifferencesPart(comparison, old: $0.definitions, new: new, words) }
                }
            },
            old: old.flatMap { Drawings.svg($0.definitions, marking: marks, title: words("comparison.old")) },
            publish: exam.canRun && !isCurrent ? Publish(exam, form, words) : nil,
            measure: exam.canRun ? AdvicePaths.draftMeasure(draft.id) : nil,
            unchanged: isCurrent
                ? words("refusals.process_unchanged", ["n": words.number(old?.newest?.key.version ?? 0)]) : nil)
    }
}

extension ProcesOntwerpPage.Publish {
    /// The box that is ticked to publish in spite of what speaks against it.
    static let tick = (name: "weet", value: "ja")

    init(_ exam: ProcesExamen, _ form: FormFields?, _ words: Words) {
        let doubts = exam.doubts(words)
        let reason = Field(
            "reden", words("processes.why_version"), .text(form?["reden"] ?? ""), id: "reden",
            hint: words("decisions.reason_hint"), isRequired: true)
        let tick = Field(
            Self.tick.name, words("processes.anyway"),
            .several([
                Option(Self.tick.value, words("processes.anyway_do"), chosen: form?[Self.tick.name] == Self.tick.value)
            ]),
            id: Self.tick.name, isRequired: true)
        self.init(
            fields: doubts.isEmpty ? [reason] : [reason, tick],
            warning: doubts.isEmpty ? nil : doubts.joined(separator: " "))
    }
}
