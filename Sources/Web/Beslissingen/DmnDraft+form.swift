import Dmn

extension DmnDraft {
    /// At most so many rules can be edited on a screen.
    static let mostRules = 300
    /// And so many columns of a kind.
    static let mostColumns = 40

    /// The table as it was sent, beside how the file has it; nothing when a part of the form did not arrive.
    init?(_ form: FormFields, of table: DmnTable) {
        guard form["rijen"] != nil else {
            self.init(table)
            return
        }
        let sent = SentTable(form)
        guard sent.isWhole, let rows = sent.count("rijen", most: DmnDraft.mostRules),
            let inputs = sent.count("kolommen.in", most: DmnDraft.mostColumns),
            let outputs = sent.count("kolommen.uit", most: DmnDraft.mostColumns),
            let notes = sent.count("kolommen.bij", most: DmnDraft.mostColumns)
        else { return nil }
        let origins = Origins(
            rules: (0..<rows).map { sent.place("bron.\($0)") },
            inputs: (0..<inputs).map { sent.place("k.in.\($0).bron") },
            outputs: (0..<outputs).map { sent.place("k.uit.\($0).bron") },
            annotations: (0..<notes).map { sent.place("k.bij.\($0).bron") })
        var changed = table
        changed.policy = DmnHitPolicy.all.first { $0.word == sent["trefbeleid"] } ?? table.policy
        changed.inputs = origins.inputs.enumerated().map { sent.input($0, was: table.inputs.at($1)) }
        changed.outputs = origins.outputs.enumerated().map { sent.output($0, was: table.outputs.at($1)) }
        changed.annotations = origins.annotations.enumerated().map {
            sent.same("k.bij.\($0).titel", table.annotations.at($1)) ?? ""
        }
        let rules = (0..<rows).map { row in
            let rule = table.rules.at(origins.rules[row])
            return DmnTypedRule(
                id: sent["id.\(row)"].flatMap { $0.isEmpty ? nil : $0 },
                tests: (0..<inputs).map { sent.cell("in.\(row).\($0)", rule?.tests.at(origins.inputs[$0])) },
                outputs: (0..<outputs).map { sent.cell("uit.\(row).\($0)", rule?.outputs.at(origins.outputs[$0])) },
                annotations: (0..<notes).map {
                    sent.same("bij.\(row).\($0)", rule?.annotations.at(origins.annotations[$0])) ?? ""
                })
        }
        self.init(changed.with(rules: rules), from: origins)
    }
}

extension DmnHitPolicy {
    /// All of them, in the order of the standard (DMN 1.5, 8.2.10).
    static let all: [DmnHitPolicy] = [
        .unique, .any, .priority, .first, .outputOrder, .ruleOrder, .collect(nil), .collect(.sum), .collect(.count),
        .collect(.min), .collect(.max),
    ]
}

/// The fields of a table that was sent.
private struct SentTable {
    private let fields: [String: String]

    init(_ form: FormFields) {
        fields = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }

    subscript(name: String) -> String? { fields[name] }

    func cell(_ name: String, _ old: DmnCell?) -> String { same(name, old?.text) ?? "" }

    /// What was typed; what it was where a field of one line only took its line breaks away, or did not come along.
    func same(_ name: String, _ old: String?) -> String? {
        guard let new = fields[name], new.onOneLine != old?.onOneLine else { return old }
        return new
    }

    /// The last field of the form came along: nothing was cut off.
    var isWhole: Bool { fields["einde"] != nil }

    func count(_ name: String, most: Int) -> Int? {
        fields[name].flatMap { Int($0) }.flatMap { (0...most).contains($0) ? $0 : nil }
    }

    func place(_ name: String) -> Int? { fields[name].flatMap { Int($0) } }

    func input(_ column: Int, was clause: DmnInputClause?) -> DmnInputClause {
        var clause = clause ?? .empty
        let key = "k.in.\(column)"
        clause.label = text("\(key).titel", clause.label)
        clause.expression = same("\(key).formule", clause.expression) ?? ""
        clause.type = text("\(key).soort", clause.type)
        clause.allowed = text("\(key).waarden", clause.allowed)
        return clause
    }

    func output(_ column: Int, was clause: DmnOutputClause?) -> DmnOutputClause {
        var clause = clause ?? .empty
        let key = "k.uit.\(column)"
        clause.label = text("\(key).titel", clause.label)
        clause.name = text("\(key).naam", clause.name)
        clause.type = text("\(key).soort", clause.type)
        clause.allowed = text("\(key).waarden", clause.allowed)
        clause.fallback = text("\(key).anders", clause.fallback)
        return clause
    }

    /// What was typed, nothing when it was emptied, and what it was when the field did not come along.
    private func text(_ name: String, _ old: String?) -> String? {
        guard let new = fields[name] else { return old }
        if new.onOneLine == old?.onOneLine ?? "" { return old }
        return new.trimmingSpace.isEmpty ? nil : new.trimmingSpace
    }
}

extension String {
    /// As a field of one line shows it.
    fileprivate var onOneLine: String { filter { !$0.isNewline }.trimmingSpace }
}

extension Array {
    fileprivate func at(_ place: Int?) -> Element? {
        place.flatMap { indices.contains($0) ? self[$0] : nil }
    }
}
