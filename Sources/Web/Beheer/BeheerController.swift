import Basics
import Engine
import HTTPTypes
import Hummingbird
import Jobs
import Journal
import Zaken

/// Accounts, and jobs that stand still.
struct BeheerController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ManagePaths.home.router, use: show)
            .post(ManagePaths.users.router, use: add)
            .post(ManagePaths.user.router, use: change)
            .post(ManagePaths.block.router, use: block)
            .post(ManagePaths.retry.router, use: retry)
            .post(ManagePaths.coupling.router, use: couple)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        return try await draw(context)
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let form = try await request.form()
        return try await .ofAct {
            let adding = try await Gebruiker.Adding(
                login: form["login"] ?? "", name: form["naam"] ?? "", role: form.choice("rol"),
                groepen: form.all("groep").filter(desk.face.rollen.groepen.contains),
                password: form.raw("wachtwoord") ?? "")
            try await desk.act(context) { act in _ = try adding.run(in: act.tx, as: act.actor, at: act.now) }
            return .seeOther(ManagePaths.home(), flash: Flash("user_added"))
        } refused: { refusal in
            try await draw(context, sent: desk.sent(request, form, refusal, context))
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let form = try await request.form()
        guard id != context.user.id else {
            return try await draw(context, sent: desk.sent(request, FormFields(), .gebruiker(.ownAccount), context))
        }
        return try await .ofAct {
            let change = try await GebruikerChange(id, form, groups: desk.face.rollen.groepen)
            try await desk.act(context) { act in try change.run(in: act) }
            return .seeOther(ManagePaths.home(), flash: Flash("user_changed"))
        } refused: { refusal in
            try await draw(context, sent: desk.sent(request, form, refusal, context))
        }
    }

    @Sendable func block(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let shuts = try await request.form()["stand"] == "dicht"
        guard id != context.user.id else {
            return try await draw(context, sent: desk.sent(request, FormFields(), .gebruiker(.ownAccount), context))
        }
        try await desk.act(context) { act in
            guard try act.tx.gebruikers.find(id) != nil else { throw HTTPError(.notFound) }
            try act.tx.gebruikers.block(id, at: shuts ? act.now : nil)
            try act.record(shuts ? "gebruiker_geblokkeerd" : "gebruiker_toegelaten", of: .gebruiker(id))
        }
        return .seeOther(ManagePaths.home(), flash: Flash(shuts ? "user_blocked" : "user_unblocked"))
    }

    @Sendable func retry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        guard let id = context.parameters.get("opdracht").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        try await desk.act(context) { act in
            try act.tx.jobs.retry(id)
            try act.record("opdracht_hervat", of: Subject(kind: "opdracht", id: String(id)))
        }
        return .seeOther(ManagePaths.home(), flash: Flash("retried"))
    }

    /// Stops a koppeling, or lets it in again with the key that it had.
    @Sendable func couple(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let stops = try await request.form()["stand"] == "dicht"
        let code = try context.parameters.require("koppeling")
        try await desk.act(context) { act in
            guard var one = try act.tx.koppelingen.find(code) else { throw HTTPError(.notFound) }
            one.isActief = !stops
            try Koppeling.Change(one).run(in: act)
        }
        return .seeOther(ManagePaths.home(), flash: Flash(stops ? "coupling_stopped" : "coupling_started"))
    }

    private func draw(_ context: SignedInContext, sent: Sent? = nil) async throws -> Response {
        let (words, today, me) = (desk.face.words(context), desk.today(), context.user)
        let (groups, library) = (desk.face.rollen.groepen, desk.office.playbook.processen)
        let page = try await desk.office.read { tx in
            let stuck = try tx.storingen.counts().sorted { $0.key < $1.key }.map { process, count in
                Way(
                    words.drawn(library.newest(process)?.name ?? process), ProcessPaths.process(process) + "#vast",
                    count: words.number(count))
            }
            return BeheerPage(
                users: try tx.gebruikers.all(), jobs: try tx.jobs.parked(), stuck: stuck, me: me, groups: groups,
                couplings: try tx.koppelingen.all(), sent: sent, words, today)
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}
