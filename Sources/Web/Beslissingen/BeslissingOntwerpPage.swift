import Basics
import Dmn
import Xml
import Zaken

/// A DMN file before it is published: its flaws by line, its tables with the check, and what changes.
struct BeslissingOntwerpPage: Page {
    let name: String
    let line: String
    /// The decisions that nobody would make any more.
    let lost: String?
    let path: String
    let problems: ZaakPage.Problems?
    let flaws: [Flaw]
    let tables: [Table]
    /// What differs from the version in force.
    let changes: [TablePart]
    /// The example cases that it makes red.
    let scenarios: ScenariosPart?
    /// The form to publish, where the file can be published.
    let publish: Publish?
    /// Where it is measured against the test questions of the procesbot, where it can be published.
    let measure: String?

    struct Flaw: Sendable {
        let severity: Chip
        let line: String
        let text: String
    }

    struct Table: Sendable {
        let table: TablePart
        let findings: [FindingPart]
        let checked: String?
    }

    struct Publish: Sendable {
        let fields: [Field]
        /// Asks whether to publish in spite of what the check found.
        let anyway: Bool
    }

    static let template = "beslissingen/ontwerp"
    static let area: Area? = .processen

    static let sample = BeslissingOntwerpPage(
        name: "Klantsegment", line: "klantsegment.dmn wordt versie 3",
        lost: "De beslissing Betaalverleden staat er niet meer in.", path: "/ontwerpen/beslissing/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "reden")]),
        flaws: [Flaw(severity: Chip("fout", "urgent"), line: "12", text: "there is no type \"getal\"")],
        tables: [Table(table: .sample, findings: FindingPart.samples, checked: "Geen gaten.")], changes: [.sample],
        scenarios: .sample, publish: Publish(fields: [Field("reden", "Reden", .text(""), id: "reden")], anyway: true),
        measure: "/procesbot/ontwerpen/1/meting")
}

extension BeslissingOntwerpPage {
    init(
        _ draft: Ontwerp, _ form: FormFields, problems: [Problem]?, _ words: Words, _ today: Day,
        asksAnyway: Bool = false, scenarios: ScenariosPart?, naast: [DmnModel],
        place: (Beslissingsbestand) throws -> Plaatsing
    ) throws {
        let (file, flaws) = BeslissingOntwerpPage.read(draft, naast: naast)
        let maker = PlaatsingMaker(try file.map(place), draft, words)
        let old = maker.follows
        let decisions = file?.program.model.decisions ?? []
        self.init(
            name: file?.naam ?? draft.bestand, line: maker.line, lost: maker.lost,
            path: DecisionPaths.draft(draft.id), problems: problems.map { ZaakPage.Problems(problems: $0) },
            flaws: flaws.prefix(100).map { Flaw($0, words) },
            tables: decisions.compactMap { one in file.flatMap { Table(one, in: $0.program, words) } },
            changes: try BeslissingOntwerpPage.changes(from: old, to: decisions, words), scenarios: scenarios,
            publish: file?.isSound == true ? Publish(maker.field(form), form, words, today, anyway: asksAnyway) : nil,
            measure: file?.isSound == true ? AdvicePaths.draftMeasure(draft.id) : nil)
    }

    static func read(_ draft: Ontwerp, naast: [DmnModel]) -> (Beslissingsbestand?, [Diagnostic]) {
        do {
            let file = try Beslissingsbestand(bron: draft.bron, naast: naast)
            return (file, file.opmerkingen)
        } catch BeslissingRefusal.flaws(let flaws) {
            return (nil, flaws)
        } catch let fault as XmlFault {
            return (nil, [fault.diagnostic])
        } catch {
            return (nil, [Diagnostic(.error, "unreadable", Phrase(quoting: "\(error)"))])
        }
    }

    private static func changes(
        from old: Beslissingsmodel?, to decisions: [DmnDecision], _ words: Words
    ) throws -> [TablePart] {
        guard let old else { return [] }
        let before = try Beslissingsbestand(bron: old.bron).program.model.decisions
        return decisions.compactMap { decision in
            TableComparison(words: words).part(
                decision.name, before.first { $0.id == decision.id }?.table, decision.table)
        }
    }
}

extension BeslissingOntwerpPage.Flaw {
    init(_ flaw: Diagnostic, _ words: Words) {
        let tone =
            switch flaw.severity {
            case .error: "urgent"
            case .warning: "attention"
            case .note: "note"
            }
        let subject = flaw.element.map { "\($0): " } ?? ""
        self.init(
            severity: Chip(words("decisions.severity_\(flaw.severity.rawValue)"), tone),
            line: flaw.line.map { words("decisions.line", ["n": words.number($0)]) } ?? "",
            text: subject + words.sentence(of: flaw)
        )
    }
}

extension BeslissingOntwerpPage.Table {
    init?(_ decision: DmnDecision, in program: DmnProgram, _ words: Words) {
        guard let table = decision.table else { return nil }
        let findings = FindingMaker(words: words, program: program) { _ in nil }.findings(of: table, in: decision)
        self.init(
            table: TablePart(table, name: decision.name, fired: [], words), findings: findings,
            checked: findings.isEmpty ? words("decisions.check_clean") : nil)
    }
}

extension BeslissingOntwerpPage.Publish {
    init(_ choice: Field?, _ form: FormFields, _ words: Words, _ today: Day, anyway: Bool) {
        self.init(fields: [choice].compactMap(\.self) + words.publication(form, today), anyway: anyway)
    }
}

extension Words {
    /// What is asked before a decision is published: why, and from when it holds.
    func publication(_ form: FormFields, _ today: Day) -> [Field] {
        [
            Field(
                "reden", self("decisions.reason"), .text(form["reden"] ?? ""), id: "reden",
                hint: self("decisions.reason_hint"), isRequired: true),
            Field(
                "vanaf", self("decisions.valid"), .date(form["vanaf"] ?? today.description), id: "vanaf",
                isRequired: true),
        ]
    }
}
