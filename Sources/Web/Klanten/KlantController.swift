import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Klanten
import Zaken

/// The whole picture of one person, and what is set for all their zaken at once.
struct KlantController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(KlantPaths.klant.router, use: show)
            .post(KlantPaths.pause.router, use: pause)
            .post(KlantPaths.resumption.router, use: resume)
            .post(KlantPaths.contact.router, use: change)
            .post(KlantPaths.contacts.router, use: contact)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantZien)
        let id = try context.id("klant", of: Partij.self)
        if let stays = try await desk.office.read({ try $0.partijen.find(id)?.samengevoegdMet }) {
            return .seeOther(KlantPaths.klant(stays), flash: Flash("joined_here"))
        }
        let filter = request.query("toon").flatMap(TimelineFilter.init(rawValue:)) ?? .all
        return try await draw(id, context, filter: filter)
    }

    /// Records a contact on the zaak that was chosen; where a person has one open zaak, on that.
    @Sendable func contact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let desk = desk
        return try await act(.zaakBijwerken, request, context, "contact_recorded") { id, form, act in
            let open = try act.tx.zaken.all(of: id).filter(\.isOpen)
            guard let zaak = open.first(where: { $0.id.text == form["zaak"] || open.count == 1 }) else {
                throw ZaakRefusal.unknownZaak
            }
            let asks = desk.gevoelig(form, ContactPart.written)
            try Contact.Recording(zaak: zaak.id, contact: Contact(form), gevoelig: asks).run(in: act)
        }
    }

    @Sendable func pause(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let mayBeLong = context.may(.klantPauzerenLang)
        return try await act(.klantPauzeren, request, context, "paused") { id, form, act in
            try Pauze.Beginning(
                partij: id, einde: form.day("tot"), reden: form["reden"] ?? "", door: context.me,
                mayBeLong: mayBeLong
            ).run(in: act)
            try act.askToTellBailiff(of: id)
        }
    }

    @Sendable func resume(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.klantPauzeren, request, context, "unpaused") { id, _, act in
            guard try act.tx.knopen.running(for: id) == nil else { throw KnoopRefusal.endsWithChoice }
            guard let pauze = try act.tx.pauzes.running(for: id) else { throw ZaakRefusal.notPaused }
            try Pauze.Ending(pauze: pauze.id).run(in: act)
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(.klantBijwerken, request, context, "contact_changed") { id, form, act in
            try Partij.Wijziging(partij: id, gegevens: Contactgegevens(form)).run(in: act)
            try act.recordDepartures(of: id, form)
        }
    }

    private func act(
        _ permission: Permission, _ request: Request, _ context: SignedInContext, _ flash: String,
        _ body: @escaping @Sendable (Identifier<Partij>, FormFields, Act) throws -> Void
    ) async throws -> Response {
        try context.require(permission)
        let id = try context.id("klant", of: Partij.self)
        let form = try await request.form()
        return try await .ofAct {
            try await desk.act(context) { act in try body(id, form, act) }
            return .seeOther(KlantPaths.klant(id), flash: Flash(flash))
        } refused: { refusal in
            try await draw(id, context, refused: (request.uri.path, form, refusal))
        }
    }

    private func draw(
        _ id: Identifier<Partij>, _ context: SignedInContext, filter: TimelineFilter = .all,
        refused: (path: String, form: FormFields, refusal: Refusal)? = nil
    ) async throws -> Response {
        try await desk.recordLook(at: id, context)
        let (words, today) = (desk.face.words(context), desk.today())
        let (rights, playbook, recht) = (context.visitor.rights, desk.office.playbook, desk.recht)
        let page = try await desk.office.read { tx in
            try KlantLook(id, in: tx).map { look in
                let sent = refused.map {
                    Sent($0.path, $0.form, $0.refusal, words, look.colleagues)
                }
                return KlantPageMaker(
                    look: look, playbook: playbook, recht: recht, words: words, today: today, rights: rights,
                    sent: sent,
                    filter: filter
                ).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: refused?.refusal.status ?? .ok)
    }
}
