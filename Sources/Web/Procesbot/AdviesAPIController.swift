import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Procesbot
import Taalmodel
import Zaken

/// Advice over HTTP: as one JSON document, or part by part as server-sent events when those are asked for.
struct AdviesAPIController: Sendable {
    let bot: BotDesk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.api.router, use: ask)
            .post(AdvicePaths.api.router, use: send)
    }

    @Sendable func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = ["vraag", "zaak", "zaaktype", "stap"].compactMap { name in request.query(name).map { (name, $0) } }
        return try await answer(FormFields(fields), request, context)
    }

    @Sendable func send(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await answer(try await request.form(), request, context)
    }

    private func answer(_ fields: FormFields, _ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(fields["zaak"] == nil ? .procesZien : .zaakZien)
        let zaak = fields["zaak"].flatMap(Identifier<Zaak>.init)
        if fields["zaak"] != nil, try await isUnknown(zaak) { throw HTTPError(.notFound) }
        if let zaak { try await bot.desk.recordLook(on: zaak, context) }
        let form = AdviesForm(fields)
        let answer = try await AdviesDrawer(bot: bot).ask(form, zaak, context)
        let worded = request.method == .post ? try await wording(answer, form, zaak, context) : nil
        let streams = request.headers[.accept]?.contains("text/event-stream") == true
        var json = answer.advies.json
        let notices = bot.notices(on: form.vraag, bot.desk.face.words(context))
        if !notices.isEmpty { json["notices"] = .array(notices.map(JSON.string)) }
        if let worded { json["verwoording"] = worded }
        return streams ? .events(json) : .json(json)
    }

    /// The words of a language model, when they are asked for and one is set.
    private func wording(
        _ answer: Antwoord, _ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext
    ) async throws -> JSON? {
        guard form.wantsWording, let table = bot.schrijftafel else { return nil }
        let worded = try await table.verwoord(answer, form.raadpleging(zaak, context), context)
        return worded?.verwoording.json(model: table.settings.model)
    }

    private func isUnknown(_ zaak: Identifier<Zaak>?) async throws -> Bool {
        guard let zaak else { return true }
        return try await bot.desk.office.read { tx in try tx.zaken.find(zaak) == nil }
    }
}

extension Response {
    /// The parts of an advice in the order in which people need them, each as an event.
    fileprivate static func events(_ json: JSON) -> Response {
        let steps = (json["route"].elements ?? []).map { ("stap", $0) }
        let parts =
            [("feiten", json["facts"])] + steps
            + [("ontbreekt", json["missing"]), ("tegenspraak", json["conflicts"]), ("advies", json)]
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                for (name, part) in parts {
                    try await writer.write(ByteBuffer(string: "event: \(name)\ndata: \(part.canonical)\n\n"))
                }
                try await writer.finish(nil)
            })
    }
}
