import Dmn
import Zaken

/// Two versions of a decision model: each table with what was added, removed and changed.
struct VergelijkingPage: Page {
    let name: String
    let path: String
    let line: String
    let reason: String
    let tables: [TablePart]
    let same: String?

    static let template = "beslissingen/vergelijking"
    static let area: Area? = .processen
    static let sample = VergelijkingPage(
        name: "Klantsegment", path: "/beslissingen/klantsegment", line: "versie 1 en versie 2", reason: "Na overleg.",
        tables: [.sample], same: "Alle tabellen zijn gelijk.")
}

extension VergelijkingPage {
    init(_ old: Beslissingsmodel, _ new: Beslissingsmodel, _ words: Words) throws {
        let before = try Beslissingsbestand(bron: old.bron).program.model.decisions
        let after = try Beslissingsbestand(bron: new.bron).program.model.decisions
        let comparison = TableComparison(words: words)
        let kept = after.compactMap { decision -> TablePart? in
            guard let table = decision.table else { return nil }
            return comparison.part(decision.name, before.first { $0.id == decision.id }?.table, table)
        }
        let gone = before.filter { one in !after.contains { $0.id == one.id } }.compactMap { decision in
            decision.table.flatMap { comparison.part(decision.name, $0, nil) }
        }
        self.init(
            name: new.naam, path: DecisionPaths.model(new.code) + "?versie=\(new.versie)",
            line: words(
                "decisions.compared", ["old": words.number(old.versie), "new": words.number(new.versie)]),
            reason: new.reden.isEmpty ? words("decisions.shipped") : new.reden, tables: kept + gone,
            same: kept.isEmpty && gone.isEmpty ? words("decisions.same") : nil)
    }
}

/// Puts two versions of a table over each other, rule by rule.
struct TableComparison {
    let words: Words

    /// The differences; nothing where there are none.
    func part(_ name: String, _ old: DmnTable?, _ new: DmnTable?) -> TablePart? {
        guard let shown = new ?? old else { return nil }
        let rows = rows(old, new)
        guard rows.contains(where: { $0.state != nil }) || old?.policy != new?.policy else { return nil }
        let frame = TablePart(shown, name: name, fired: [], words)
        return TablePart(
            caption: name, policy: frame.policy, meaning: frame.meaning, inputs: frame.inputs, outputs: frame.outputs,
            annotations: frame.annotations, rows: rows)
    }

    private func rows(_ old: DmnTable?, _ new: DmnTable?) -> [TablePart.Row] {
        let (before, after) = (old.map(keyed) ?? [], new.map(keyed) ?? [])
        let kept = after.enumerated().map { index, rule in
            row(index + 1, rule.rule, before.first { $0.key == rule.key }?.rule, isNew: true, of: new)
        }
        let gone = before.enumerated().filter { one in !after.contains { $0.key == one.element.key } }
            .map { row($0.offset + 1, $0.element.rule, nil, isNew: false, of: old) }
        return kept + gone
    }

    /// A rule by its id; without one by its place.
    private func keyed(_ table: DmnTable) -> [(key: String, rule: DmnRule)] {
        table.rules.enumerated().map { ($1.id ?? "#\($0)", $1) }
    }

    private func row(
        _ number: Int, _ rule: DmnRule, _ other: DmnRule?, isNew: Bool, of table: DmnTable?
    ) -> TablePart.Row {
        let (now, then) = (texts(rule, table), other.map { texts($0, table) })
        let cells = now.enumerated().map { index, cell in
            let old = then.flatMap { $0.indices.contains(index) ? $0[index].text : nil }
            return TablePart.Cell(text: cell.text, isOutput: cell.isOutput, old: old == cell.text ? nil : old)
        }
        let state: Chip? =
            if other == nil {
                isNew ? Chip(words("decisions.rule_added"), "calm") : Chip(words("decisions.rule_removed"), "urgent")
            } else {
                cells.contains { $0.old != nil } ? Chip(words("decisions.rule_changed"), "attention") : nil
            }
        return TablePart.Row(number: words.number(number), fired: false, state: state, cells: cells)
    }

    private func texts(_ rule: DmnRule, _ table: DmnTable?) -> [(text: String, isOutput: Bool)] {
        let annotations = (table?.annotations ?? []).indices.map {
            rule.annotations.indices.contains($0) ? rule.annotations[$0] : ""
        }
        return rule.tests.map { ($0.text.trimmingSpace, false) } + rule.outputs.map { ($0.text.trimmingSpace, true) }
            + annotations.map { ($0.trimmingSpace, false) }
    }
}
