import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Procesbot
import Taalmodel
import Zaken

/// Advice over HTTP, for who is signed in and for a system with a key: as one JSON document, or part by part as server-sent
/// events when those are asked for.
struct AdviesAPIController: Sendable {
    let bot: BotDesk

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .get(AdvicePaths.api.router, use: ask)
            .post(AdvicePaths.api.router, use: send)
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        if request.bearer != nil { return try await KoppelingAdvies(bot: bot).answer(request, context) }
        let names = ["vraag", "zaak", "zaaktype", "stap"]
        let fields = FormFields(request.queryFields.pairs.filter { names.contains($0.name) })
        return try await answer(fields, request, try SignedInContext(context: context))
    }

    @Sendable func send(_ request: Request, _ context: AppContext) async throws -> Response {
        if request.bearer != nil { return try await KoppelingAdvies(bot: bot).answer(request, context) }
        return try await answer(try await request.form(), request, try SignedInContext(context: context))
    }

    private func answer(_ fields: FormFields, _ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(fields["zaak"] == nil ? .procesZien : .zaakZien)
        let zaak = fields["zaak"].flatMap(Identifier<Zaak>.init)
        if fields["zaak"] != nil, try await isUnknown(zaak) { throw HTTPError(.notFound) }
        let form = AdviesForm(fields)
        let words = bot.desk.face.words(context)
        if let phrase = form.refusal { return .refusedQuestion(words(phrase)) }
        if let zaak { try await bot.desk.recordLook(on: zaak, context) }
        let mayWord = request.method == .post
        let advice = { @Sendable in try await json(form, zaak, context, mayWord: mayWord) }
        guard request.wantsEvents else { return .json(try await advice()) }
        return Adviesstroom(facts: { try await bot.feiten(form.raadpleging(zaak, context)) }, advice: advice).response
    }

    private func json(
        _ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext, mayWord: Bool
    ) async throws -> JSON {
        let answer = try await AdviesDrawer(bot: bot).ask(form, zaak, context)
        var json = bot.json(of: answer, to: form.vraag, bot.desk.face.words(context))
        if mayWord, let worded = try await wording(answer, form, zaak, context) { json["verwoording"] = worded }
        return json
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

extension BotDesk {
    /// The advice as the interface gives it, with what a reader should know of the question.
    func json(of answer: Antwoord, to question: String, _ words: Words) -> JSON {
        var json = answer.advies.json
        let notices = notices(on: question, words)
        if !notices.isEmpty { json["notices"] = .array(notices.map(JSON.string)) }
        return json
    }

    /// The facts read in a question, as the interface gives them.
    func feiten(_ vraag: Raadpleging) async throws -> JSON {
        let found = try await leeszaal.feiten(vraag, on: desk.today(), in: desk.office.playbook)
        return .array(found.map(\.json))
    }
}

extension Response {
    /// A question that cannot be answered as it stands, for another program.
    static func refusedQuestion(_ sentence: String) -> Response {
        .json(["fout": "vraag", "veld": "vraag", "uitleg": .string(sentence)], .unprocessableContent)
    }
}
