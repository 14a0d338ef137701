import Basics
import Bpmn
import Engine
import Zaken

extension SoundnessPart {
    /// `page` leads to the drawing with the way to a flaw on it, by the number of the flaw; `doubts` is how many names nothing gives.
    init(_ keuring: Keuring, doubts: Int = 0, _ names: ElementNames, page: (Int) -> String, _ words: Words) {
        let report = keuring.soundness
        let stuck = keuring.scenarios.count(where: \.isStuck)
        let summary =
            if !report.flaws.isEmpty {
                [
                    words("soundness.flaws", count: report.flaws.count),
                    report.isComplete ? nil : words("soundness.stopped", ["n": words.number(report.states)]),
                ].compactMap(\.self).joined(separator: " ")
            } else if stuck > 0 {
                words("soundness.stuck", count: stuck)
            } else if doubts > 0 {
                words("soundness.unknown", count: doubts)
            } else {
                words(report.isComplete ? "soundness.sound" : "soundness.bounded", ["n": words.number(report.states)])
            }
        let state =
            if !report.flaws.isEmpty || stuck > 0 || doubts > 0 {
                Chip(words("soundness.state_flawed"), "urgent")
            } else if report.isComplete {
                Chip(words("soundness.state_sound"), "calm")
            } else {
                Chip(words("soundness.state_bounded"), "attention")
            }
        self.init(
            summary: summary, state: state,
            flaws: report.flaws.prefix(20).enumerated().map { index, flaw in
                Flaw(
                    kind: Chip(
                        words("soundness.\(flaw.kind.rawValue)"), flaw.kind == .deadActivity ? "attention" : "urgent"),
                    text: flaw.sentence(names, words),
                    steps: flaw.path.map { Line(text: names.step($0)) },
                    path: page(index + 1)
                )
            })
    }
}

extension Scenario.Result {
    /// Whether it did not get as far as it was to come.
    fileprivate var isStuck: Bool {
        problems.contains { problem in
            switch problem {
            case .incident, .step: true
            case .unknownProcess, .unknownService, .notPassed, .passed, .notWaiting, .ended, .fact: false
            }
        }
    }
}

extension SoundnessReport.Flaw {
    /// What goes wrong, and where a split and a join cause it, what to draw instead.
    fileprivate func sentence(_ names: ElementNames, _ words: Words) -> String {
        if let event { return words("soundness.again_at", ["name": names.unique(node), "event": names.unique(event)]) }
        guard let mismatch else { return words("soundness.\(kind.rawValue)_at", ["name": names.unique(node)]) }
        return words(
            "soundness.fix_\(mismatch.remedy.rawValue)",
            ["split": names.between(mismatch.split), "join": names.between(mismatch.join)]
        )
    }
}

extension SoundnessReport {
    /// What of the flow speaks against publishing it: a sentence for each kind of flaw, the gravest first.
    func doubts(_ words: Words) -> [String] {
        Flaw.Kind.allCases.filter { kind in flaws.contains { $0.kind == kind } }.map {
            words("soundness.before_\($0.rawValue)")
        }
    }

    /// Classes for the drawing: where flaws show, and the way to the one that was picked; what lies around other steps is no step of the way.
    func classes(picked: Int?, in definitions: Definitions) -> [String: [String]] {
        var classes = Dictionary(flaws.map { ($0.node, ["is-stuck"]) }) { first, _ in first }
        guard let picked, flaws.indices.contains(picked - 1) else { return classes }
        let flaw = flaws[picked - 1]
        classes[flaw.node] = ["is-stuck", "is-picked"]
        let holding = definitions.holding
        for step in flaw.path where classes[step] == nil && !holding.contains(step) { classes[step] = ["is-here"] }
        return classes
    }
}

extension Definitions {
    /// The steps that others stand in.
    fileprivate var holding: Set<String> {
        Set(processes.flatMap(\.scope.allNodes).filter { $0.innerScope?.nodes.isEmpty == false }.map(\.id.text))
    }
}

extension ScenariosPart {
    init?(_ keuring: Keuring, _ names: ElementNames, _ words: Words) {
        let results = keuring.scenarios
        guard !results.isEmpty else { return nil }
        let green = results.count { $0.passed }
        self.init(
            summary: words(
                "scenarios.count", count: green, ["n": words.number(green), "all": words.number(results.count)]),
            source: keuring.file.map { words("scenarios.own", ["file": $0]) },
            scenarios: results.sorted { !$0.passed && $1.passed }.map { One($0, names, words) })
    }

    /// Those that a new decision table makes red; nothing where there are none.
    init?(red results: [Scenario.Result], _ names: ElementNames, _ words: Words) {
        guard !results.isEmpty else { return nil }
        self.init(
            summary: words("decisions.cases_red", count: results.count), source: nil,
            scenarios: results.map { One($0, names, words) })
    }
}

extension ScenariosPart.One {
    fileprivate init(_ result: Scenario.Result, _ names: ElementNames, _ words: Words) {
        self.init(
            name: result.name,
            state: result.passed ? Chip(words("scenarios.green"), "calm") : Chip(words("scenarios.red"), "urgent"),
            problems: result.problems.map { .init(text: $0.sentence(names, words)) },
            went: result.passed ? nil : result.path.map { names.unique($0) }.joined(separator: " → "))
    }
}

extension Scenario.Problem {
    func sentence(_ names: ElementNames, _ words: Words) -> String {
        switch self {
        case .unknownProcess(let name): words("scenarios.unknown_process", ["name": name])
        case .step(0, let obstacle): words("scenarios.start", ["why": obstacle.sentence(names, words)])
        case .step(let number, let obstacle):
            words("scenarios.step", ["n": words.number(number), "why": obstacle.sentence(names, words)])
        case .unknownService(let service, let node):
            words("scenarios.unknown_service", ["name": names.unique(node), "service": service])
        case .incident(.stuck(let join), let node):
            words(
                "scenarios.incident",
                ["name": names.unique(node), "why": words("mishaps.stuck", ["name": names.unique(join)])])
        case .incident(let cause, let node):
            words("scenarios.incident", ["name": names.unique(node), "why": cause.sentence(words)])
                + formula(cause, words)
        case .notPassed(let node): words("scenarios.not_passed", ["name": names.unique(node)])
        case .passed(let node): words("scenarios.passed", ["name": names.unique(node)])
        case .notWaiting(let node): words("scenarios.not_waiting", ["name": names.unique(node)])
        case .ended(let end, let expected):
            words("scenarios.ended", ["end": words.end(end), "expected": words.end(expected)])
        case .fact(let name, let value, let expected):
            words(
                "scenarios.fact", ["name": name, "value": words.fact(value), "expected": words.fact(expected)])
        }
    }
}

extension Scenario.Problem {
    /// Which formula it was.
    private func formula(_ cause: Incident.Cause, _ words: Words) -> String {
        switch cause {
        case .formula(let source, _), .notUsable(let source, _, _):
            " " + words("scenarios.formula", ["formula": source.hasPrefix("=") ? String(source.dropFirst()) : source])
        default: ""
        }
    }
}

extension Scenario.Obstacle {
    func sentence(_ names: ElementNames, _ words: Words) -> String {
        switch self {
        case .notThere(let node, let waiting):
            words("scenarios.not_there", ["name": names.unique(node)]) + standing(waiting, names, words)
        case .noChoice(let node, let waiting):
            words("scenarios.no_choice", ["name": names.unique(node)]) + standing(waiting, names, words)
        case .noWay(let way, let node, let ways):
            words("scenarios.no_way", ["name": names.unique(node), "way": way, "ways": ways.joined(separator: ", ")])
        case .refused(.nobodyAwaits(let event), let waiting):
            words("scenarios.nobody_awaits", ["name": event]) + standing(waiting, names, words)
        case .refused(_, let waiting): words("scenarios.refused") + standing(waiting, names, words)
        }
    }

    private func standing(_ nodes: [String], _ names: ElementNames, _ words: Words) -> String {
        let places = nodes.map { "“\(names.unique($0))”" }.joined(separator: ", ")
        return " " + (nodes.isEmpty ? words("scenarios.had_ended") : words("scenarios.stands_at", ["names": places]))
    }
}

extension Words {
    /// How a case ended, by the word that scenarios have for it.
    fileprivate func end(_ word: String) -> String {
        let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
        guard let kind = parts.first, let sentence = text("scenarios.end_\(kind)") else { return word }
        return parts.count > 1 ? "\(sentence) \(parts[1])" : sentence
    }
}
