import Dmn
import Feel

/// Makes the columns and the hit policy of a table to a form.
struct ColumnMaker {
    let draft: DmnDraft
    let words: Words
    let names: FeelNames

    private var table: DmnTable { draft.table }

    /// What is wrong with the columns themselves, in sentences.
    var problems: [String] {
        let inputs = table.inputs.indices.compactMap { column in
            fault(ofInput: column).map { words("decisions.column_wrong", ["n": words.number(column + 1), "why": $0]) }
        }
        return inputs + (hasNamelessOutput ? [words("decisions.outputs_named")] : [])
    }

    var isWrong: Bool { !problems.isEmpty }

    var policy: Field {
        Field(
            "trefbeleid", words("decisions.hit_policy"),
            .list(
                DmnHitPolicy.all.map { policy in
                    Option(
                        policy.word, "\(policy.letter): " + words("decisions.policy_\(policy.word)"),
                        chosen: policy == table.policy)
                }), id: "trefbeleid", isRequired: true)
    }

    var groups: [BewerkingPage.ColumnGroup] { DmnDraft.Side.allCases.map(group) }

    private func group(_ side: DmnDraft.Side) -> BewerkingPage.ColumnGroup {
        let count = draft.count(side)
        return .init(
            side: side.word, title: words("decisions.columns_\(side.word)"), count: String(count),
            add: words("decisions.add_\(side.word)"),
            columns: (0..<count).map { column in
                BewerkingPage.ColumnPart(
                    key: "\(side.word).\(column)", press: "\(side.word):\(column)",
                    legend: words(
                        "decisions.column", ["n": words.number(column + 1), "column": title(side, column)]),
                    origin: origins(side)[column].map(String.init) ?? "", fields: fields(side, column))
            })
    }

    private func origins(_ side: DmnDraft.Side) -> [Int?] {
        switch side {
        case .input: draft.origins.inputs
        case .output: draft.origins.outputs
        case .annotation: draft.origins.annotations
        }
    }

    private func title(_ side: DmnDraft.Side, _ column: Int) -> String {
        let title =
            switch side {
            case .input: table.inputs[column].title
            case .output: table.outputs[column].title
            case .annotation: table.annotations[column]
            }
        return title.isEmpty ? words("decisions.new_column") : title
    }

    private func fields(_ side: DmnDraft.Side, _ column: Int) -> [Field] {
        let key = "k.\(side.word).\(column)"
        switch side {
        case .input:
            let clause = table.inputs[column]
            return [
                text(key, "titel", clause.label),
                text(key, "formule", clause.expression, problem: fault(ofInput: column), isRequired: true),
                type(key, clause.type), text(key, "waarden", clause.allowed),
            ]
        case .output:
            let clause = table.outputs[column]
            let isNameless = hasNamelessOutput && (clause.name ?? "").isEmpty
            return [
                text(key, "titel", clause.label),
                text(key, "naam", clause.name, problem: isNameless ? words("decisions.outputs_named") : nil),
                type(key, clause.type), text(key, "waarden", clause.allowed), text(key, "anders", clause.fallback),
            ]
        case .annotation: return [text(key, "titel", table.annotations[column])]
        }
    }

    private func text(
        _ key: String, _ part: String, _ value: String?, problem: String? = nil, isRequired: Bool = false
    ) -> Field {
        Field(
            "\(key).\(part)", words("decisions.column_\(part)"), .text(value ?? ""), problem: problem,
            isRequired: isRequired)
    }

    private func type(_ key: String, _ type: String?) -> Field {
        let known = ColumnMaker.types + [type].compactMap(\.self).filter { !ColumnMaker.types.contains($0) }
        return Field(
            "\(key).soort", words("decisions.column_soort"),
            .list(known.map { Option($0, words.feelType($0), chosen: $0 == type) }))
    }

    /// The types that FEEL itself has (DMN 1.5, 10.3.2.2).
    private static let types = [
        "string", "number", "boolean", "date", "time", "date and time", "days and time duration",
        "years and months duration",
    ]

    /// With more than one output, each has a name of its own (DMN 1.5, 8.2.7).
    private var hasNamelessOutput: Bool {
        let given = table.outputs.compactMap(\.name).filter { !$0.isEmpty }
        return table.outputs.count > 1 && Set(given).count < table.outputs.count
    }

    private func fault(ofInput column: Int) -> String? {
        let text = table.inputs[column].expression
        if text.trimmingSpace.isEmpty { return words("decisions.expression_missing") }
        do {
            _ = try FeelExpression(parsing: text, names: names)
            return nil
        } catch {
            return words(error.phrase)
        }
    }
}
