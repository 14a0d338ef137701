import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import Procesbot
import Zaken

/// Advice for the system of a partner that shows its key: on the library alone, never on a zaak here.
struct KoppelingAdvies: Sendable {
    let bot: BotDesk

    func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let words = bot.desk.face.words(context)
        guard let key = request.bearer,
            let caller = try await bot.desk.office.read({ try $0.koppelingen.find(sleutel: key) })
        else { return .refused("sleutel", words("coupling.sleutel"), .unauthorized) }
        guard caller.advies else { return .refused("niet_toegestaan", words("coupling.no_advice"), .forbidden) }
        guard let asked = try await Asked(request) else {
            return .refused("onleesbaar", words("coupling.onleesbaar"), .badRequest)
        }
        if let wrong = asked.wrong { return .refused(wrong, words) }
        guard !asked.isOnZaak else { return .refused("niet_toegestaan", words("coupling.no_zaak"), .forbidden) }
        if let phrase = asked.form.refusal { return .refusedQuestion(words(phrase)) }
        return try await answer(asked, request, words)
    }

    private func answer(_ asked: Asked, _ request: Request, _ words: Words) async throws -> Response {
        let vraag = asked.raadpleging
        let advice = { @Sendable in
            let desk = bot.desk
            let answer = try await bot.leeszaal.advies(
                try await bot.meant(vraag), on: desk.today(), in: desk.office.playbook)
            return bot.json(of: answer, to: vraag.vraag, words)
        }
        guard request.wantsEvents else { return .json(try await advice()) }
        return Adviesstroom(facts: { try await bot.feiten(vraag) }, advice: advice).response
    }
}

/// What a program asked, in the address, as a form or as JSON.
private struct Asked: Sendable {
    let form: AdviesForm
    let facts: JSON?
    /// What it holds that is not known here, or is of another kind: nothing that was sent is passed over in silence.
    let wrong: Adviesveld?
    /// Whether it asks about a zaak here.
    let isOnZaak: Bool

    private static let most = 256_000

    /// Nothing where it cannot be read.
    init?(_ request: Request) async throws {
        guard request.method == .post else {
            self.init(request.queryFields, nil, nil)
            return
        }
        let body = String(buffer: try await request.body.collect(upTo: Asked.most))
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            self.init(FormFields(encoded: body), nil, nil)
            return
        }
        guard let json = Asked.read(body) else { return nil }
        let fields = ["vraag", "zaak", "zaaktype", "stap"].compactMap { name in json[name].text.map { (name, $0) } }
        self.init(FormFields(fields), json["feiten"].fields.map { _ in json["feiten"] }, Adviesveld(wrongIn: json))
    }

    private init(_ fields: FormFields, _ facts: JSON?, _ wrong: Adviesveld?) {
        (form, self.facts, isOnZaak) = (AdviesForm(fields), facts, fields["zaak"] != nil)
        self.wrong = wrong ?? Adviesveld(unknownIn: fields)
    }

    private static func read(_ body: String) -> JSON? {
        // Why it is no JSON is for who sent it to find out.
        do { return try JSON(parsing: body) } catch { return nil }
    }

    var raadpleging: Raadpleging {
        var vraag = Raadpleging(
            form.vraag, correcties: form.correcties, bereik: form.filter.scope,
            inzicht: Inzicht(klant: false, bedragen: false))
        vraag.gegevens = facts
        return vraag
    }
}

extension Response {
    /// A refusal for another program: its word, and a sentence for who reads along.
    static func refused(_ code: String, _ sentence: String, _ status: HTTPResponse.Status) -> Response {
        .json(["fout": .string(code), "uitleg": .string(sentence)], status)
    }
}
