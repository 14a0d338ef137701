import Basics
import Dmn
import Feel
import Zaken

/// Makes the form of a table, as it stands or as it was typed.
struct BewerkingMaker {
    let look: BeslissingLook
    let draft: DmnDraft
    let words: Words
    let today: Day
    var form = FormFields()
    /// The check found what should not be, and nobody said yet to save it all the same.
    var asksAnyway = false
    /// The example cases that the table makes red, once it was to be saved.
    var reds: ScenariosPart?
    /// A rule that the last press made: nothing was typed there yet.
    var newRule: Int?
    /// The rule that the last press took out, to put it back.
    var removed: RemovedRule?
    /// Whether the person is busy with the columns.
    var showsColumns = false
    private var refusal: Refusal?
    private var findings: [FindingPart] = []

    init(_ look: BeslissingLook, _ draft: DmnDraft, _ words: Words, today: Day) {
        self.look = look
        self.draft = draft
        self.words = words
        self.today = today
        let isReadable = !hasWrongCells && !columns.isWrong
        findings = isReadable ? found : []
    }

    /// What the check says of the table as typed, in the file that would come of it: a new column may ask for a name of its own.
    private var found: [FindingPart] {
        let program = (try? file())?.program ?? look.file.program
        let decision = program.model.decisions.first { $0.id == look.decision.id } ?? look.decision
        return FindingMaker(words: words, program: program) { _ in nil }.findings(of: draft.table, in: decision)
    }

    var table: DmnTable { draft.table }

    /// Whether the check found what its makers have to look at.
    var hasFlaws: Bool { findings.contains { $0.kind.tone == "urgent" } }

    mutating func refuse(_ refusal: Refusal) { self.refusal = refusal }

    /// The file with the table as typed.
    func file() throws -> Beslissingsbestand {
        var flaws: [Diagnostic] = []
        let bytes = DmnFile.replacing(
            tableOf: look.decision.id, with: draft, in: Array(look.model.bron.utf8), diagnostics: &flaws)
        guard let bytes, !hasWrongCells, !columns.isWrong else { throw BeslissingRefusal.flaws(flaws) }
        return try Beslissingsbestand(bron: String(decoding: bytes, as: UTF8.self), naast: look.file.program.imports)
    }

    private var hasWrongCells: Bool {
        table.rules.contains { rule in
            rule.tests.contains { fault(ofTest: $0.text) != nil } || rule.outputs.contains { fault(of: $0.text) != nil }
        }
    }

    func page() -> BewerkingPage {
        let path = DecisionPaths.editing(look.model.code) + "?tabel=\(look.decision.id.formEncoded)"
        let view = table.view()
        return BewerkingPage(
            name: look.decision.name,
            back: DecisionPaths.model(look.model.code) + "?tabel=\(look.decision.id.formEncoded)", path: path,
            version: String(look.model.versie), rows: String(table.rules.count), problems: problems,
            policy: columns.policy, columns: columns.groups,
            columnsOpen: showsColumns || columns.isWrong, inputs: view.inputs.map(titled),
            outputs: view.outputs.map(titled),
            annotations: view.annotations.map { TablePart.Title(title: $0.isEmpty ? newColumn : $0) }, rules: rules,
            findings: findings,
            checked: checked, removed: removed.map { $0.part(words) }, scenarios: reds,
            anyway: asksAnyway,
            fields: words.publication(form, today))
    }

    /// What the check says when it found nothing: clean, or not looked at yet.
    private var checked: String? {
        if hasWrongCells || columns.isWrong { return words("decisions.check_later") }
        return findings.isEmpty ? words("decisions.check_clean") : nil
    }

    private var newColumn: String { words("decisions.new_column") }

    private func titled(_ column: DmnTableView.Column) -> TablePart.Column {
        column.title.isEmpty
            ? TablePart.Column(title: newColumn, detail: column.type.map(words.feelType))
            : TablePart.Column(column, words)
    }

    private var columns: ColumnMaker { ColumnMaker(draft: draft, words: words, names: names) }

    private var problems: ZaakPage.Problems? {
        if asksAnyway { return .init(problems: words.lookFirst(hasFlaws, reds)) }
        guard let refusal else { return nil }
        if case .beslissing(.flaws) = refusal, hasWrongCells || columns.isWrong {
            let wrong = columns.problems + (hasWrongCells ? [words("decisions.wrong_cells")] : [])
            return .init(problems: wrong.map { Problem(text: $0, anchor: nil) })
        }
        var problems = refusal.problems(words, look.colleagues, in: words.publication(form, today))
        if case .beslissing(.flaws(let flaws)) = refusal {
            problems += flaws.filter { $0.severity == .error }.prefix(20).map {
                Problem(text: words.fault($0), anchor: nil)
            }
        }
        return .init(problems: problems)
    }

    private var rules: [BewerkingPage.Rule] {
        table.rules.enumerated().map { row, rule in
            let tests = rule.tests.enumerated().map { column, cell in
                make(
                    "in", row, column, cell.text, of: table.inputs[column].title, isOutput: false,
                    fault(ofTest: cell.text))
            }
            let outputs = rule.outputs.enumerated().map { column, cell in
                make(
                    "uit", row, column, cell.text, of: table.outputs[column].title, isOutput: true,
                    row == newRule && cell.text.trimmingSpace.isEmpty ? nil : fault(of: cell.text))
            }
            let notes = table.annotations.enumerated().map { column, title in
                let text = rule.annotations.indices.contains(column) ? rule.annotations[column] : ""
                return make("bij", row, column, text, of: title, isOutput: false, nil)
            }
            return .init(
                index: String(row), number: words.number(row + 1), id: rule.id ?? "",
                origin: draft.origins.rules[row].map(String.init) ?? "", cells: tests + outputs + notes,
                isFirst: row == 0, isLast: row == table.rules.count - 1)
        }
    }

    private func make(
        _ kind: String, _ row: Int, _ column: Int, _ text: String, of title: String, isOutput: Bool, _ problem: String?
    ) -> BewerkingPage.Cell {
        BewerkingPage.Cell(
            name: "\(kind).\(row).\(column)",
            label: words("decisions.cell", ["n": words.number(row + 1), "column": title]), value: text.trimmingSpace,
            isOutput: isOutput, problem: problem)
    }

    private var names: FeelNames { FeelNames(look.file.program.inputs + look.file.program.decisions) }

    private func fault(ofTest text: String) -> String? {
        let plain = text.trimmingSpace
        if plain.isEmpty || plain == "-" { return nil }
        do {
            _ = try UnaryTests(parsing: text, names: names)
            return nil
        } catch {
            return words(error.phrase)
        }
    }

    private func fault(of text: String) -> String? {
        if text.trimmingSpace.isEmpty { return words("decisions.output_missing") }
        do {
            _ = try FeelExpression(parsing: text, names: names)
            return nil
        } catch {
            return words(error.phrase)
        }
    }
}

extension DmnInputClause {
    var title: String { label ?? expression.trimmingSpace }
}

extension DmnOutputClause {
    var title: String { label ?? name ?? "" }
}
