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
        return try await draw(context, sent: FormFields())
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let form = try await request.form()
        let add = AddGebruiker(database: desk.database, now: desk.face.clock.now)
        return try await .ofAct {
            let user = try await add(
                login: form["login"] ?? "", name: form["naam"] ?? "",
                role: form["rol"].flatMap(Rol.init(rawValue:)) ?? .lezer, groepen: form.all("groep"),
                password: form.raw("wachtwoord") ?? "")
            try await desk.act(context) { act in
                try act.record("gebruiker_toegevoegd", of: .gebruiker(user.id), ["rol": .string(user.role.rawValue)])
            }
            return .seeOther(ManagePaths.home(), flash: Flash("user_added"))
        } refused: { refusal in
            try await draw(context, sent: form, refusal: refusal)
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let form = try await request.form()
        guard id != context.user.id else {
            return try await draw(context, sent: FormFields(), refusal: .gebruiker(.ownAccount))
        }
        return try await .ofAct {
            let change = try GebruikerChange(id, form, groups: desk.face.rollen.groepen)
            try await desk.act(context) { act in try change.run(in: act) }
            return .seeOther(ManagePaths.home(), flash: Flash("user_changed"))
        } refused: { refusal in
            try await draw(context, sent: FormFields(), refusal: refusal)
        }
    }

    @Sendable func block(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.gebruikerBeheren)
        let id = try context.id("gebruiker", of: Gebruiker.self)
        let shuts = try await request.form()["stand"] == "dicht"
        guard id != context.user.id else {
            return try await draw(context, sent: FormFields(), refusal: .gebruiker(.ownAccount))
        }
        try await desk.act(context) { act in
            guard try act.tx.gebruikers.find(id) != nil else { throw HTTPError(.notFound) }
            try act.tx.gebruikers.block(id, at: shuts ? act.now : nil)
            try act.record(shuts ? "gebruiker_geblokkeerd" : "gebruiker_toegelaten", of: .gebruiker(id))
        }
        return .seeOther(ManagePaths.home(), flash: Flash(shuts ? "user_blocked" : "user_unblocked"))
    }

    @Sendable func retry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        _ = try await request.form()
        try context.require(.systeemBeheren)
        guard let id = context.parameters.get("opdracht").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        try await desk.act(context) { act in try act.tx.jobs.retry(id) }
        return .seeOther(ManagePaths.home(), flash: Flash("retried"))
    }

    private func draw(_ context: SignedInContext, sent: FormFields, refusal: Refusal? = nil) async throws -> Response {
        let (words, today, me) = (desk.face.words(context), desk.today(), context.user)
        let groups = desk.face.rollen.groepen
        let page = try await desk.office.read { tx in
            BeheerPage(
                users: try tx.gebruikers.all(), jobs: try tx.jobs.parked(), me: me, groups: groups, sent: sent,
                refusal: refusal, words, today)
        }
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }
}

extension Subject {
    /// All that is recorded of an account.
    static func gebruiker(_ id: Gebruiker.ID) -> Subject { Subject(kind: "gebruiker", id: id.text) }
}

extension BeheerPage {
    init(
        users: [Gebruiker], jobs: [Jobs.Job], me: Gebruiker, groups: [String], sent: FormFields, refusal: Refusal?,
        _ words: Words, _ today: Day
    ) {
        self.init(
            users: users.map { User($0, isMe: $0.id == me.id, groups, words) },
            problems: refusal.map {
                .init(problems: [Problem(text: $0.sentence(words, Colleagues(all: users)), anchor: nil)])
            },
            fields: BeheerPage.fields(sent, words), groups: groups.map { Option($0, words.text("groups.\($0)") ?? $0) },
            jobs: jobs.map { Job($0, words, today) }, jobsSummary: words("manage.parked", count: jobs.count))
    }

    private static func fields(_ sent: FormFields, _ words: Words) -> [Field] {
        [
            Field("login", words("login.name"), .text(sent["login"] ?? ""), isRequired: true),
            Field("naam", words("manage.name"), .text(sent["naam"] ?? ""), isRequired: true),
            Field(
                "rol", words("manage.role"),
                .choice(
                    Rol.allCases.map {
                        Option($0.rawValue, words("roles.\($0.rawValue)"), chosen: sent["rol"] == $0.rawValue)
                    }), isRequired: true),
        ]
    }
}

extension BeheerPage.User {
    init(_ user: Gebruiker, isMe: Bool, _ groups: [String], _ words: Words) {
        let state =
            isMe
            ? Chip(words("manage.yourself"), "accent")
            : user.blockedAt == nil ? Chip(words("manage.active"), "calm") : Chip(words("manage.blocked"), "urgent")
        self.init(
            login: user.login, name: user.name, role: words("roles.\(user.role.rawValue)"),
            groups: user.groepen.isEmpty
                ? nil : user.groepen.map { words.text("groups.\($0)") ?? $0 }.joined(separator: ", "),
            state: state, path: isMe ? nil : ManagePaths.block(user.id), isBlocked: user.blockedAt != nil,
            change: isMe ? nil : BeheerPage.Change(user, groups, words))
    }
}

extension BeheerPage.Job {
    init(_ job: Jobs.Job, _ words: Words, _ today: Day) {
        self.init(
            kind: job.kind, subject: job.subject.map { "\($0.kind) …\($0.id.suffix(6))" } ?? "",
            when: words.moment(job.due, today: today), attempts: words.number(job.attempts),
            error: String((job.lastError ?? "").prefix(200)), path: ManagePaths.retry(String(job.id)))
    }
}

extension BeheerPage.Change {
    init(_ user: Gebruiker, _ groups: [String], _ words: Words) {
        let roles = Rol.allCases.map {
            Option($0.rawValue, words("roles.\($0.rawValue)"), chosen: $0 == user.role)
        }
        self.init(
            path: ManagePaths.user(user.id), id: "gebruiker-\(user.id.text)",
            fields: [
                Field("rol", words("manage.role"), .choice(roles), id: "rol-\(user.id.text)", isRequired: true)
            ],
            groups: groups.map {
                Option($0, words.text("groups.\($0)") ?? $0, chosen: user.groepen.contains($0))
            })
    }
}
