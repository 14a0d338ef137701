import Basics
import Bibliotheek
import Database
import HTTPTypes
import Hummingbird
import Journal
import Procesbot
import Taalmodel
import Zaken

/// Asks the adviser and draws the page, beside a zaak or by itself.
struct AdviesDrawer: Sendable {
    let bot: BotDesk

    /// The page for a question; without one, the empty form.
    func draw(
        _ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext, problem: Problem? = nil,
        status: HTTPResponse.Status = .ok, kept: Identifier<GesteldeVraag>? = nil
    ) async throws -> Response {
        if let zaak { try await bot.desk.recordLook(on: zaak, context) }
        let words = bot.desk.face.words(context)
        let beside = try await self.zaak(zaak, context)
        let answer = form.refusal != nil ? nil : try await ask(form, zaak, context)
        let places = try await places(of: answer?.advies)
        let mayDecide = zaak != nil && context.may(.zaakBijwerken)
        // What was ticked belongs to the advice that the person saw.
        let isSame = answer?.stand == form.stand
        let maker = AdviesPageMaker(
            words: words, places: places, mayAdopt: mayDecide && answer?.advies.refused == nil,
            ticked: isSame ? form.stappen : [], notices: bot.notices(on: form.vraag, words))
        let page = AdviesPage(
            title: beside.map { words("advice.beside", ["zaak": $0.zaak.nummer]) } ?? words("advice.title"),
            zaak: beside.map {
                AdviesPage.Zaak(
                    number: $0.zaak.nummer, path: ZaakPaths.zaak($0.zaak.id), summary: $0.zaak.omschrijving,
                    banners: context.may(.klantZien) ? $0.stand.banners(words, today: bot.desk.today()) : [])
            },
            path: zaak.map { AdvicePaths.zaak($0) } ?? AdvicePaths.ask(),
            kept: kept.map { AdviesPage.Kept(id: $0.text, path: AdvicePaths.kept($0, about: zaak)) },
            question: form.vraag,
            scope: beside == nil ? try await scopes(form, words) : [], stand: answer?.stand ?? "",
            facts: answer.map { maker.facts($0.advies, form) } ?? [],
            advice: answer.map { maker.part($0.advies) },
            decision: zaak.flatMap { id in
                answer.flatMap {
                    mayDecide
                        ? AdviesPage.Decision(
                            path: AdvicePaths.decision(id), mayAdopt: $0.advies.refused == nil, reason: form.reden)
                        : nil
                }
            }, wording: try await wording(answer, form, zaak, context, maker),
            feedback: answer.map { feedback($0.advies, zaak, words) },
            problems: problem.map { ZaakPage.Problems(problems: [$0]) },
            mended: zaak == nil && answer == nil ? try await mended(context, words) : [], links: links(context, words),
            again: [("opnieuw", form.opnieuw), ("test", form.test)].compactMap { name, value in
                value.map { Sheet.Hidden(name: name, value: $0) }
            }, compared: try await compared(answer, form, context, words))
        return try await bot.desk.face.draw(page, context, status: status)
    }

    /// What became of the reader's own remarks, in the last two weeks.
    private func mended(_ context: SignedInContext, _ words: Words) async throws -> [AdviesPage.Mended] {
        let (login, since) = (context.me.rawValue, bot.desk.today() - 14)
        let found = try await bot.desk.office.read { tx in try tx.terugkoppelingen.mended(for: login, since: since) }
        return found.map { one in
            AdviesPage.Mended(
                text: words(
                    one.uitkomst == .afgewezen ? "advice.rejected" : "advice.mended",
                    ["question": String(one.vraag.prefix(120)), "how": one.herstel ?? ""]))
        }
    }

    func ask(_ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext) async throws -> Antwoord {
        var vraag = try await bot.raadpleging(form, zaak, context)
        if zaak == nil { vraag.gegevens = try await known(to: form, context) }
        return try await bot.leeszaal.advies(vraag, on: bot.desk.today(), in: bot.desk.office.playbook)
    }

    /// The words of a language model when the person asks for them; else only the button, when there is a model.
    private func wording(
        _ answer: Antwoord?, _ form: AdviesForm, _ zaak: Identifier<Zaak>?, _ context: SignedInContext,
        _ maker: AdviesPageMaker
    ) async throws -> VerwoordingPart? {
        guard let table = bot.schrijftafel, let answer, answer.advies.refused == nil, !answer.advies.route.isEmpty
        else { return nil }
        guard form.wantsWording,
            let worded = try await table.verwoord(answer, form.raadpleging(zaak, context), context)
        else { return .offer(zaak?.text ?? "") }
        return VerwoordingPart(worded, model: table.settings.model, zaak: zaak?.text ?? "", maker)
    }

    private func scopes(_ form: AdviesForm, _ words: Words) async throws -> [Field] {
        let sources = try await bot.desk.office.read { tx in try tx.bronnen.newest() }
        return form.filter.fields(sources, words)
    }

    private func zaak(_ id: Identifier<Zaak>?, _ context: SignedInContext) async throws -> (
        zaak: Zaak, stand: Zaakstand
    )? {
        guard let id else { return nil }
        let (me, office, recht) = (Actor.user(context.user.id), bot.desk.office, bot.desk.recht)
        let found = try await office.read { tx in
            try tx.zaken.find(id).map { zaak in
                let act = office.act(as: me, in: tx)
                return (zaak, try Zaakstand(of: zaak, for: me, in: act, recht))
            }
        }
        guard let found else { throw HTTPError(.notFound) }
        return found
    }

    /// Where each cited version has its page.
    func places(of advice: Advice?) async throws -> [AdviesPageMaker.SourceKey: String] {
        let wanted = Set((advice?.sources ?? []).map(\.document))
        guard !wanted.isEmpty else { return [:] }
        return try await bot.desk.office.read { tx in
            var places: [AdviesPageMaker.SourceKey: String] = [:]
            for name in wanted {
                guard let source = try tx.bronnen.find(naam: name) else { continue }
                for one in try tx.bronnen.versions(of: source.id) {
                    places[.init(name: name, hash: one.hash)] = LibraryPaths.version(source.id.text, String(one.nummer))
                }
            }
            return places
        }
    }

    private func feedback(_ advice: Advice, _ zaak: Identifier<Zaak>?, _ words: Words) -> AdviesPage.Feedback {
        let steps = advice.route.indices.map {
            Option(String($0 + 1), words("advice.step_n", ["n": String($0 + 1)]))
        }
        return AdviesPage.Feedback(
            path: AdvicePaths.feedback(), zaak: zaak?.text ?? "",
            steps: [Option("", words("advice.whole"), chosen: true)] + steps,
            kinds: Terugkoppeling.Oordeel.allCases.map {
                Option($0.rawValue, words("advice.feedback_\($0.rawValue)"), chosen: $0 == .klopt)
            })
    }

    private func links(_ context: SignedInContext, _ words: Words) -> [Way] {
        var ways = [Way(words("library.title"), LibraryPaths.list())]
        ways.append(Way(words("wordlist.title"), AdvicePaths.words()))
        let feedback = context.may(.procesBeheren) ? "feedback.title" : "feedback.own_title"
        ways.append(Way(words(feedback), AdvicePaths.feedback()))
        if context.may(.sturingZien) {
            ways.append(Way(words("measures.title"), AdvicePaths.measures()))
            ways.append(Way(words("deviations.title"), AdvicePaths.deviations()))
        }
        return ways
    }
}
