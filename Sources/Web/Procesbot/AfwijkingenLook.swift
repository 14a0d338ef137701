import Basics
import Bibliotheek
import Bpmn
import Database
import Dmn
import Engine
import Procesbot
import Zaken

/// Deviations with the drawings that they leave.
struct AfwijkingenLook: Sendable {
    let patterns: [Afwijkingspatroon]
    let loop: Zaakloop
    /// What steps and results are called.
    let steps: [String: String]
    let results: [String: Woorden]
    /// The newest version of each process that new zaken begin with.
    private let drawings: [ProcesStore.Deployed]
    /// The newest version of each decision model.
    private let models: [Beslissingsmodel]
    /// What decision tables call what they look at, by the name that the process has for it, and the forms in which facts are asked.
    private let labels: [String: String]
    private let formulieren: [String: Formulier]

    init(_ playbook: Playbook, on today: Day, in tx: Transaction) throws {
        loop = try tx.afwijkingspatronen.loop(on: today)
        let all = try tx.processen.deployed()
        steps = all.compactMap { playbook.processen[$0.key] }.reduce(into: [:]) { names, drawing in
            for node in drawing.nodes { names[node.id] = drawing.called(node.id) }
        }
        results = playbook.zaaktypen.values.flatMap(\.resultaten).reduce(into: [:]) { $0[$1.code] = $1.omschrijving }
        let open = all.filter { $0.ingetrokken == nil }
        drawings = Dictionary(grouping: open) { $0.key.process }.values.compactMap { (versions) in
            versions.max { $0.key.version < $1.key.version }
        }
        var seen: Set<String> = []
        models = try tx.beslissingen.all().filter { seen.insert($0.code).inserted }
        let lopend = playbook.lopendeFeiten
        patterns = try tx.afwijkingspatronen.all(
            lopend: lopend.union(models.flatMap { $0.columns(about: lopend) }))
        labels = models.flatMap(\.columns).reduce(into: [:]) { $0[$1.expression] = $0[$1.expression] ?? $1.label }
        formulieren = playbook.formulieren
    }

    /// A file with what a pattern asks for in it, under its name.
    struct Made: Sendable {
        let file: String
        let source: String
    }

    /// The drawing in which a step stands.
    private func drawn(_ step: String) -> (name: String, definitions: Definitions)? {
        drawings.lazy.compactMap { drawing in
            (try? BpmnReading(drawing.bron)).map { (drawing.key.process, $0.definitions) }
        }.first { found in
            found.1.processes.contains { $0.scope.allNodes.contains { $0.id.text == step } }
        }
    }
}

extension AfwijkingenLook {
    /// What the drawing is called in which a step stands.
    func process(of step: String) -> String? {
        drawn(step).map { name, definitions in definitions.name(ofProcess: name) }
    }

    /// The drawing that a pattern asks for, or why it cannot be drawn by itself; nothing where no process has the step.
    func drawing(for one: Afwijkingspatroon, _ words: Words) -> Result<Made, AddedChoice.Refusal>? {
        guard let (name, definitions) = drawn(one.van) else { return nil }
        do {
            let source = try definitions.adding(choice(for: one, words))
            return .success(Made(file: "\(name).bpmn", source: source))
        } catch let refusal as AddedChoice.Refusal {
            return .failure(refusal)
        } catch {
            return nil
        }
    }

    private func choice(for one: Afwijkingspatroon, _ words: Words) -> AddedChoice {
        let reasons = one.redenen.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        return AddedChoice(
            before: ElementID(one.van), to: ElementID(one.naar), question: words("deviations.question"),
            asDrawn: words("deviations.as_drawn"),
            elsewhere: words("deviations.elsewhere", ["step": steps[one.naar] ?? one.naar]),
            because: words("deviations.because", count: one.aantal) + " " + reasons, condition: one.voorwaarde)
    }
}

extension Afwijkingspatroon {
    /// When a drawn choice goes the other way: by the facts that tell these zaken apart, as far as the process knows them itself.
    var voorwaarde: String? {
        let known = aanleiding.filter { $0.kolom == nil }
        return known.isEmpty ? nil : known.map(\.voorwaarde).joined(separator: " and ")
    }
}

extension AfwijkingenLook {
    /// The decision table with a rule that sends such zaken the other way at once: where a table looks at facts that tell them
    /// apart, and the drawing goes there by one of its outcomes.
    func rule(for one: Afwijkingspatroon, _ words: Words) -> Made? {
        let columns = one.kenmerken.filter(\.onderscheidt).compactMap { fact in fact.kolom.map { ($0, fact.cel) } }
            .prefix(2)
        guard let decision = columns.first?.0.beslissing, columns.allSatisfy({ $0.0.beslissing == decision }),
            let (_, drawing) = drawn(one.van),
            let outcome = drawing.outcome(of: decision, leadingTo: ElementID(one.naar))
        else { return nil }
        let tests = Dictionary(columns.map { ($0.0.kolom, $0.1) }) { first, _ in first }
        let because = words("deviations.because", count: one.aantal)
        return models.lazy.compactMap { model in
            guard let source = model.adding(tests, outcome, because, to: decision) else { return nil }
            return Made(file: "\(model.code).dmn", source: source)
        }.first
    }
}

extension AfwijkingenLook {
    /// What people call a fact: the column of a table, the field of a form, or its name in words.
    func name(of one: Kenmerk, _ words: Words) -> String {
        if let (table, column) = one.kolom {
            return words("deviations.column", ["column": column, "table": table])
        }
        let asked = formulieren.values.sorted { $0.code < $1.code }.lazy.flatMap(\.velden).first { $0.id == one.feit }
        return labels[one.feit] ?? words.text("facts.\(one.feit)") ?? asked?.label[words.language.rawValue]
            ?? FactName.words(of: one.feit)
    }
}

extension Beslissingsmodel {
    /// The columns that its tables ask about.
    fileprivate var columns: [DmnInputClause] {
        (try? Beslissingsbestand(bron: bron))?.program.model.decisions.flatMap { $0.table?.inputs ?? [] } ?? []
    }

    /// The columns that ask about one of these facts, as they are kept.
    fileprivate func columns(about facts: Set<String>) -> [String] {
        let decisions = (try? Beslissingsbestand(bron: bron))?.program.model.decisions ?? []
        return decisions.flatMap { decision in
            (decision.table?.inputs ?? []).filter { facts.contains($0.expression.trimmingSpace) }.map {
                "\(decision.id)/\($0.label ?? $0.expression)"
            }
        }
    }

    /// The file with one rule more in a table; nothing where it has no such table or column.
    fileprivate func adding(_ tests: [String: String], _ outcome: String, _ because: String, to decision: String)
        -> String?
    {
        guard let file = try? Beslissingsbestand(bron: bron),
            let table = file.program.model.decisions.first(where: { $0.id == decision })?.table,
            table.outputs.count == 1
        else { return nil }
        let names = table.inputs.map { $0.label ?? $0.expression }
        guard Set(tests.keys).isSubset(of: names) else { return nil }
        var draft = DmnDraft(table)
        let rule = DmnTypedRule(
            id: nil, tests: names.map { tests[$0] ?? "-" }, outputs: [outcome],
            annotations: table.annotations.indices.map { $0 == 0 ? because : "" })
        // Where the first that fits counts, a rule behind others may never come to its turn.
        draft.insertRule(rule, at: table.policy == .first ? 0 : table.rules.count, from: nil)
        var flaws: [Diagnostic] = []
        return DmnFile.replacing(tableOf: decision, with: draft, in: Array(bron.utf8), diagnostics: &flaws)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
