import Basics
import Bpmn
import Engine
import Feel
import Testing

@testable import Kanalen

@Suite("The processes that ship")
struct ProcessFileTests {
    /// The steps of CORA's reference process for collecting.
    static let steps = [
        "A.1.1", "A.1.2", "A.2.1", "A.2.2", "A.2.3", "A.2.4", "A.2.5", "A.3.1", "A.3.2", "A.3.3", "A.3.4", "A.4.1",
        "B.1.1", "B.2.1", "B.2.2", "B.2.3", "B.2.4", "B.2.5", "B.2.6", "C.1.1",
    ]
    static let messages: Set<String> = [
        "VorderingVoldaan", "BetalingOntvangen", "RegelingVerzocht", "RegelingVervuld", "TermijnGemist",
        "UitzonderingGemeld", "ZaakIngetrokken", "ZaakTeruggehaald", "KnoopAfgesloten",
    ]
    /// Letters that no drawing sends.
    static let asked: Set<String> = [
        "specificatie", "antwoord", "klacht_bevestigd", "dossier_inventaris", "incasso_aankondiging",
    ]
    static let services: Set<String> = [
        "brief.versturen", "incasso.kosten", "incasso.rente", "zaak.status", "zaak.resultaat", "signaal.gemeente",
        "regeling.vastleggen", "regeling.bewaken", "regeling.verplaatsen", "regeling.beeindigen", "vordering.afboeken",
        "vordering.vonnis",
        "overdracht.dossier",
        "knoop.afsluiten", "knoop.nazorg",
    ]

    let readings: [BpmnReading]
    var nodes: [FlowNode] { readings.flatMap { $0.definitions.processes.flatMap { $0.scope.allNodes } } }
    var scopes: [Scope] { readings.flatMap { $0.definitions.processes.flatMap { $0.scope.allScopes } } }

    init() throws { readings = try Content.processes() }

    @Test func `every process is read, checked and compiled without a warning`() {
        #expect(readings.count == 6)
        for reading in readings {
            let compiled = ProcessDefinition.compile(reading.definitions)
            let remarks = (reading.check() + compiled.diagnostics).filter { $0.severity > .note }
            #expect(remarks.isEmpty, "\(remarks.map { "\($0)" }.joined(separator: "\n"))")
        }
    }

    @Test(arguments: steps)
    func `each step of CORA is there, in a lane and explained`(step: String) throws {
        let node = try #require(nodes.first { $0.id.text == step })

        #expect(node.lane != nil)
        #expect(node.name?.hasPrefix(step) == true)
        #expect(node.documentation.joined().count > 60)
    }

    @Test func `everything on a drawing is explained and drawn`() {
        let drawn = Set(
            readings.flatMap { $0.definitions.diagrams.flatMap { diagram in diagram.shapes.map(\.element) } })
        for node in nodes {
            #expect(!node.documentation.joined().isEmpty, "\(node.id)")
            #expect(drawn.contains(node.id), "\(node.id)")
        }
    }

    @Test func `work for people has a form that is there, and a group`() throws {
        let forms = try Content.forms()
        let groups = try Content.yaml(Roles.self, "rollen/rollen.yaml").groepen
        let work = nodes.filter { if case .task(.user) = $0.activity?.kind { true } else { false } }
        #expect(work.count > 15)
        for node in work {
            let form = try #require(forms[node.settings.form ?? ""], "\(node.id)")
            #expect(form.stap == node.id.text || form.code == "afboeken_akkoord")
            #expect(!node.settings.candidateGroups.isEmpty, "\(node.id)")
            for group in node.settings.candidateGroups { #expect(groups[group] != nil, "\(group)") }
        }
        let loose = Set(forms.values.filter { $0.stap == $0.code }.map(\.code))
        #expect(Set(work.compactMap(\.settings.form)) == Set(forms.keys).subtracting(loose))
    }

    @Test func `services and messages are those that the house offers`() {
        for node in nodes {
            if let type = node.settings.taskType { #expect(ProcessFileTests.services.contains(type), "\(type)") }
        }
        for message in readings.flatMap({ $0.definitions.messages }) {
            #expect(ProcessFileTests.messages.contains(message.name ?? ""), "\(message)")
        }
    }

    @Test func `letters, statuses, results and called processes that are named exist`() throws {
        let kinds = try Content.kinds()
        let letters = try LetterTemplates(folder: Content.folder + "/sjablonen").all.map(\.code)
        let processes = readings.flatMap { $0.definitions.processes.map(\.id.text) }
        var used: [String: Set<String>] = [:]
        for node in nodes {
            for input in node.settings.inputs { used[input.target, default: []].insert(input.source) }
            if let called = node.settings.calledProcess { #expect(processes.contains(called)) }
        }
        #expect(
            Set(letters.filter { !ProcessFileTests.asked.contains($0) }.map { "=\"\($0)\"" }) == used["sjabloon"],
            "some are asked for by people or made with a dossier")
        #expect(try #require(used["status"]).isSubset(of: Set(kinds.flatMap(\.statustypen).map { "=\"\($0.code)\"" })))
        #expect(
            try #require(used["resultaat"]).subtracting(["=knoopUitkomst"]).isSubset(
                of: Set(kinds.flatMap(\.resultaattypen).map { "=\"\($0.code)\"" })))
        #expect(Set(kinds.flatMap(\.processen).map(\.id)) == Set(processes))
    }

    @Test func `an outcome that a condition asks for is an option of a form or set by a step`() throws {
        let set = nodes.flatMap(\.settings.outputs).filter { ["uitkomst", "fase"].contains($0.target) }.map {
            $0.source.quoted
        }
        let known = Set(try Content.forms().values.flatMap(\.outcomes)).union(set.flatMap(\.self))
        for flow in scopes.flatMap(\.flows) {
            guard let condition = flow.condition?.text, condition.contains("uitkomst") else { continue }
            for word in condition.quoted { #expect(known.contains(word), "\(flow.id): \(word)") }
        }
    }

    @Test func `every formula on a form can be read and looks only at what is asked above it`() throws {
        for form in try Content.forms().values {
            let options = Dictionary(form.velden.map { ($0.id, $0.opties?.map(\.waarde) ?? []) }) { first, _ in first }
            for (place, field) in form.velden.enumerated() {
                guard let shown = field.tonen else { continue }
                let above = Set(form.velden[..<place].map(\.id))
                let formula = try FeelExpression(parsing: shown)
                #expect(formula.variables.allSatisfy(above.contains), "\(form.code).\(field.id)")
                let words = formula.variables.flatMap { options[$0] ?? [] }
                for word in shown.quoted { #expect(words.contains(word), "\(form.code).\(field.id): \(word)") }
            }
        }
    }
}

extension String {
    /// The words between double quotes.
    var quoted: [String] {
        split(separator: "\"", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
            index % 2 == 1 ? String(part) : nil
        }
    }
}
