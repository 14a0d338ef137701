import Basics
import Bibliotheek
import HTTPTypes
import Hummingbird
import NIOCore
import Procesbot
import Taalmodel
import Zaken

/// The wording of an advice while it is written: after each claim that was judged, the part of the page anew (server-sent events).
struct VerwoordingController: Sendable {
    let bot: BotDesk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .post(AdvicePaths.wording.router, use: write)
            .get(AdvicePaths.record.router, use: show)
    }

    @Sendable func write(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await request.form()
        try context.require((fields["zaak"] ?? "").isEmpty ? .procesZien : .zaakZien)
        let zaak = fields["zaak"].flatMap(Identifier<Zaak>.init)
        guard let table = bot.schrijftafel else { throw HTTPError(.notFound) }
        if let zaak { try await bot.desk.recordLook(on: zaak, context) }
        let drawer = AdviesDrawer(bot: bot)
        let form = AdviesForm(fields)
        let answer = try await drawer.ask(form, zaak, context)
        let maker = AdviesPageMaker(
            words: bot.desk.face.words(context), places: try await drawer.places(of: answer.advies))
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                let parts = VerwoordingController.parts(
                    table, answer, form.raadpleging(zaak, context), context, maker, zaak: zaak?.text ?? "")
                for try await part in parts {
                    try await writer.write(ByteBuffer(string: try event(part, maker.words)))
                }
                try await writer.finish(nil)
            })
    }

    /// An advice that is kept with a zaak, for whoever may see the zaak.
    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let (id, advies) = (try context.id("zaak", of: Zaak.self), try context.id("advies", of: Adviesrecord.self))
        try await bot.desk.recordLook(on: id, context)
        let words = bot.desk.face.words(context)
        let page = try await bot.desk.office.read { tx -> AdviesrecordPage? in
            guard let zaak = try tx.zaken.find(id), let one = try tx.adviezen.find(advies), one.zaak == id else {
                return nil
            }
            return AdviesrecordPage(
                one, try tx.verwoordingen.all(of: advies), of: zaak, Colleagues(all: try tx.gebruikers.all()), words)
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await bot.desk.face.draw(page, context)
    }

    private func event(_ part: VerwoordingPart, _ words: Words) throws -> String {
        let html = try bot.desk.face.fragment(part, words)
        return html.split(whereSeparator: \.isNewline).map { "data: \($0)\n" }.joined() + "\n"
    }

    /// The part as it grows, and at the end the whole.
    private static func parts(
        _ table: Schrijftafel, _ answer: Antwoord, _ vraag: Raadpleging, _ context: SignedInContext,
        _ maker: AdviesPageMaker, zaak: String
    ) -> AsyncThrowingStream<VerwoordingPart, any Error> {
        let model = table.settings.model
        return AsyncThrowingStream { stream in
            let work = Task {
                do {
                    let growing = Groei()
                    stream.yield(VerwoordingPart(writing: [], model: model, zaak: zaak, maker))
                    let worded = try await table.verwoord(answer, vraag, context) { one in
                        let all = await growing.adding(one)
                        stream.yield(VerwoordingPart(writing: all, model: model, zaak: zaak, maker))
                    }
                    if let worded { stream.yield(VerwoordingPart(worded, model: model, zaak: zaak, maker)) }
                    stream.finish()
                } catch { stream.finish(throwing: error) }
            }
            stream.onTermination = { _ in work.cancel() }
        }
    }
}

/// The claims that were judged so far.
private actor Groei {
    private var all: [Verwoording.Oordeel] = []

    func adding(_ one: Verwoording.Oordeel) -> [Verwoording.Oordeel] {
        all.append(one)
        return all
    }
}
