import Basics
import Bibliotheek
import Foundation
import HTTPTypes
import Hummingbird
import Procesbot
import Zaken

/// The sources that advice cites: the list, one version with its passages, a new file, and when a source ends.
struct BibliotheekController: Sendable {
    let bot: BotDesk

    private var desk: Desk { bot.desk }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(LibraryPaths.list.router, use: list)
            .post(LibraryPaths.list.router, use: add)
            .get(LibraryPaths.source.router, use: show)
            .get(LibraryPaths.version.router, use: show)
            .get(LibraryPaths.file.router, use: file)
            .post(LibraryPaths.expiry.router, use: expire)
            .post(LibraryPaths.description.router, use: describe)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, problem: nil, BibliotheekAsked(request))
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let words = desk.face.words(context)
        var form = FormFields()
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: SourceFile.largest)
            defer { upload.forget() }
            form = upload.fields
            let filing = try await read(upload, context)
            if form["meet"] != nil { return try await bot.propose(.bron(filing), context) }
            let version = try await desk.act(context) { act in try filing.run(in: act) }
            return .seeOther(LibraryPaths.source(version.bron.id), flash: Flash("source_added"))
        } catch let fault as FieldRefusal {
            let fields = BibliotheekPage.fields(Bronkeuzen(desk.office.playbook, words), form, words)
            let problems = Refusal.veld(fault).problems(words, .none, in: fields)
            return try await draw(context, problem: problems.first, typed: form)
        } catch {
            guard let sentence = BibliotheekController.sentence(error, words) else { throw error }
            return try await draw(context, problem: Problem(text: sentence, anchor: "bestand"), typed: form)
        }
    }

    private func read(_ upload: Upload, _ context: SignedInContext) async throws -> Bron.Filing {
        let name = upload.fields["naam"] ?? upload.fileName
        let path = upload.path.path
        let (from, to) = (try upload.fields.dayIfAny("van"), try upload.fields.dayIfAny("tot"))
        let read = await Slow.work { try SourceFile.read(path, named: upload.fileName, as: name) }
        let said = Bronopgaven(upload.fields)
        return Bron.Filing(
            naam: name, file: try read.get(), eigenaar: upload.fields["eigenaar"], geldigVan: from, geldigTot: to,
            zaaktypen: said.zaaktypen, stappen: said.stappen, door: context.user.login)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        return try await draw(context, quote: request.query("citaat").flatMap(CitedRange.init), sent: nil)
    }

    private func draw(_ context: SignedInContext, quote: CitedRange?, sent: Sent?) async throws -> Response {
        let (shown, all) = try await bot.version(context)
        let (words, today) = (desk.face.words(context), desk.today())
        let keuzen = context.may(.procesBeheren) ? Bronkeuzen(desk.office.playbook, words) : nil
        let shipped = bot.testvragen.all
        let page = try await desk.office.read { tx in
            let older = all.first { $0.nummer == shown.nummer - 1 }
            let questions = shipped + (try tx.testvragen.all().map(\.test))
            var page = BronPage(
                shown, all, text: try tx.inhoud.bytes(shown.tekst) ?? [],
                before: try older.flatMap { try tx.inhoud.bytes($0.tekst) }, quote: quote,
                colleagues: Colleagues(all: try tx.gebruikers.all()), keuzen: keuzen, sent: sent,
                expected: questions.count { $0.expects(shown.bron.naam) },
                earlier: try tx.bronnen.lastDay(before: shown.bron.id, on: today), words, today)
            let doubles = try tx.bronnen.doubles(of: shown, on: today)
            page.doubles = doubles.same.map { Way($0.bron.naam, LibraryPaths.source($0.bron.id)) }
            page.alike = doubles.alike.map { Way($0.bron.naam, LibraryPaths.source($0.bron.id)) }
            return page
        }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }

    @Sendable func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesZien)
        let (shown, _) = try await bot.version(context)
        guard let bytes = try await desk.office.read({ tx in try tx.inhoud.bytes(shown.hash) }) else {
            throw HTTPError(.notFound)
        }
        return .kept(bytes, type: "application/octet-stream", as: shown.bestandsnaam, isShown: false)
    }

    @Sendable func expire(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let id = try context.id("bron", of: Bron.self)
        let form = try await request.form()
        if form["weer"] != nil {
            try await desk.act(context) { act in try Bron.Revival(bron: id).run(in: act) }
            return .seeOther(LibraryPaths.source(id), flash: Flash("source_revived"))
        }
        guard let last = form["tot"].flatMap(Day.init(written:)) else {
            return .seeOther(LibraryPaths.source(id), flash: Flash("source_day", isProblem: true))
        }
        let from = try await desk.office.read { tx in try tx.bronnen.versions(of: id).first?.geldigVan }
        if let from, last < from {
            return .seeOther(LibraryPaths.source(id), flash: Flash("source_day_early", isProblem: true))
        }
        if form["meet"] != nil { return try await bot.propose(.wijziging(.einde(id, last)), context) }
        try await desk.act(context) { act in try Bron.Expiry(bron: id, tot: last).run(in: act) }
        return .seeOther(LibraryPaths.source(id), flash: Flash("source_expired"))
    }

    /// Says whose a source is, how long it holds and what it is meant for, without a new file.
    @Sendable func describe(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let id = try context.id("bron", of: Bron.self)
        let form = try await request.form()
        do {
            let said = Bronopgaven(form)
            let describing = Bron.Redescribing(
                bron: id, eigenaar: form["eigenaar"], geldigVan: try form.dayIfAny("van"),
                geldigTot: try form.dayIfAny("tot"), zaaktypen: said.zaaktypen, stappen: said.stappen)
            try await desk.act(context) { act in try describing.run(in: act) }
            return .seeOther(LibraryPaths.source(id), flash: Flash("source_described"))
        } catch let fault as BronRefusal {
            let said = desk.face.dictionaries
            guard let nl = Self.sentence(fault, said[.nl]), let en = Self.sentence(fault, said[.en]) else {
                throw fault
            }
            let refusal = Refusal.veld(FieldRefusal(field: "tot", reason: .rule(Woorden(nl: nl, en: en))))
            return try await draw(context, quote: nil, sent: desk.sent(request, form, refusal, context))
        } catch let fault as FieldRefusal {
            return try await draw(context, quote: nil, sent: desk.sent(request, form, .veld(fault), context))
        }
    }

    private func draw(
        _ context: SignedInContext, problem: Problem?, _ asked: BibliotheekAsked = BibliotheekAsked(),
        typed: FormFields = FormFields()
    ) async throws -> Response {
        let (words, today, mayManage) = (desk.face.words(context), desk.today(), context.may(.procesBeheren))
        let meanings = try await bot.meanings(words, today)
        let upload =
            mayManage ? BibliotheekPage.fields(Bronkeuzen(desk.office.playbook, words), typed, words) : nil
        let page = try await desk.office.read { tx in
            BibliotheekPage(
                try tx.bronnen.newest(), mayManage ? try tx.bronnen.geweigerd() : [], asked, meanings,
                problem: problem, upload: upload, words, today)
        }
        return try await desk.face.draw(page, context, status: problem == nil ? .ok : .unprocessableContent)
    }
}

extension TestQuestion {
    /// Whether a good answer cites a source of this name.
    fileprivate func expects(_ name: String) -> Bool {
        (bronnen ?? []).contains { expected in
            expected.split(separator: " ").first.map { name.contains($0) } ?? false
        }
    }
}

extension BibliotheekController {
    /// What a person reads when a file is refused; nothing for what is a fault of ours.
    static func sentence(_ error: any Error, _ words: Words) -> String? {
        if let refusal = error as? Upload.Refusal { return refusal.sentence(words) }
        return (error as? BronRefusal).map { words.refusal($0) }
    }
}

/// Work that takes long and waits for others, off the threads that answer requests.
enum Slow {
    static func work<Answer: Sendable>(
        _ body: @escaping @Sendable () throws -> Answer
    ) async -> Result<Answer, any Error> {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: Result { try body() }) }
        }
    }
}
