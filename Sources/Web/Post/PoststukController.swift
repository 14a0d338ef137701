import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Postvak
import Recht
import Zaken

/// One mail: to read, and the acts of who answers it.
struct PoststukController: Sendable {
    let post: PostDesk

    private var desk: Desk { post.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(PostPaths.mail.router, use: show)
            .get(PostPaths.file.router, use: original)
            .get(PostPaths.attachment.router, use: attachment)
            .post(PostPaths.placing.router, use: place)
            .post(PostPaths.aside.router, use: setAside)
            .post(PostPaths.back.router, use: takeBack)
            .post(PostPaths.answer.router, use: answer)
            .post(PostPaths.answerBack.router, use: takeAnswerBack)
            .post(PostPaths.complaint.router, use: complain)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try post.admit(context)
        let asked = request.query("aan").map { FormFields([("aan", $0)]) } ?? FormFields()
        return try await PoststukDrawer(post: post).draw(context.id("poststuk"), asked, context)
    }

    @Sendable func original(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (one, _) = try await find(context)
        return try await file(one.bestand, "mail.eml", "message/rfc822")
    }

    @Sendable func attachment(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (_, files) = try await find(context)
        let number = context.parameters.get("nummer").flatMap { Int($0) }
        guard let found = files.first(where: { $0.nummer == number }),
            try await desk.office.read({ try PoststukLook.Oddity(found, in: $0) }) != .program
        else { throw HTTPError(.notFound) }
        return try await file(found.hash, found.naam, found.formaat)
    }

    @Sendable func place(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (list, recht) = (Postlijst(), desk.recht)
        return try await act(request, context, "mail_placed") { id, form, act in
            let typed = (form["nummer"] ?? form["zaak"] ?? "").uppercased()
            let kinds = Set(form.all("soort").compactMap(Mailsoort.init(rawValue:)))
            let isComplaint = form["klacht"] != nil
            try Poststuk.Plaatsing(
                poststuk: id, zaaknummer: typed, soorten: isComplaint ? kinds.union([.klacht]) : kinds,
                bijlagen: Set(form.all("bijlage").compactMap { Int($0) }), onthoudAdres: form["adres"] != nil,
                onthoudNummer: form["telefoon"] != nil, door: context.me
            ).run(in: act)
            if isComplaint { try PoststukController.complain(of: id, in: act, recht) }
            return form["verder"] == nil ? id : try list.next(after: id, in: act.tx)
        }
    }

    @Sendable func setAside(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "mail_aside") { id, form, act in
            try Poststuk.Terzijde(
                poststuk: id, reden: form["reden"] ?? "", door: context.me
            ).run(in: act)
            return id
        }
    }

    @Sendable func takeBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(request, context, "mail_back") { id, form, act in
            try Poststuk.Terug(poststuk: id, reden: form["reden"] ?? "").run(in: act)
            return id
        }
    }

    @Sendable func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.briefVersturen)
        let places = post.zinnen.invulplekken
        return try await act(request, context, "mail_answered") { id, form, act in
            try Poststuk.Beantwoording(
                poststuk: id, tekst: form.raw("tekst") ?? "", kanaal: form["kanaal"] ?? "post",
                gezien: form["gezien"].flatMap { Int($0) } ?? 0, invulplekken: places,
                aan: form["aan"].flatMap(Poststuk.Ontvanger.Rol.init(rawValue:))
            ).run(in: act)
            return id
        }
    }

    /// Takes an answer back that has not left yet.
    @Sendable func takeAnswerBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.briefVersturen)
        return try await act(request, context, "mail_answer_back") { id, form, act in
            guard let letter = form["brief"].flatMap(Identifier<Brief>.init) else { throw HTTPError(.badRequest) }
            try Poststuk.AntwoordTerug(poststuk: id, brief: letter).run(in: act)
            return id
        }
    }

    /// Takes the mail in as a complaint, with its confirmation and its term.
    @Sendable func complain(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let recht = desk.recht
        return try await act(request, context, "complaint_taken") { id, _, act in
            try PoststukController.complain(of: id, in: act, recht)
            return id
        }
    }

    private static func complain(of id: Identifier<Poststuk>, in act: Act, _ recht: RechtTables) throws {
        guard let one = try act.tx.poststukken.find(id), let zaak = one.zaak else { throw PoststukRefusal.notPlaced }
        try Klacht.Receipt(zaak: zaak, tekst: one.tekst.isEmpty ? one.onderwerp : one.tekst).run(
            in: act, recht: recht)
    }

    /// Does an act and goes to a mail, or to the queue; a refusal draws the mail with what was sent and why.
    private func act(
        _ request: Request, _ context: SignedInContext, _ done: String,
        _ body: @escaping @Sendable (Identifier<Poststuk>, FormFields, Act) throws -> Identifier<Poststuk>?
    ) async throws -> Response {
        try post.admit(context, to: .postVerwerken)
        let id: Identifier<Poststuk> = try context.id("poststuk")
        let form = try await request.form()
        do {
            let next = try await desk.act(context) { act in try body(id, form, act) }
            return .seeOther(next.map { PostPaths.mail($0) } ?? PostPaths.list(), flash: Flash(done))
        } catch PoststukRefusal.unknownPoststuk {
            throw HTTPError(.notFound)
        } catch {
            let words = desk.face.words(context)
            guard let refusal = Refusal(error) else { throw error }
            return try await PoststukDrawer(post: post).draw(
                id, form, context, sent: Sent(request.uri.path, form, refusal, words))
        }
    }

    private func find(_ context: SignedInContext) async throws -> (Poststuk, [Bijlage]) {
        try post.admit(context)
        let id: Identifier<Poststuk> = try context.id("poststuk")
        let found = try await desk.office.read { tx in
            try tx.poststukken.find(id).map { ($0, try tx.poststukken.bijlagen(of: id)) }
        }
        guard let found else { throw HTTPError(.notFound) }
        try await post.recordLook(found.0, [], context)
        return found
    }

    /// A file of a mail never runs: pictures, PDF and plain text are shown without any rights, the rest is saved.
    private func file(_ hash: String?, _ name: String, _ type: String) async throws -> Response {
        guard let hash, let bytes = try await desk.office.read({ try $0.inhoud.bytes(hash) }) else {
            throw HTTPError(.notFound)
        }
        let isShown = ["application/pdf", "image/png", "image/jpeg", "text/plain"].contains(type)
        return .kept(bytes, type: isShown ? type : "application/octet-stream", as: name, isShown: isShown)
    }
}
