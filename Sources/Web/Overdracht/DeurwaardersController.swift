import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Zaken

/// The bailiffs: who they are, and a key for each that reports by a call.
struct DeurwaardersController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(OverdrachtPaths.bailiffs.router, use: show)
            .post(OverdrachtPaths.bailiffs.router, use: put)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        return try await draw(context, changing: request.query("code"))
    }

    /// Takes over what was typed; a new key is shown this once, only its hash is kept.
    @Sendable func put(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let form = try await request.form()
        var random = SystemRandomNumberGenerator()
        let key = form["nieuw"] == "ja" ? Toegangssleutel(random: &random).text : nil
        return try await .ofAct {
            try await desk.act(context) { act in
                let one = Deurwaarder(form)
                let isKnown = try act.tx.deurwaarders.find(one.code) != nil
                guard !isKnown || form["wat"] != "nieuw" else { throw OverdrachtRefusal.codeTaken }
                try act.tx.deurwaarders.put(one, sleutel: key)
                try act.record(
                    "deurwaarder_gewijzigd", of: .init(kind: "deurwaarder", id: one.code),
                    ["naam": .string(one.naam), "sleutel": JSON(key != nil)])
            }
            guard key != nil else {
                return .seeOther(OverdrachtPaths.bailiffs(), flash: Flash("bailiff_saved"))
            }
            return try await draw(context, changing: nil, key: key)
        } refused: { refusal in
            let changing = form["wat"] == "wijzig" ? form["code"] : nil
            let sent = desk.sent(request, form, refusal, context)
            return try await draw(context, changing: changing, sent: sent)
        }
    }

    private func draw(
        _ context: SignedInContext, changing code: String?, key: String? = nil, sent: Sent? = nil
    ) async throws -> Response {
        let words = desk.face.words(context)
        let all = try await desk.office.read { try $0.deurwaarders.all() }
        let one = all.first { $0.code == code }
        let form = words.sheet(of: one, sent: sent)
        let page = DeurwaardersPage(
            lines: all.map(words.line), problems: ZaakPage.Problems(of: sent, in: [form]),
            changing: one.map { words("bailiff.change", ["name": $0.naam]) }, form: form, key: key)
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Deurwaarder {
    fileprivate init(_ form: FormFields) {
        self.init(
            code: form["code"] ?? "", naam: form["naam"] ?? "",
            adres: Adres(regel: form["regel"] ?? "", postcode: form["postcode"] ?? "", plaats: form["plaats"] ?? ""),
            telefoon: form["telefoon"] ?? "", email: form["email"] ?? "")
    }
}

extension Words {
    fileprivate func line(_ one: Deurwaarder) -> DeurwaardersPage.Line {
        DeurwaardersPage.Line(
            code: one.code, name: one.naam,
            reach: [one.telefoon, one.email].filter { !$0.isEmpty }.joined(separator: ", "),
            way: one.heeftSleutel ? Chip(self("bailiff.with_key"), "calm") : Chip(self("bailiff.by_file")),
            change: OverdrachtPaths.bailiffs()
                + "?code=\(one.code.formEncoded)")
    }

    /// The form of one bailiff as it is; with its code where it is entered anew.
    fileprivate func sheet(of one: Deurwaarder?, sent: Sent?) -> Sheet {
        let path = OverdrachtPaths.bailiffs()
        guard let one else {
            let code = Field("code", self("bailiff.code"), .text(""), id: "deurwaarder-code", isRequired: true)
            return Sheet(path, [code] + fields(of: nil), hidden: [.init(name: "wat", value: "nieuw")], sent: sent)
        }
        return Sheet(
            path, fields(of: one),
            hidden: [.init(name: "wat", value: "wijzig"), .init(name: "code", value: one.code)], sent: sent)
    }

    private func fields(of one: Deurwaarder?) -> [Field] {
        let texts = [
            ("naam", "manage.name", one?.naam), ("regel", "states.street", one?.adres.regel),
            ("postcode", "states.postcode", one?.adres.postcode), ("plaats", "states.city", one?.adres.plaats),
            ("telefoon", "person.phone", one?.telefoon), ("email", "person.email", one?.email),
        ].map { name, label, value in
            Field(
                name, self(label), .text(value ?? ""), id: "deurwaarder-\(name)", isRequired: name == "naam")
        }
        return texts + [
            Field(
                "nieuw", self("bailiff.new_key"), .yesNo(yesNo(false)), id: "deurwaarder-nieuw",
                hint: self("bailiff.new_key_hint"), isRequired: true)
        ]
    }
}
