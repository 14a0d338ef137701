import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Recht
import Zaken

/// The special states of a person: to look at, to add, to change and to end.
struct ToestandController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ToestandPaths.list.router, use: show)
            .post(ToestandPaths.list.router, use: add)
            .post(ToestandPaths.change.router, use: change)
            .post(ToestandPaths.ending.router, use: end)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantZien)
        let id = try context.id("klant", of: Partij.self)
        return try await draw(id, context)
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantBijwerken)
        let id = try context.id("klant", of: Partij.self)
        let form = try await request.form()
        return try await act(for: id, form, request, context, "state_added") { act in
            try Toestand.Beginning(
                partij: id, vordering: form["vordering"].flatMap(Identifier.init), soort: form.choice("soort"),
                begin: form.day("begin"),
                verwachtEinde: form.dayIfAny("tot"), bewijs: form["bewijs"] ?? "",
                document: form["document"].flatMap(Identifier.init), aan: Toestand.Geadresseerde(form),
                door: context.me
            ).run(in: act)
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (id, partij, form) = try await one(request, context)
        return try await act(for: partij, form, request, context, "state_changed") { act in
            try Toestand.Change(
                toestand: id, verwachtEinde: form.dayIfAny("tot"),
                aan: Toestand.Geadresseerde(form), reden: form["reden"] ?? ""
            ).run(in: act)
        }
    }

    @Sendable func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (id, partij, form) = try await one(request, context)
        return try await act(for: partij, form, request, context, "state_ended") { act in
            try Toestand.Ending(toestand: id, reden: form["reden"] ?? "").run(in: act)
        }
    }

    private func one(
        _ request: Request, _ context: SignedInContext
    ) async throws -> (Identifier<Toestand>, Identifier<Partij>, FormFields) {
        try context.require(.klantBijwerken)
        let id = try context.id("toestand", of: Toestand.self)
        guard let partij = try await desk.office.read({ try $0.toestanden.find(id)?.partij }) else {
            throw HTTPError(.notFound)
        }
        return (id, partij, try await request.form())
    }

    private func act(
        for id: Identifier<Partij>, _ form: FormFields, _ request: Request, _ context: SignedInContext,
        _ flash: String, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Response {
        try await desk.act(request, form, context, then: ToestandPaths.list(id)) { act in
            try body(act)
            return Flash(flash)
        } refused: { sent in
            try await draw(id, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Partij>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(at: id, context)
        let (words, today, recht) = (desk.face.words(context), desk.today(), desk.recht)
        let mayChange = context.may(.klantBijwerken)
        let page = try await desk.office.read { tx in
            try ToestandenLook(id, in: tx).map {
                ToestandenPageMaker(
                    look: $0, recht: recht, words: words, today: today, mayChange: mayChange, sent: sent
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Toestand.Geadresseerde {
    /// Whom to write to, as a form says; nothing when it names nobody.
    init?(_ form: FormFields) {
        guard ["naam", "regel", "postcode", "plaats", "email"].contains(where: { form[$0] != nil }) else { return nil }
        let address = form["regel"].map {
            Adres(regel: $0, postcode: form["postcode"] ?? "", plaats: form["plaats"] ?? "")
        }
        self.init(naam: form["naam"] ?? "", adres: address, email: form["email"])
    }
}

extension ToestandRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .verboden(let act, let reasons):
            return ([words("states.forbidden", ["act": words("acts.\(act.rawValue)")])] + Self.because(reasons, words))
                .joined(separator: " ")
        case .geldtNog(let reasons):
            return ([words("states.still_holds")] + Self.because(reasons, words) + [words("states.still_holds_way")])
                .joined(separator: " ")
        case .evidenceMissing: return words("states.evidence_missing")
        case .alreadyHolds: return words("states.already_holds")
        case .unknown: return words("states.unknown")
        case .notRecordable: return words("states.not_recordable")
        case .endBeforeBegin: return words("states.end_before_begin")
        case .alreadyOver: return words("states.already_over")
        case .addresseeNameMissing: return words("states.addressee_name")
        case .addresseeEmail: return words("states.addressee_email")
        }
    }

    static func because(_ reasons: [Recht.Permission.Verbod], _ words: Words) -> [String] {
        let sentences = reasons.map {
            words(
                "states.because",
                [
                    "state": words("states.\($0.state.kind.rawValue)"), "why": words("state_reasons.\($0.reason)"),
                    "article": $0.article,
                ])
        }
        return Set(sentences).sorted()
    }
}
