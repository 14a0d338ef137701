import Bpmn
import Engine
import Zaken

extension ProcesOntwerpPage {
    init(
        _ draft: Ontwerp, _ exam: ProcesExamen, _ old: ProcesLook?, _ problems: [Problem]?, _ form: FormFields?,
        cases: [Problem]?, flaw: Int?, _ playbook: Playbook, _ words: Words
    ) {
        let names = exam.definitions.map { ElementNames($0, words, beside: exam.keuring?.names ?? [:]) }
        let isCurrent = old?.newest?.bron == draft.bron
        let comparison = exam.definitions.flatMap { new in
            old.map { ModelComparison(old: $0.definitions, new: new) }
        }
        let marks =
            comparison.map { Dictionary($0.classes.map { ($0.key.text, $0.value) }) { first, _ in first } } ?? [:]
        let stuck = exam.definitions.flatMap { exam.keuring?.soundness.classes(picked: flaw, in: $0) } ?? [:]
        let path = ProcessPaths.draft(draft.id)
        self.init(
            name: exam.process.flatMap { exam.name(of: $0) } ?? draft.bestand,
            line: isCurrent ? draft.bestand : Self.line(draft, old, words), path: path,
            problems: problems.map { ZaakPage.Problems(problems: $0) },
            flaws: exam.flaws.prefix(100).map { BeslissingOntwerpPage.Flaw($0, words) },
            svg: exam.definitions.flatMap {
                Drawings.svg(
                    $0, process: exam.process, marking: marks.merging(stuck) { $0 + $1 }, title: words("comparison.new")
                )
            },
            outline: exam.definitions.flatMap { OutlineMaker.part($0, process: exam.process ?? "", words) },
            soundness: names.flatMap { names in
                exam.keuring.map {
                    SoundnessPart(
                        $0, doubts: exam.unknown.count, names, page: { "\(path)?fout=\($0)#nieuw" }, words)
                }
            },
            scenarios: names.flatMap { names in exam.keuring.flatMap { ScenariosPart($0, names, words) } },
            differences: exam.definitions.flatMap { new in
                comparison.flatMap { comparison in
                    old.map { DifferencesPart(comparison, old: $0.definitions, new: new, words, playbook) }
                }
            },
            old: old.flatMap {
                Drawings.svg($0.definitions, process: exam.process, marking: marks, title: words("comparison.old"))
            },
            publish: exam.canRun && !isCurrent ? Publish(exam, form, playbook, words) : nil,
            measure: exam.canRun ? AdvicePaths.draftMeasure(draft.id) : nil,
            unchanged: isCurrent
                ? words("refusals.process_unchanged", ["n": words.number(old?.newest?.key.version ?? 0)]) : nil,
            examples: exam.process == nil || isCurrent
                ? nil
                : VoorbeeldinvoerPart(
                    path: ProcessPaths.draftExamples(draft.id),
                    removing: draft.voorbeelden.map {
                        .init(path: ProcessPaths.draftExamplesRemoval(draft.id), file: $0.naam)
                    }, problems: cases.map { .init(problems: $0) }),
            processes: exam.others(path, words))
    }
}

extension ProcesOntwerpPage {
    /// Which version it becomes, and which it was before.
    private static func line(_ draft: Ontwerp, _ old: ProcesLook?, _ words: Words) -> String {
        guard let old else { return words("processes.draft_new", ["file": draft.bestand]) }
        let version = (old.versions.first?.key.version ?? 0) + 1
        let becomes = words("decisions.becomes", ["file": draft.bestand, "n": words.number(version)])
        let before = old.versions.first { $0.bron == draft.bron }?.key.version
        guard let before else { return becomes }
        return becomes + ". " + words("processes.same_drawing", ["n": words.number(before)])
    }
}

extension ProcesOntwerpPage.Publish {
    /// The box that is ticked to publish in spite of what speaks against it.
    static let tick = (name: "weet", value: "ja")

    init(_ exam: ProcesExamen, _ form: FormFields?, _ playbook: Playbook, _ words: Words) {
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
        let choice = exam.choice(form, playbook, words)
        self.init(
            looked: exam.process ?? "", fields: [choice, reason, doubts.isEmpty ? nil : tick].compactMap(\.self),
            use: words.use(of: exam.process ?? "", playbook),
            warning: doubts.isEmpty ? nil : doubts.joined(separator: " "))
    }
}

extension ProcesExamen {
    /// The name of a process; nothing where it has none.
    func name(of process: String) -> String? {
        definitions.map { $0.name(ofProcess: process) }.flatMap { $0 == process ? nil : $0 }
    }

    /// The processes of a file with more than one, to look at each.
    fileprivate func others(_ path: String, _ words: Words) -> [Way] {
        guard offered.count > 1 else { return [] }
        return offered.map { Way(name(of: $0) ?? $0, "\(path)?proces=\($0.formEncoded)", current: $0 == process) }
    }

    /// Which of them are published; all to begin with.
    fileprivate func choice(_ form: FormFields?, _ playbook: Playbook, _ words: Words) -> Field? {
        guard offered.count > 1 else { return nil }
        let chosen = form.map { Set($0.all("processen")) } ?? Set(offered)
        return Field(
            "processen", words("processes.which"),
            .several(
                offered.map { one in
                    let key = playbook.processen.newest(one) == nil ? "processes.as_new" : "processes.as_next"
                    let label = words(key, ["name": name(of: one).map { "\($0) (\(one))" } ?? one])
                    return Option(one, label, chosen: chosen.contains(one))
                }),
            id: "processen", hint: words("processes.which_hint"), isRequired: true)
    }
}
