import Basics
import Dmn
import Feel
import Zaken

/// Makes the page of a decision model for one reader.
struct BeslissingPageMaker {
    let look: BeslissingLook
    let words: Words
    let today: Day
    let now: Moment
    let mayEdit: Bool
    /// The facts that the reader typed, by the name of the input.
    var facts: [String: String] = [:]
    var isTried = false

    private var decision: DmnDecision { look.decision }
    private var model: DmnModel { look.file.program.model }
    private var path: String { DecisionPaths.model(look.model.code) }

    func page() -> BeslissingPage {
        let trial = isTried ? tried : nil
        let findings = decision.table.map { finder.findings(of: $0, in: decision) } ?? []
        return BeslissingPage(
            name: look.model.naam, line: line, question: decision.question?.trimmingSpace,
            tables: model.decisions.count > 1 ? tables : [],
            table: decision.table.map { TablePart($0, name: decision.name, fired: trial?.fired ?? [], words) },
            literal: literal, trial: self.trial(trial), findings: findings,
            checked: decision.table != nil && findings.isEmpty ? words("decisions.check_clean") : nil,
            svg: SafeMarkup(
                drawing: DecisionDrawing(model, title: words("decisions.graph"), here: decision.id).svg),
            needs: needs, versions: versions,
            download: DecisionPaths.file(look.model.code) + "?versie=\(look.model.versie)",
            editing: mayEdit && decision.table != nil && look.isNewest
                ? DecisionPaths.editing(look.model.code) + "?tabel=\(decision.id.formEncoded)" : nil)
    }

    private var line: String {
        words(
            "decisions.valid_from",
            ["n": words.number(look.model.versie), "day": words.validity(of: look.model)])
    }

    private var tables: [Way] {
        model.decisions.reversed().map { one in
            Way(one.name, address(of: one.id), current: one.id == decision.id)
        }
    }

    private func address(of id: String) -> String {
        path + "?versie=\(look.model.versie)&tabel=\(id.formEncoded)"
    }

    private var literal: String? {
        if case .literal(let text) = decision.logic?.kind { text.trimmingSpace } else { nil }
    }

    private var needs: [BeslissingPage.Need] {
        let graph = DecisionGraph(model)
        return graph.nodes.compactMap { node in
            let needed = graph.needed(by: node.id).map(\.name)
            return needed.isEmpty ? nil : .init(name: node.name, needs: needed.joined(separator: ", "))
        }
    }

    private var versions: [BeslissingPage.Version] {
        look.versions.enumerated().map { index, one in
            let older = look.versions.indices.contains(index + 1) ? look.versions[index + 1] : nil
            return BeslissingPage.Version(
                label: words("processes.version_n", ["n": words.number(one.versie)]),
                path: path + "?versie=\(one.versie)&tabel=\(decision.id.formEncoded)",
                comparison: older.map {
                    DecisionPaths.comparison(one.code) + "?oud=\($0.versie)&nieuw=\(one.versie)"
                },
                when: words(
                    "decisions.from_by",
                    ["day": words.validity(of: one), "who": look.colleagues.name(of: one.door, words)]),
                reason: one.reden.isEmpty ? words("decisions.shipped") : one.reden,
                current: one.versie == look.model.versie)
        }
    }

    private var finder: FindingMaker {
        FindingMaker(words: words, program: look.file.program) { example in
            guard let address = trialAddress(example) else { return nil }
            return address
        }
    }

    /// A trial with the facts of an example, where the inputs of the table are inputs of the model.
    private func trialAddress(_ example: [DmnExample]) -> String? {
        let given = Set(model.inputs(of: decision).map(\.variable.name))
        let pairs = example.map { ($0.expression, $0.value) }
        guard pairs.allSatisfy({ given.contains($0.0) }) else { return nil }
        let query = pairs.map { "feit.\($0.0)".formEncoded + "=" + words.typed($0.1).formEncoded }
        return address(of: decision.id) + "&proef=1&" + query.joined(separator: "&") + "#proef"
    }
}

extension BeslissingLook {
    var isNewest: Bool { model.versie == versions.first?.versie }
}

extension BeslissingPageMaker {
    /// What was decided with the facts as typed; nothing while one of them cannot be read.
    private var tried: DmnTrial? { given.flatMap { look.file.program.tryOut(decision.variable.name, given: $0) } }

    private var given: DmnFacts? {
        let types = Dictionary(model.inputs.map { ($0.variable.name, $0.variable.type) }) { first, _ in first }
        var values: [String: FeelValue] = [:]
        for (name, text) in facts where !text.isEmpty {
            guard let fact = TypedFact(text, type: types[name] ?? nil) else { return nil }
            values[name] = fact.value
        }
        return DmnFacts(values, now: FeelNow(now))
    }

    /// What the decisions gave that this one rests on.
    private var steps: [TrialPart.Line] {
        guard let given else { return [] }
        return decision.information.compactMap { need in
            guard let other = model.decisions.first(where: { $0.id == need.local }),
                let trial = look.file.program.tryOut(other.variable.name, given: given)
            else { return nil }
            return TrialPart.Line(
                text: words(
                    "decisions.step_outcome", ["name": other.name, "value": words.outcome(trial.result.value)]))
        }
    }

    /// The rules that fired, as they stand in the table.
    private func firedRules(_ trial: DmnTrial) -> [TrialPart.Line] {
        let rules = decision.table?.rules ?? []
        return trial.fired.filter { rules.indices.contains($0 - 1) }.map { number in
            let rule = rules[number - 1]
            let tests = rule.tests.map(\.text.trimmingSpace).joined(separator: " · ")
            let outputs = (rule.outputs.map(\.text.trimmingSpace) + rule.annotations.filter { !$0.isEmpty })
                .joined(separator: " · ")
            return TrialPart.Line(
                text: words(
                    "decisions.rule_says", ["n": words.number(number), "tests": tests, "outputs": outputs]))
        }
    }

    /// What was left empty, where nothing came of it.
    private func left(_ trial: DmnTrial) -> [TrialPart.Line] {
        guard trial.result.value.isNull else { return [] }
        let empty = model.inputs(of: decision).map(\.variable.name).filter { (facts[$0] ?? "").isEmpty }
        return empty.isEmpty
            ? [] : [.init(text: words("decisions.left_empty", ["names": empty.joined(separator: ", ")]))]
    }

    private func trial(_ trial: DmnTrial?) -> TrialPart {
        TrialPart(
            path: path, table: decision.id, version: String(look.model.versie),
            fields: model.inputs(of: decision).enumerated().map { field($1, number: $0) },
            outcome: trial.map(outcome))
    }

    private func outcome(_ trial: DmnTrial) -> TrialPart.Outcome {
        let rules = trial.fired.map { words.number($0) }.joined(separator: ", ")
        let sentence =
            decision.table == nil
            ? words("decisions.computed") : words("decisions.rules_fired", count: trial.fired.count, ["rules": rules])
        return TrialPart.Outcome(
            value: words.outcome(trial.result.value), rules: sentence, steps: steps,
            fired: firedRules(trial) + left(trial),
            problems: trial.result.problems.prefix(10).map { .init(text: self.sentence(of: $0)) })
    }

    /// With its place in the formula, where it has one; what the surroundings tell has none.
    private func sentence(of problem: FeelProblem) -> String {
        if case .other(let said) = problem.reason { words(said) } else { words(problem.phrase) }
    }

    private func field(_ input: DmnInput, number: Int) -> Field {
        let (name, type) = (input.variable.name, input.variable.type)
        let typed = facts[name] ?? ""
        let listed = model.listed(type).isEmpty ? listedInTable(name) : model.listed(type)
        return Field(
            "feit.\(name)", name, kind(type, listed, typed), id: "feit-\(number)",
            hint: type.flatMap { words.text("decisions.type_\($0)") },
            problem: typed.isEmpty || TypedFact(typed, type: type) != nil
                ? nil : words("decisions.unreadable_\(type ?? "")", ["typed": typed]))
    }

    private func kind(_ type: String?, _ listed: [String], _ typed: String) -> Field.Kind {
        let unknown = Option("", words("decisions.not_known"), chosen: typed.isEmpty)
        if type == "boolean" { return .choice(words.yesNo(typed: typed).filter { !$0.value.isEmpty } + [unknown]) }
        if !listed.isEmpty {
            let all = listed.map { Option($0, $0, chosen: $0 == typed) }
            return .choice(all.count < 4 ? all + [unknown] : all)
        }
        return type == "date" ? .date(typed) : .text(typed)
    }

    private func listedInTable(_ name: String) -> [String] {
        decision.table?.inputs.first { $0.expression.trimmingSpace == name }?.allowed?.listedTexts ?? []
    }
}

extension Words {
    /// From when a version decides.
    func validity(of model: Beslissingsmodel) -> String {
        model.isAlwaysValid ? self("decisions.beginning") : date(model.geldigVanaf)
    }

    /// What came of a decision, as people say it.
    func outcome(_ value: FeelValue) -> String { value.isNull ? self("decisions.no_outcome") : typed(value) }

    /// A value as a person types it in a field.
    func typed(_ value: FeelValue) -> String {
        switch value {
        case .boolean(let flag): flag ? "ja" : "nee"
        case .string(let text): text
        case .null, .number, .date, .time, .dateTime, .daysDuration, .yearsDuration, .list, .context, .range, .function,
            .unknown:
            value.literal
        }
    }
}
