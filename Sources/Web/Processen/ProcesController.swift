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
            .get(ProcessPaths.file.router, use: file)
            .post(ProcessPaths.withdrawal.router, use: withdraw)
            .post(ProcessPaths.returning.router, use: bringBack)
            .post(ProcessPaths.examples.router, use: takeExamples)
            .post(ProcessPaths.examplesRemoval.router, use: removeExamples)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, problems: nil)
    }

    func draw(_ context: SignedInContext, problems: [Problem]?) async throws -> Response {
        let words = desk.face.words(context)
        let (mayManage, today) = (context.may(.procesBeheren), desk.today())
        let (all, stuck, drafts, colleagues) = try await desk.office.read { tx in
            (
                try tx.processen.deployed(), try tx.storingen.counts(),
                mayManage ? try tx.ontwerpen.all(.proces) : [], Colleagues(all: try tx.gebruikers.all())
            )
        }
        let newest = Dictionary(grouping: all, by: \.key.process).values.compactMap {
            $0.max { ($0.ingetrokken == nil ? 1 : 0, $0.key.version) < ($1.ingetrokken == nil ? 1 : 0, $1.key.version) }
        }
        let rows = newest.sorted { $0.naam < $1.naam }.map { one in
            ProcessenPage.Process(
                name: words.drawn(one.naam), code: one.key.process, path: ProcessPaths.process(one.key.process),
                version: words("processes.version_n", ["n": String(one.key.version)]),
                since: words.date(one.ingevoerd.day),
                stuck: stuck[one.key.process].map { Chip(words("processes.stuck_chip", count: $0), "urgent") },
                withdrawn: one.ingetrokken.map { _ in Chip(words("processes.withdrawn"), "attention") })
        }
        let empty = Empty(title: words("processes.none"), text: words("processes.none_text"), way: nil)
        let upload = UploadPart(
            path: ProcessPaths.list(), problems: problems.map { ZaakPage.Problems(problems: $0) })
        return try await desk.face.draw(
            ProcessenPage(
                ways: Way.processes(words, current: .drawings), processes: rows, empty: rows.isEmpty ? empty : nil,
                upload: mayManage ? upload : nil,
                drafts: drafts.map { one in
                    let who = colleagues.name(of: one.door, words)
                    return ProcessenPage.Draft(
                        name: one.bestand, path: ProcessPaths.draft(one.id),
                        when: "\(words.moment(one.ingediend, today: today)) · \(who)",
                        discarding: ProcessPaths.discarding(one.id))
                }),
            context, status: problems == nil ? .ok : .unprocessableContent)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(request, context, wanted: request.query("versie").flatMap { Int($0) })
    }

    /// Lets no zaak begin with a version any more.
    @Sendable func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await change(request, context) { key, form in
            try await desk.act(context) { act in
                try Deployment.Withdrawal(key, reden: form["reden"] ?? "").run(in: act)
            }
            try await desk.office.reloadProcesses()
            return .seeOther(
                ProcessPaths.process(key.process) + "?versie=\(key.version)", flash: Flash("process_withdrawn"))
        }
    }

    /// Makes a draft of an older version, to look at how it does now before it is published again.
    @Sendable func bringBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await change(request, context) { key, _ in
            let draft = try await desk.act(context) { act in try Ontwerp.Return(key).run(in: act) }
            let isFirst = try Deployment(bron: draft.bron).proces == key.process
            let path = ProcessPaths.draft(draft.id)
            return .seeOther(isFirst ? path : path + "?proces=\(key.process.formEncoded)")
        }
    }

    /// Keeps example cases with a version.
    @Sendable func takeExamples(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        guard let version = request.query("versie").flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        let key = DefinitionKey(context.parameters.get("proces") ?? "", version: version)
        return try await Voorbeeldinvoer(desk: desk).take(request, context) { name, text in
            try await desk.act(context) { act in
                try Voorbeeldbestand.Handing(key, bestand: name, bron: text).run(in: act)
            }
            return ProcessPaths.process(key.process) + "?versie=\(key.version)"
        } refused: { problems in
            try await draw(request, context, wanted: version, cases: problems, status: .unprocessableContent)
        }
    }

    /// Takes away the example cases that were handed in and hold for a version.
    @Sendable func removeExamples(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        guard let version = request.query("versie").flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        let key = DefinitionKey(context.parameters.get("proces") ?? "", version: version)
        try await desk.act(context) { act in try Voorbeeldbestand.Removal(key).run(in: act) }
        return .seeOther(
            ProcessPaths.process(key.process) + "?versie=\(key.version)", flash: Flash("cases_removed"))
    }

    private func change(
        _ request: Request, _ context: SignedInContext,
        _ body: @escaping @Sendable (DefinitionKey, FormFields) async throws -> Response
    ) async throws -> Response {
        try context.require(.procesBeheren)
        let form = try await request.form()
        guard let version = form["versie"].flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        let key = DefinitionKey(context.parameters.get("proces") ?? "", version: version)
        return try await .ofAct {
            try await body(key, form)
        } refused: { refusal in
            try await draw(
                request, context, wanted: version, sent: desk.sent(request, form, refusal, context))
        }
    }

    private func draw(
        _ request: Request, _ context: SignedInContext, wanted: Int?, sent: Sent? = nil,
        cases: [Problem]? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let process = context.parameters.get("proces") ?? ""
        let flaw = request.query("fout").flatMap { Int($0) }
        let (desk, mayMove) = (desk, context.may(.procesBeheren))
        let words = desk.face.words(context)
        let look = try await desk.office.read { tx in
            try ProcesLook(process, version: wanted, in: tx, drawings: desk.drawings)
        }
        guard let look else { throw HTTPError(.notFound) }
        let playbook = desk.office.playbook
        let names = try await desk.stepNames(words)
        let keuring = try playbook.processen[look.shown.key].map {
            try desk.keurmeester.examine($0, isPublished: true, own: look.own, with: playbook, names: names)
        }
        var page = ProcesPage(look, keuring, flaw: flaw, mayMove: mayMove, words)
        page.stuck = StuckPart(
            look.stuck, of: look.stuckCount, maySee: context.may(.zaakZien), playbook.processen, look.colleagues, words,
            desk.today())
        if look.newest?.key == look.shown.key { page.use = words.use(of: process, playbook) }
        if mayMove { page.offer(look, sent, words) }
        if mayMove {
            page.examples = VoorbeeldinvoerPart(
                path: ProcessPaths.examples(process) + "?versie=\(look.shown.key.version)",
                removing: look.own.map {
                    .init(
                        path: ProcessPaths.examplesRemoval(process) + "?versie=\(look.shown.key.version)", file: $0.naam
                    )
                },
                problems: cases.map { .init(problems: $0) })
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? status)
    }

    @Sendable func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let (process, wanted) = (context.parameters.get("proces") ?? "", request.query("versie").flatMap { Int($0) })
        let versions = try await desk.office.read { tx in
            try tx.processen.deployed(process)
        }
        guard let found = versions.first(where: { $0.key.version == wanted }) ?? (wanted == nil ? versions.first : nil)
        else { throw HTTPError(.notFound) }
        let name = "\(found.key.process)-\(found.key.version).bpmn"
        return .download(found.bron, type: "application/xml; charset=utf-8", as: name)
    }
}
