import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Zaken

/// A change of the library, its words or a drawing: measured against the test questions, then published or thrown away.
struct VoorstelController: Sendable {
    let bot: BotDesk

    private var desk: Desk { bot.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.proposal.router, use: show)
            .post(AdvicePaths.proposal.router, use: publish)
            .post(AdvicePaths.proposalAgain.router, use: again)
            .post(AdvicePaths.proposalStop.router, use: stop)
            .post(AdvicePaths.proposalDiscard.router, use: discard)
            .post(AdvicePaths.draftMeasure.router, use: measure)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        return try await draw(id(context), context)
    }

    @Sendable func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await request.form()
        return try await act(context) { id, act in
            let bron = try Wijzigingsvoorstel.Publication(
                voorstel: id, ondanks: form["ondanks"] != nil, stand: bot.plank.measured(act.tx), door: context.me
            ).run(in: act)
            return (bron.map { LibraryPaths.source($0) } ?? AdvicePaths.words(), "proposal_published")
        }
    }

    @Sendable func again(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context) { id, act in
            try Wijzigingsvoorstel.Remeasuring(voorstel: id).run(in: act)
            return (AdvicePaths.proposal(id), "proposal_measured_again")
        }
    }

    @Sendable func stop(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context) { id, act in
            try Wijzigingsvoorstel.Stopping(voorstel: id).run(in: act)
            return (AdvicePaths.proposal(id), "measuring_stopped")
        }
    }

    @Sendable func discard(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context) { id, act in
            try Wijzigingsvoorstel.Discarding(voorstel: id, door: context.me).run(in: act)
            return (AdvicePaths.measures(), "proposal_discarded")
        }
    }

    /// Measures a drawing or a table that was handed in.
    @Sendable func measure(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let draft = try context.id("ontwerp", of: Ontwerp.self)
        guard try await desk.office.read({ tx in try tx.ontwerpen.find(draft) }) != nil else {
            throw HTTPError(.notFound)
        }
        return try await bot.propose(.wijziging(.ontwerp(draft)), context)
    }

    private func id(_ context: SignedInContext) throws -> Identifier<Wijzigingsvoorstel> {
        try context.id("voorstel", of: Wijzigingsvoorstel.self)
    }

    private func act(
        _ context: SignedInContext,
        _ body: @escaping @Sendable (Identifier<Wijzigingsvoorstel>, Act) throws -> (path: String, flash: String)
    ) async throws -> Response {
        try context.require(.procesBeheren)
        let (id, words) = (try id(context), desk.face.words(context))
        do {
            let done = try await desk.act(context) { act in try body(id, act) }
            return .seeOther(done.path, flash: Flash(done.flash))
        } catch let refusal as VoorstelRefusal where refusal != .unknown {
            return try await draw(id, context, problem: refusal.sentence(words))
        } catch let refusal as WoordRefusal {
            return try await draw(id, context, problem: refusal.sentence(words))
        } catch {
            guard let sentence = BibliotheekController.sentence(error, words) else { throw error }
            return try await draw(id, context, problem: sentence)
        }
    }

    private func draw(
        _ id: Identifier<Wijzigingsvoorstel>, _ context: SignedInContext, problem: String? = nil
    ) async throws -> Response {
        let bot = bot
        guard let look = try await desk.office.read({ tx in try VoorstelLook(id, bot, in: tx) }) else {
            throw HTTPError(.notFound)
        }
        let problems = problem.map { [Problem(text: $0, anchor: "ondanks")] } ?? []
        let page = VoorstelPageMaker(
            look: look, problems: problems, words: desk.face.words(context), today: desk.today()
        ).page()
        return try await desk.face.draw(page, context, status: problem == nil ? .ok : .unprocessableContent)
    }
}

extension BotDesk {
    /// Proposes a change and goes to where it is measured.
    func propose(_ inhoud: Wijzigingsvoorstel.Proposing.Inhoud, _ context: SignedInContext) async throws -> Response {
        let proposing = Wijzigingsvoorstel.Proposing(inhoud, door: context.me)
        let id = try await desk.act(context) { act in try proposing.run(in: act) }
        return .seeOther(AdvicePaths.proposal(id))
    }
}
