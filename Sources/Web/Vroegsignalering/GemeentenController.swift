import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Recht
import Zaken

/// The municipalities: which towns belong to each, and where it takes signals.
struct GemeentenController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SignaalPaths.municipalities.router, use: show)
            .post(SignaalPaths.municipalities.router, use: put)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        return try await draw(context, sent: FormFields(), refusal: nil)
    }

    /// Takes over what was typed; a key that is left empty stays as it was.
    @Sendable func put(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let (form, recht, kluis) = (try await request.form(), desk.recht, desk.face.settings.kluis)
        return try await .ofAct {
            try await desk.act(context) { act in
                let code = form["code"] ?? ""
                let before = try act.tx.gemeenten.find(code, recht)
                let towns = (form["plaatsen"] ?? "").split(whereSeparator: { $0 == "," || $0.isNewline })
                    .map { String($0).trimmingSpace }.filter { !$0.isEmpty }
                let one = Gemeente(
                    code: code, naam: form["naam"] ?? "", plaatsen: towns, adres: form["adres"],
                    sleutel: before?.sleutel)
                try act.tx.gemeenten.put(form["sleutel"].map { try one.met(sleutel: $0, in: kluis) } ?? one)
                try act.record(
                    "gemeente_gewijzigd", of: .init(kind: "gemeente", id: code), ["naam": .string(form["naam"] ?? "")])
            }
            return .seeOther(SignaalPaths.municipalities(), flash: Flash("municipality_saved"))
        } refused: { refusal in
            try await draw(context, sent: form, refusal: refusal)
        }
    }

    private func draw(_ context: SignedInContext, sent: FormFields, refusal: Refusal?) async throws -> Response {
        let (words, recht) = (desk.face.words(context), desk.recht)
        let all = try await desk.office.read { try $0.gemeenten.all(recht) }
        let page = GemeentenPage(
            lines: all.map { one in
                .init(
                    code: one.code, name: one.naam, towns: one.plaatsen.joined(separator: ", "),
                    way: one.adres == nil ? Chip(words("early.by_hand")) : Chip(words("early.by_call"), "calm"))
            }, problems: refusal.map { .init(problems: $0.problems(words, Colleagues(all: []), form: "gemeente")) },
            fields: fields(sent, words))
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }

    private func fields(_ sent: FormFields, _ words: Words) -> [Field] {
        let text = { (name: String, hint: String?, isRequired: Bool) in
            Field(
                name, words("early.\(name)"), .text(sent[name] ?? ""), id: "gemeente-\(name)",
                hint: hint.map { words($0) }, isRequired: isRequired)
        }
        return [
            text("code", "early.code_hint", true), text("naam", nil, true),
            text("plaatsen", "early.plaatsen_hint", true), text("adres", "early.adres_hint", false),
            text("sleutel", "early.sleutel_hint", false),
        ]
    }
}
