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
        return try await draw(context, changing: request.query("code"))
    }

    /// Takes over what was typed; a key that is left empty stays as it was, and a new one to report back is shown this once.
    @Sendable func put(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let (form, recht, kluis) = (try await request.form(), desk.recht, desk.face.settings.kluis)
        var random = SystemRandomNumberGenerator()
        let key = form["terugmelden"] == "ja" ? Toegangssleutel(random: &random).text : nil
        return try await .ofAct {
            try await desk.act(context) { act in
                let code = form["code"] ?? ""
                let before = try act.tx.gemeenten.find(code, recht)
                guard before == nil || form["wat"] != "nieuw" else { throw SignaalRefusal.codeTaken }
                let one = Gemeente(
                    code: code, naam: form["naam"] ?? "", plaatsen: form.towns, adres: form["adres"],
                    sleutel: before?.sleutel)
                try act.tx.gemeenten.put(form["sleutel"].map { try one.met(sleutel: $0, in: kluis) } ?? one)
                if let key { try act.tx.gemeenten.give(terugmeldsleutel: key, to: code) }
                try act.record(
                    "gemeente_gewijzigd", of: .init(kind: "gemeente", id: code),
                    ["naam": .string(form["naam"] ?? ""), "sleutel": JSON(key != nil)])
            }
            if let key { return try await draw(context, changing: nil, key: key) }
            return .seeOther(SignaalPaths.municipalities(), flash: Flash("municipality_saved"))
        } refused: { refusal in
            let changing = form["wat"] == "wijzig" ? form["code"] : nil
            let sent = desk.sent(request, form, refusal, context)
            return try await draw(context, changing: changing, sent: sent)
        }
    }

    private func draw(
        _ context: SignedInContext, changing code: String?, key: String? = nil, sent: Sent? = nil
    ) async throws -> Response {
        let (words, recht) = (desk.face.words(context), desk.recht)
        let all = try await desk.office.read { try $0.gemeenten.all(recht) }
        let one = all.first { $0.code == code }
        let form = words.sheet(of: one, sent: sent)
        let page = GemeentenPage(
            lines: all.map(words.line), problems: ZaakPage.Problems(of: sent, in: [form]),
            changing: one.map { words("early.change", ["name": $0.naam]) }, form: form, key: key)
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension FormFields {
    /// The towns, as they were typed with commas or below each other.
    fileprivate var towns: [String] {
        (self["plaatsen"] ?? "").split(whereSeparator: { $0 == "," || $0.isNewline }).map { String($0).trimmingSpace }
            .filter { !$0.isEmpty }
    }
}

extension Words {
    fileprivate func line(_ one: Gemeente) -> GemeentenPage.Line {
        GemeentenPage.Line(
            code: one.code, name: one.naam, towns: one.plaatsen.joined(separator: ", "),
            way: one.adres == nil ? Chip(self("early.by_hand")) : Chip(self("early.by_call"), "calm"),
            change: SignaalPaths.municipalities() + "?code=\(one.code.formEncoded)")
    }

    /// The form of one municipality as it is; with its code where it is entered anew.
    fileprivate func sheet(of one: Gemeente?, sent: Sent?) -> Sheet {
        let code = Field(
            "code", self("early.code"), .text(""), id: "gemeente-code", hint: self("early.code_hint"), isRequired: true)
        let rest =
            [
                ("naam", one?.naam, nil, true),
                ("plaatsen", one?.plaatsen.joined(separator: ", "), "plaatsen_hint", true),
                ("adres", one?.adres, "adres_hint", false), ("sleutel", nil, "sleutel_hint", false),
            ].map { name, value, hint, isRequired in
                Field(
                    name, self("early.\(name)"), .text(value ?? ""), id: "gemeente-\(name)",
                    hint: hint.map { self("early.\($0)") }, isRequired: isRequired)
            } + [
                Field(
                    "terugmelden", self("early.report_key"), .yesNo(yesNo(false)), id: "gemeente-terugmelden",
                    hint: self("early.report_key_hint"), isRequired: true)
            ]
        guard let one else {
            return Sheet(
                SignaalPaths.municipalities(), [code] + rest, hidden: [.init(name: "wat", value: "nieuw")], sent: sent)
        }
        return Sheet(
            SignaalPaths.municipalities(), rest,
            hidden: [.init(name: "wat", value: "wijzig"), .init(name: "code", value: one.code)], sent: sent)
    }
}
