import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Recht
import Zaken

/// The steps before a signal: to look at, to add to with proof; and the signal itself, given by a named person.
struct VroegsignaleringController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SignaalPaths.page.router, use: show)
            .post(SignaalPaths.proof.router, use: add)
            .post(SignaalPaths.withdrawal.router, use: withdraw)
            .post(SignaalPaths.signal.router, use: give)
            .post(SignaalPaths.report.router, use: report)
            .post(SignaalPaths.weighing.router, use: weigh)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("zaak", of: Zaak.self)
        return try await draw(id, context)
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, form) = (try context.id("zaak", of: Zaak.self), try await request.form())
        let me = context.me
        return try await act(on: id, form, request, context) { act in
            try Signaalbewijs.Adding(
                zaak: id, soort: form.choice("soort"), dag: form.day("dag"),
                kanaal: form["kanaal"], dagdeel: form.choiceIfAny("dagdeel"),
                bereikt: form["bereikt"] == "ja", bewijs: form["bewijs"] ?? "",
                document: form["document"].flatMap(Identifier.init), door: me
            ).run(in: act)
            return Flash("proof_added")
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let id = try context.id("bewijs", of: Signaalbewijs.self)
        guard let zaak = try await desk.office.read({ try $0.signaalbewijzen.find(id)?.zaak }) else {
            throw HTTPError(.notFound)
        }
        let form = try await request.form()
        return try await act(on: zaak, form, request, context) { act in
            try Signaalbewijs.Withdrawal(bewijs: id, reden: form["reden"] ?? "").run(in: act)
            return Flash("proof_withdrawn")
        }
    }

    @Sendable func give(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, form, recht) = (try context.id("zaak", of: Zaak.self), try await request.form(), desk.recht)
        let me = context.user.login
        return try await act(on: id, form, request, context) { act in
            let came = try Signaal.Giving(
                zaak: id, isCrisis: form["crisis"] == "ja", isWarm: form["warm"] == "ja", door: me
            ).run(in: act, recht: recht)
            return Flash(came)
        }
    }

    /// What a municipality told a person of a signal.
    @Sendable func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, form, recht) = (try context.id("signaal", of: Signaal.self), try await request.form(), desk.recht)
        guard let zaak = try await desk.office.read({ try $0.signalen.find(id)?.zaak }) else {
            throw HTTPError(.notFound)
        }
        let me = context.user.login
        return try await act(on: zaak, form, request, context) { act in
            var one = Signaal.Reporting(
                signaal: id, uitslag: try form.choice("uitslag"), dag: try form.day("dag"), bron: .hand, door: me)
            one.opgepakt = try form.dayIfAny("opgepakt")
            one.toelichting = form["toelichting"] ?? ""
            return Flash(try one.run(in: act, recht: recht) == .bekend ? "report_known" : "report_kept")
        }
    }

    @Sendable func weigh(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, form) = (try context.id("terugmelding", of: Terugmelding.self), try await request.form())
        guard let zaak = try await desk.office.read({ try $0.terugmeldingen.zaak(of: id) }) else {
            throw HTTPError(.notFound)
        }
        return try await act(on: zaak, form, request, context) { act in
            try Terugmelding.Weighing(terugmelding: id, reden: form["reden"] ?? "").run(in: act)
            return Flash("report_weighed")
        }
    }

    private func act(
        on zaak: Identifier<Zaak>, _ form: FormFields, _ request: Request, _ context: SignedInContext,
        _ body: @escaping @Sendable (Act) throws -> Flash
    ) async throws -> Response {
        try await desk.act(request, form, context, then: SignaalPaths.page(zaak), body) { sent in
            try await draw(zaak, context, sent: sent)
        }
    }

    private func draw(
        _ id: Identifier<Zaak>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(on: id, context)
        let (words, today, recht, office) = (desk.face.words(context), desk.today(), desk.recht, desk.office)
        let mayChange = context.may(.zaakBijwerken)
        let page = try await office.read { tx in
            try VroegsignaleringLook(id, in: office.act(as: .system("poort"), in: tx), recht: recht).map {
                VroegsignaleringMaker(
                    look: $0, words: words, today: today, mayChange: mayChange, sent: sent
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Flash {
    /// What came of giving a signal: recorded, or why nothing goes to the municipality.
    fileprivate init(_ came: Signaal.Uitkomst) {
        switch came {
        case .gegeven: self.init("signal_given")
        case .alGegeven: self.init("signal_known")
        case .geenPlicht: self.init("signal_no_duty", isProblem: true)
        case .nietToegestaan(let obstacle): self.init("signal_refused_\(obstacle.word)", isProblem: true)
        }
    }
}
