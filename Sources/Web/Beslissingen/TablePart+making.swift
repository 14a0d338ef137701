import Dmn
import Feel

extension TablePart {
    init(_ table: DmnTable, name: String, fired: [Int], _ words: Words) {
        let view = table.view(fired: fired)
        self.init(
            caption: name, policy: view.policy, meaning: words("decisions.policy_\(table.policy.word)"),
            inputs: view.inputs.map { Column($0, words) }, outputs: view.outputs.map { Column($0, words) },
            annotations: view.annotations.map(Title.init(title:)),
            rows: view.rows.map { row in
                let annotations = view.annotations.indices.map {
                    row.annotations.indices.contains($0) ? row.annotations[$0] : ""
                }
                return Row(
                    number: words.number(row.number), fired: row.fired, state: nil,
                    cells: row.tests.map { Cell(text: $0, isOutput: false, old: nil) }
                        + row.outputs.map { Cell(text: $0, isOutput: true, old: nil) }
                        + annotations.map { Cell(text: $0, isOutput: false, old: nil) })
            })
    }
}

extension TablePart.Column {
    init(_ column: DmnTableView.Column, _ words: Words) {
        let parts = [
            column.expression == column.title ? nil : column.expression, column.type.map(words.feelType),
            column.allowed,
        ]
        let detail = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
        self.init(title: column.title, detail: detail.isEmpty ? nil : detail)
    }
}

extension DmnHitPolicy {
    /// The word for it in the string tables.
    var word: String {
        switch self {
        case .unique: "unique"
        case .any: "any"
        case .priority: "priority"
        case .first: "first"
        case .outputOrder: "output_order"
        case .ruleOrder: "rule_order"
        case .collect(nil): "collect"
        case .collect(.sum): "sum"
        case .collect(.count): "count"
        case .collect(.min): "min"
        case .collect(.max): "max"
        }
    }
}

/// Puts what the check of a table found in sentences.
struct FindingMaker {
    let words: Words
    let program: DmnProgram
    /// Where to try the facts of an example, when that can be.
    let trial: ([DmnExample]) -> String?

    func findings(of table: DmnTable, in decision: DmnDecision) -> [FindingPart] {
        program.check(table, of: decision).map(part)
    }

    private func part(_ finding: DmnFinding) -> FindingPart {
        switch finding {
        case .gap(let example): make("gap", "urgent", example: example)
        case .overlap(let rule, let other, let example):
            make("overlap", "urgent", ["one": words.number(rule), "other": words.number(other)], example: example)
        case .neverFires(let rule, []): make("contradiction", "attention", ["one": words.number(rule)])
        case .neverFires(let rule, let covered):
            make(
                "dead", "attention",
                ["one": words.number(rule), "other": covered.map(words.number).joined(separator: ", ")])
        case .notAllowed(let rule, let column, let value, let allowed):
            make(
                rule == 0 ? "forbidden_default" : "forbidden", "urgent",
                [
                    "one": words.number(rule), "other": words.number(column), "value": value.replacing("\"", with: ""),
                    "allowed": allowed.replacing("\"", with: ""),
                ])
        case .notListed(let rule, let column, let text, let allowed):
            make(
                "unlisted", "attention",
                [
                    "one": words.number(rule), "other": words.number(column), "value": text.replacing("\"", with: ""),
                    "allowed": allowed.replacing("\"", with: ""),
                ])
        case .unknownName(let name, let place, let text): unknown(name, at: place, text)
        case .notChecked(let rule, let column, let text, let doubt):
            make(
                "unchecked", "note",
                [
                    "one": words.number(rule), "other": words.number(column), "cell": text,
                    "why": words("decisions.doubt_\(doubt.rawValue)"),
                ])
        case .inputNotChecked(let column, let text, let doubt):
            make(
                "unchecked_input", "note",
                [
                    "other": words.number(column), "cell": text,
                    "why": words("decisions.input_doubt_\(doubt.rawValue)"),
                ])
        case .tooLarge: make("large", "note")
        }
    }

    /// A name that nothing gives is often a text without its quotes.
    private func unknown(_ name: String, at place: DmnPlace, _ text: String) -> FindingPart {
        let (kind, rule, column) =
            switch place {
            case .input(let column): ("unknown_input", 0, column)
            case .test(let rule, let column): ("unknown_test", rule, column)
            case .output(let rule, let column): ("unknown_output", rule, column)
            case .fallback(let column): ("unknown_default", 0, column)
            }
        return make(
            kind, "urgent",
            ["one": words.number(rule), "other": words.number(column), "cell": text, "name": name])
    }

    private func make(
        _ kind: String, _ tone: String, _ parts: KeyValuePairs<String, String> = [:], example: [DmnExample] = []
    ) -> FindingPart {
        let facts = example.map { "\($0.input) = \($0.value.literal)" }.joined(separator: ", ")
        return FindingPart(
            kind: Chip(words("decisions.finding_\(kind)"), tone), text: words("decisions.found_\(kind)", parts),
            example: facts.isEmpty ? nil : facts, path: example.isEmpty ? nil : trial(example))
    }
}
