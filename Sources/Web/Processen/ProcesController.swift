import Basics
import Engine
import Hummingbird
import Zaken

/// The processes as drawn, and their versions.
struct ProcesController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ProcessPaths.list.router, use: list)
            .get(ProcessPaths.process.router, use: show)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let words = desk.face.words(context)
        let all = try await desk.office.read { tx in try tx.processen.deployed() }
        let newest = Dictionary(grouping: all, by: \.key.process).values.compactMap {
            $0.max { $0.key.version < $1.key.version }
        }
        let rows = newest.sorted { $0.naam < $1.naam }.map { one in
            ProcessenPage.Process(
                name: one.naam, code: one.key.process, path: ProcessPaths.process(one.key.process),
                version: words("processes.version_n", ["n": String(one.key.version)]),
                since: words.date(one.ingevoerd.day))
        }
        let empty = Empty(title: words("processes.none"), text: words("processes.none_text"), way: nil)
        return try await desk.face.draw(ProcessenPage(processes: rows, empty: rows.isEmpty ? empty : nil), context)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let (process, wanted) = (context.parameters.get("proces") ?? "", request.query("versie").flatMap { Int($0) })
        let (words, drawings, playbook) = (desk.face.words(context), desk.drawings, desk.office.playbook)
        let page = try await desk.office.read { tx -> ProcesPage? in
            let versions = try tx.processen.deployed().filter { $0.key.process == process }
            guard
                let shown = versions.first(where: { $0.key.version == wanted })
                    ?? (wanted == nil ? versions.first : nil)
            else { return nil }
            let colleagues = Colleagues(all: try tx.gebruikers.all())
            let svg = try drawings.svg(of: shown.key, marking: [:], in: tx.processen, title: shown.naam)
            return ProcesPage(shown, versions, playbook.processen[shown.key], svg, colleagues, words)
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context)
    }
}

extension ProcesPage {
    init(
        _ shown: ProcesStore.Deployed, _ versions: [ProcesStore.Deployed], _ definition: ProcessDefinition?,
        _ svg: SafeMarkup?, _ colleagues: Colleagues, _ words: Words
    ) {
        let label = words("processes.version_n", ["n": String(shown.key.version)])
        let steps = (definition?.nodes ?? []).filter { Stap.isStep($0.id) }.sorted { $0.id < $1.id }.map { node in
            DiagramPart.Step(
                code: Stap.code(node.id), name: Stap.name(node.name ?? node.id), isHere: false, state: nil, tone: "")
        }
        self.init(
            name: shown.naam,
            line: words("processes.since_day", ["version": label, "day": words.date(shown.ingevoerd.day)]),
            svg: svg, phases: [DiagramPart.Phase(name: shown.naam, steps: steps)],
            versions: versions.map { one in
                Version(
                    label: words("processes.version_n", ["n": String(one.key.version)]),
                    path: ProcessPaths.process(one.key.process) + "?versie=\(one.key.version)",
                    when: words.date(one.ingevoerd.day), who: colleagues.name(of: one.door, words),
                    current: one.key == shown.key)
            })
    }
}
