import Basics
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
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        return try await draw(context)
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let form = try await request.form()
        let add = AddGebruiker(database: desk.database, now: desk.face.clock.now)
        return try await .ofAct {
            let user = try await add(
                login: form["login"] ?? "", name: form["naam"] ?? "",
                role: form.choice("rol"), groepen: form.all("groep"),
                password: form.raw("wachtwoord") ?? "")
            try await desk.act(context) { act in
                try act.record("gebruiker_toegevoegd", of: .gebruiker(user.id), ["rol": .string(user.role.rawValue)])
            }
            return .seeOther(ManagePaths.home(), flash: Flash("user_added"))
        } refused: { refusal in
            try await draw(context, sent: sent(form, request, context, refusal))
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let form = try await request.form()
        guard id != context.user.id else {
            return try await draw(context, sent: sent(FormFields(), request, context, .gebruiker(.ownAccount)))
        }
        return try await .ofAct {
            let change = try GebruikerChange(id, form, groups: desk.face.rollen.groepen)
            try await desk.act(context) { act in try change.run(in: act) }
            return .seeOther(ManagePaths.home(), flash: Flash("user_changed"))
        } refused: { refusal in
            try await draw(context, sent: sent(form, request, context, refusal))
        }
    }

    @Sendable func block(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let shuts = try await request.form()["stand"] == "dicht"
        guard id != context.user.id else {
            return try await draw(context, sent: sent(FormFields(), request, context, .gebruiker(.ownAccount)))
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
        try await desk.act(context) { act in try act.tx.jobs.retry(id) }
        return .seeOther(ManagePaths.home(), flash: Flash("retried"))
    }

    private func sent(
        _ form: FormFields, _ request: Request, _ context: SignedInContext, _ refusal: Refusal
    ) -> Sent {
        Sent(request.uri.path, form, refusal, desk.face.words(context))
    }

    private func draw(_ context: SignedInContext, sent: Sent? = nil) async throws -> Response {
        let (words, today, me) = (desk.face.words(context), desk.today(), context.user)
        let groups = desk.face.rollen.groepen
        let page = try await desk.office.read { tx in
            BeheerPage(
                users: try tx.gebruikers.all(), jobs: try tx.jobs.parked(), me: me, groups: groups, sent: sent,
                words, today)
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Subject {
    /// All that is recorded of an account.
    static func gebruiker(_ id: Gebruiker.ID) -> Subject { Subject(kind: "gebruiker", id: id.text) }
}
