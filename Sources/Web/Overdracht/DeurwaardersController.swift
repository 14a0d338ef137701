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
        return try await draw(context, sent: FormFields(), key: nil, refusal: nil)
    }

    /// Takes over what was typed; a new key is shown this once, only its hash is kept.
    @Sendable func put(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.systeemBeheren)
        let form = try await request.form()
        var random = SystemRandomNumberGenerator()
        let key = form["nieuw"] == "ja" ? Secret(random: &random).text : nil
        return try await .ofAct {
            try await desk.act(context) { act in
                let one = Deurwaarder(
                    code: form["code"] ?? "", naam: form["naam"] ?? "",
                    adres: Adres(
                        regel: form["regel"] ?? "", postcode: form["postcode"] ?? "", plaats: form["plaats"] ?? ""),
                    telefoon: form["telefoon"] ?? "", email: form["email"] ?? "")
                try act.tx.deurwaarders.put(one, sleutel: key)
                try act.record(
                    "deurwaarder_gewijzigd", of: .init(kind: "deurwaarder", id: one.code),
                    ["naam": .string(one.naam), "sleutel": JSON(key != nil)])
            }
            guard key != nil else {
                return .seeOther(OverdrachtPaths.bailiffs(), flash: Flash("bailiff_saved"))
            }
            return try await draw(context, sent: FormFields(), key: key, refusal: nil)
        } refused: { refusal in
            try await draw(context, sent: form, key: nil, refusal: refusal)
        }
    }

    private func draw(
        _ context: SignedInContext, sent: FormFields, key: String?, refusal: Refusal?
    ) async throws -> Response {
        let words = desk.face.words(context)
        let all = try await desk.office.read { try $0.deurwaarders.all() }
        let page = DeurwaardersPage(
            lines: all.map { one in
                .init(
                    code: one.code, name: one.naam,
                    reach: [one.telefoon, one.email].filter { !$0.isEmpty }.joined(separator: ", "),
                    way: one.heeftSleutel ? Chip(words("bailiff.with_key"), "calm") : Chip(words("bailiff.by_file")))
            }, problems: refusal.map { .init(problems: $0.problems(words, Colleagues(all: []), form: "deurwaarder")) },
            fields: fields(sent, words), key: key)
        return try await desk.face.draw(page, context, status: refusal?.status ?? .ok)
    }

    private func fields(_ sent: FormFields, _ words: Words) -> [Field] {
        let texts = [
            ("code", "bailiff.code"), ("naam", "manage.name"), ("regel", "states.street"),
            ("postcode", "states.postcode"), ("plaats", "states.city"), ("telefoon", "person.phone"),
            ("email", "person.email"),
        ].map { name, label in
            Field(
                name, words(label), .text(sent[name] ?? ""), id: "deurwaarder-\(name)",
                isRequired: name == "code" || name == "naam")
        }
        let yesNo = [Option("ja", words("common.answer_yes")), Option("nee", words("common.answer_no"), chosen: true)]
        return texts + [
            Field(
                "nieuw", words("bailiff.new_key"), .yesNo(yesNo), id: "deurwaarder-nieuw",
                hint: words("bailiff.new_key_hint"), isRequired: true)
        ]
    }
}
