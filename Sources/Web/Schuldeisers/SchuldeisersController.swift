import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Recht
import Zaken

/// The creditors: an administrator keeps how they are reached and their registration number (Wki art. 11).
struct SchuldeisersController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SchuldeiserPaths.list.router, use: show)
            .post(SchuldeiserPaths.one.router, use: change)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        return try await draw(context, open: request.query("open"))
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let code = try context.parameters.require("schuldeiser")
        let form = try await request.form()
        return try await desk.act(request, form, context, then: SchuldeiserPaths.list()) { act in
            guard var one = try act.tx.schuldeisers.find(code) else { throw HTTPError(.notFound) }
            try one.take(form)
            try one.put(in: act)
            return Flash("creditor_saved")
        } refused: { sent in
            try await draw(context, sent: sent)
        }
    }

    private func draw(_ context: SignedInContext, open: String? = nil, sent: Sent? = nil) async throws -> Response {
        let words = desk.face.words(context)
        let (all, bailiffs) = try await desk.office.read { (try $0.schuldeisers.all(), try $0.deurwaarders.all()) }
        let lines = all.map { one in
            SchuldeisersPage.Line(
                code: one.code, name: one.naam, registration: words.registration(of: one), isAsked: one.code == open,
                form: Sheet(SchuldeiserPaths.one(one.code), words.fields(of: one, bailiffs), sent: sent))
        }
        let page = SchuldeisersPage(lines: lines, problems: ZaakPage.Problems(of: sent, in: lines.map(\.form)))
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Schuldeiser {
    /// Takes over what was typed; letters need a name and how the creditor is reached.
    fileprivate mutating func take(_ form: FormFields) throws {
        naam = try form.text("naam")
        telefoon = try form.text("telefoon")
        email = try form.text("email")
        website = try form.text("website")
        wki = form["wki"]
        wkiNodig = form["wkiNodig"] == "ja"
        btwOverKosten = form["btw"] == "ja"
        deurwaarder = form["deurwaarder"].flatMap { $0.isEmpty ? nil : $0 }
        try afspraken.take(form)
    }
}

extension Words {
    fileprivate func registration(of one: Schuldeiser) -> Chip {
        if one.mistRegistratie { return Chip(self("creditors.missing"), "urgent") }
        return one.wki.map { Chip($0, "calm") } ?? Chip(self("creditors.not_needed"))
    }

    fileprivate func fields(of one: Schuldeiser, _ bailiffs: [Deurwaarder]) -> [Field] {
        let texts = [
            ("naam", "manage.name", one.naam, true), ("telefoon", "person.phone", one.telefoon, true),
            ("email", "person.email", one.email, true), ("website", "creditors.website", one.website, true),
        ].map { name, label, value, isRequired in
            Field(name, self(label), .text(value), id: "\(name)-\(one.code)", isRequired: isRequired)
        }
        return texts + [
            Field(
                "wkiNodig", self("creditors.for_others"), .yesNo(yesNo(one.wkiNodig)), id: "wkiNodig-\(one.code)",
                hint: self("creditors.for_others_hint"), isRequired: true),
            Field(
                "wki", self("creditors.number"), .text(one.wki ?? ""), id: "wki-\(one.code)",
                hint: self("creditors.number_hint")),
            Field(
                "btw", self("creditors.vat"), .yesNo(yesNo(one.btwOverKosten)), id: "btw-\(one.code)",
                hint: self("creditors.vat_hint"), isRequired: true),
            Field(
                "deurwaarder", self("creditors.bailiff"),
                .list(bailiffs.map { Option($0.code, $0.naam, chosen: $0.code == one.deurwaarder) }),
                id: "deurwaarder-\(one.code)", hint: self("creditors.bailiff_hint")),
        ] + agreed(of: one)
    }
}
