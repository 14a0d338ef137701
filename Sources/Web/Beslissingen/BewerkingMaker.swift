import Basics
import Dmn
import Feel
import Zaken

/// Makes the form of a table, as it stands or as it was typed.
struct BewerkingMaker {
    let look: BeslissingLook
    let table: DmnTable
    let words: Words
    let today: Day
    var form = FormFields()
    private var refusal: Refusal?

    init(look: BeslissingLook, table: DmnTable, words: Words, today: Day) {
        self.look = look
        self.table = table
        self.words = words
        self.today = today
    }

    mutating func refuse(_ refusal: Refusal) { self.refusal = refusal }

    /// The file with the table as typed.
    func file() throws -> Beslissingsbestand {
        var flaws: [Diagnostic] = []
        let bytes = DmnFile.replacing(
            tableOf: look.decision.id, with: table, in: Array(look.model.bron.utf8), diagnostics: &flaws)
        guard let bytes, !hasWrongCells else { throw BeslissingRefusal.flaws(flaws) }
        return try Beslissingsbestand(bron: String(decoding: bytes, as: UTF8.self))
    }

    private var hasWrongCells: Bool { rules.contains { $0.cells.contains { $0.problem != nil } } }

    func page() -> BewerkingPage {
        let path = DecisionPaths.editing(look.model.code) + "?tabel=\(look.decision.id.formEncoded)"
        let view = table.view()
        let findings = hasWrongCells ? [] : FindingMaker(words: words) { _ in nil }.findings(of: table)
        return BewerkingPage(
            name: look.decision.name,
            back: DecisionPaths.model(look.model.code) + "?tabel=\(look.decision.id.formEncoded)", path: path,
            version: String(look.model.versie), rows: String(table.rules.count), problems: problems,
            inputs: view.inputs.map(TablePart.Column.init), outputs: view.outputs.map(TablePart.Column.init),
            annotations: view.annotations.map(TablePart.Title.init(title:)), rules: rules,
            findings: findings, checked: findings.isEmpty && !hasWrongCells ? words("decisions.check_clean") : nil,
            fields: [
                Field(
                    "reden", words("decisions.reason"), .text(form["reden"] ?? ""), id: "reden",
                    hint: words("decisions.reason_hint"), isRequired: true),
                Field(
                    "vanaf", words("decisions.valid"), .date(form["vanaf"] ?? today.description), id: "vanaf",
                    isRequired: true),
            ])
    }

    private var problems: ZaakPage.Problems? {
        guard let refusal else { return nil }
        if case .beslissing(.flaws) = refusal, hasWrongCells {
            return .init(problems: [Problem(text: words("decisions.wrong_cells"), anchor: nil)])
        }
        var problems = refusal.problems(words, look.colleagues, form: "tabel")
        if case .beslissing(.flaws(let flaws)) = refusal {
            problems += flaws.filter { $0.severity == .error }.prefix(20).map { Problem(text: $0.message, anchor: nil) }
        }
        if case .zaak(.reasonMissing) = refusal { problems = problems.map { Problem(text: $0.text, anchor: "reden") } }
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
                    "uit", row, column, cell.text, of: table.outputs[column].title, isOutput: true, fault(of: cell.text)
                )
            }
            let notes = table.annotations.enumerated().map { column, title in
                let text = rule.annotations.indices.contains(column) ? rule.annotations[column] : ""
                return make("bij", row, column, text, of: title, isOutput: false, nil)
            }
            return .init(
                index: String(row), number: words.number(row + 1), id: rule.id ?? "", cells: tests + outputs + notes)
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
            return "\(error)"
        }
    }

    private func fault(of text: String) -> String? {
        if text.trimmingSpace.isEmpty { return words("decisions.output_missing") }
        do {
            _ = try FeelExpression(parsing: text, names: names)
            return nil
        } catch {
            return "\(error)"
        }
    }
}

extension DmnInputClause {
    fileprivate var title: String { label ?? expression.trimmingSpace }
}

extension DmnOutputClause {
    fileprivate var title: String { label ?? name ?? "" }
}
