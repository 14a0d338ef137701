import Basics
import Hummingbird
import Zaken

/// The acts on one taak.
struct TaakController: Sendable {
    let desk: Desk
    let drawer: ZaakDrawer

    init(desk: Desk) {
        self.desk = desk
        drawer = ZaakDrawer(desk: desk)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(WorkPaths.taak.router, use: find)
            .post(WorkPaths.completion.router, use: complete)
            .post(WorkPaths.assignment.router, use: take)
            .post(WorkPaths.mending.router, use: mend)
            .post(WorkPaths.asking.router, use: ask)
    }

    @Sendable func find(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let taak = try await taak(context)
        return .seeOther(ZaakPaths.zaak(taak.zaak) + "?taak=\(taak.id.text)")
    }

    @Sendable func complete(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let words = desk.face.words(context)
        return try await act(request, context) { taak, form, act in
            let (stuck, before) = (try act.tx.taken.stuck(beside: taak), try act.tx.taken.beside(taak))
            let isOffer = try act.tx.taken.find(taak)?.soort == .activiteiten && form["keuze"] != Taak.klaar
            var input = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
            let ways = form.all("keuze")
            if ways.count > 1 { input["keuze"] = ways.joined(separator: String(Taak.tussenKeuzes)) }
            try Taak.Completion(
                taak: taak, invoer: input.filter { $0.key != "csrf" }, gezien: form["gezien"].flatMap { Int($0) } ?? 0,
                door: context.me, als: context.bevoegdheid
            )
            .run(in: act)
            let isStuck = try act.tx.taken.stuck(beside: taak) > stuck
            if isStuck { return Flash("completed_stuck", isProblem: true) }
            if isOffer { return Flash("activity_begun") }
            let new = try act.tx.taken.beside(taak).filter { next in !before.contains { $0.id == next.id } }
            if let back = try act.sentBack(new, words) { return back }
            let stays = new.first { $0.behandelaar == context.me }
            return stays.map { Flash("completed_next", words.name(of: $0, act.playbook)) } ?? Flash("completed")
        }
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context) { taak, form, act in
            let me = context.me
            if form["terug"] != nil {
                try Taak.Return(taak: taak, door: me).run(in: act)
                return Flash("given_back")
            }
            if form["van"] == nil {
                try Taak.Taking(taak: taak, door: me, als: context.bevoegdheid).run(in: act)
            } else {
                try Taak.Takeover(taak: taak, door: me, als: context.bevoegdheid, reden: form["reden"] ?? "")
                    .run(in: act)
            }
            return Flash("taken")
        }
    }

    @Sendable func mend(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context) { taak, form, act in
            let goesOn = try Taak.Herstel(
                taak: taak, gegevens: form.gegevens, weg: form["weg"], reden: form["reden"] ?? "", door: context.me,
                als: context.bevoegdheid
            ).run(in: act)
            return Flash(goesOn ? "mended" : "not_mended", isProblem: !goesOn)
        }
    }

    @Sendable func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context) { taak, _, act in
            try Storing.Vraag(taak: taak, door: context.me, als: context.bevoegdheid).run(in: act)
            return Flash("owner_asked")
        }
    }

    /// Does an act on the taak and goes to its zaak; a refusal draws the zaak with what was sent and why.
    private func act(
        _ request: Request, _ context: SignedInContext,
        _ body: @escaping @Sendable (Identifier<Taak>, FormFields, Act) throws -> Flash
    ) async throws -> Response {
        try context.require(.taakDoen)
        let form = try await request.form()
        let taak = try await taak(context)
        return try await .ofAct {
            let flash = try await desk.act(context) { act in try body(taak.id, form, act) }
            return .seeOther(ZaakPaths.zaak(taak.zaak), flash: flash)
        } refused: { refusal in
            var asked = ZaakAsked()
            (asked.form, asked.taak, asked.path) = (form, taak.id.text, request.uri.path)
            return try await drawer.draw(taak.zaak, asked, context, refusal: refusal)
        }
    }

    private func taak(_ context: SignedInContext) async throws -> Taak {
        let id = try context.id("taak", of: Taak.self)
        guard let taak = try await desk.office.read({ tx in try tx.taken.find(id) }) else { throw HTTPError(.notFound) }
        return taak
    }
}

extension FormFields {
    /// The facts that a person puts right, as typed, by the name that the drawing gives them.
    fileprivate var gegevens: [String: String] {
        let mark = TaakPart.Mishap.mark
        return Dictionary(
            pairs.filter { $0.name.hasPrefix(mark) }.map { (String($0.name.dropFirst(mark.count)), $0.value) }
        ) { first, _ in first }
    }
}

extension TaakStore {
    /// How many steps are stuck in the zaak of a taak.
    fileprivate func stuck(beside taak: Identifier<Taak>) throws -> Int {
        try beside(taak).count { $0.soort == .storing }
    }

    /// What waits in the zaak of a taak.
    fileprivate func beside(_ taak: Identifier<Taak>) throws -> [Taak] {
        try find(taak).map { try waiting(for: $0.zaak) } ?? []
    }
}

extension Act {
    /// That a new taak went back to who proposed what was decided on.
    fileprivate func sentBack(_ new: [Taak], _ words: Words) throws -> Flash? {
        guard let back = try new.first(where: { try tx.taken.teruggestuurd($0, playbook) != nil }),
            let who = back.behandelaar
        else { return nil }
        let name = Colleagues(all: try tx.gebruikers.all()).name(of: who)
        return Flash("completed_back", "\(name): \(words.name(of: back, playbook))")
    }
}
