import Basics
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Klanten
import Zaken

/// Zaken with bailiffs: to look at, to take back, and to take in a file of statuses.
struct OverdrachtController: Sendable {
    let desk: Desk

    /// The largest file of statuses.
    static let limit = 8 * 1_048_576

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(OverdrachtPaths.list.router, use: list)
            .post(OverdrachtPaths.list.router, use: take)
            .get(OverdrachtPaths.zaak.router, use: show)
            .post(OverdrachtPaths.recall.router, use: recall)
            .post(OverdrachtPaths.told.router, use: tell)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        return try await drawList(context, problem: nil)
    }

    @Sendable func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.importDoen)
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: OverdrachtController.limit)
            defer { upload.forget() }
            let reports = try BailiffReport.read([UInt8](try Data(contentsOf: upload.path)))
            let post = Deurwaarderpost(
                office: desk.office, deurwaarder: nil, actor: .user(context.user.id), bron: upload.fileName)
            let results = try await post.run(reports)
            let moved = results.count { $0.uitkomst == .verwerkt }
            return .seeOther(
                OverdrachtPaths.list(),
                flash: Flash("statuses_taken", String(moved), String(results.count - moved)))
        } catch let refusal as Upload.Refusal {
            return try await drawList(context, problem: refusal.sentence(desk.face.words(context)))
        } catch let fault as FileFault {
            return try await drawList(context, problem: desk.face.words(context).fault(fault.diagnostic))
        }
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("zaak", of: Zaak.self)
        return try await draw(id, context)
    }

    @Sendable func recall(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.overdrachtBesluiten)
        let (id, form) = (try context.id("zaak", of: Zaak.self), try await request.form())
        return try await .ofAct {
            try await desk.act(context) { act in
                try Overdracht.Recall(zaak: id, reden: form["reden"] ?? "").run(in: act)
            }
            return .seeOther(OverdrachtPaths.zaak(id), flash: Flash("recalled"))
        } refused: { refusal in
            try await draw(id, context, sent: desk.sent(request, form, refusal, context))
        }
    }

    @Sendable func tell(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (id, form) = (try context.id("zaak", of: Zaak.self), try await request.form())
        let me = Medewerker(context.user.login)
        return try await .ofAct {
            try await desk.act(context) { act in
                try Deurwaardermelding.Telling(zaak: id, hoe: form["hoe"] ?? "", door: me).run(in: act)
            }
            return .seeOther(OverdrachtPaths.zaak(id), flash: Flash("bailiff_told"))
        } refused: { refusal in
            try await draw(id, context, sent: Sent(request.uri.path, form, refusal, desk.face.words(context)))
        }
    }

    private func drawList(_ context: SignedInContext, problem: String?) async throws -> Response {
        let (words, today, rights) = (desk.face.words(context), desk.today(), context.visitor.rights)
        let page = try await desk.office.read { tx in
            OverdrachtenPage(
                handovers: try tx.overdrachten.newest(limit: 200).compactMap { one in
                    guard let zaak = try tx.zaken.find(one.zaak) else { return nil }
                    let steps = try tx.taken.waiting(for: zaak.id).filter { !Stap.code($0.stap).isEmpty }
                        .map { words.drawn($0.naam) }
                    return .init(
                        number: zaak.nummer, path: OverdrachtPaths.zaak(zaak.id),
                        person: try rights.seen(name: tx.partijen.find(zaak.partij)?.naam),
                        bailiff: try one.deurwaarder.flatMap { try tx.deurwaarders.find($0)?.naam }
                            ?? words("bailiff.unknown"), day: words.date(one.dag),
                        waits: steps.isEmpty ? nil : steps.joined(separator: ", "),
                        state: words.state(of: one, zaak))
                },
                problems: problem.map { .init(problems: [Problem(text: $0, anchor: "bestand")]) },
                waiting: try tx.deurwaardermeldingen.waiting(limit: 60).compactMap { one in
                    guard let handed = try tx.overdrachten.find(one.overdracht),
                        let zaak = try tx.zaken.find(handed.zaak)
                    else { return nil }
                    return words.waiting(
                        one, zaak, try handed.deurwaarder.flatMap { try tx.deurwaarders.find($0)?.naam })
                },
                upload: rights.contains(.importDoen) ? words.taking(problem: problem) : nil,
                reports: try tx.deurwaarderberichten.newest(limit: 60).map { words.report($0, today: today) },
                words: Deurwaarder.Status.allCases.map { "\($0.rawValue) (\($0.stap))" }.joined(separator: ", "))
        }
        return try await desk.face.draw(page, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func draw(
        _ id: Identifier<Zaak>, _ context: SignedInContext, sent: Sent? = nil
    ) async throws -> Response {
        try await desk.recordLook(on: id, context)
        let (words, recht, office) = (desk.face.words(context), desk.recht, desk.office)
        let rights = context.visitor.rights
        let page = try await office.read { tx in
            try OverdrachtLook(id, in: office.act(as: .system("poort"), in: tx), recht: recht).map {
                OverdrachtPageMaker(look: $0, words: words, rights: rights, sent: sent).page()
            }
        }
        guard let page else { throw HTTPError(.notFound) }
        return try await desk.face.draw(page, context, status: sent?.refusal.status ?? .ok)
    }
}

extension Words {
    /// Taking in a file of statuses, with what was wrong with the last one.
    fileprivate func taking(problem: String?) -> Sheet {
        Sheet(
            OverdrachtPaths.list(), [Field("bestand", self("bailiff.file"), .file, problem: problem, isRequired: true)])
    }

    func state(of one: Overdracht, _ zaak: Zaak) -> Chip {
        switch one.staat {
        case .teruggehaald: Chip(self("bailiff.recalled"), "note")
        case .overgedragen:
            zaak.isAtBailiff ? Chip(self("bailiff.there"), "attention") : Chip(self("bailiff.over"), "calm")
        }
    }

    /// Something that a bailiff did not hear yet, with the way to tell it.
    fileprivate func waiting(_ one: Deurwaardermelding, _ zaak: Zaak, _ bailiff: String?) -> OverdrachtenPage.Waiting {
        OverdrachtenPage.Waiting(
            number: zaak.nummer, path: OverdrachtPaths.zaak(zaak.id), bailiff: bailiff ?? self("bailiff.unknown"),
            what: sentence(one))
    }

    fileprivate func report(_ one: Deurwaarderbericht, today: Day) -> OverdrachtenPage.Report {
        let state =
            switch one.uitkomst {
            case .verwerkt: Chip(self("bailiff.moved"), "calm")
            case .bekend: Chip(self("bailiff.known"), "note")
            case .geweigerd: Chip(self("bailiff.refused"), "urgent")
            }
        let parts = (one.waarom ?? "").split(separator: "|").map(String.init)
        return OverdrachtenPage.Report(
            number: one.kenmerk, path: one.zaak.map { ZaakPaths.zaak($0) }, status: one.status,
            when: moment(one.moment, today: today), state: state,
            why: parts.first.map { reason in
                let what = parts.dropFirst().joined(separator: ", ")
                return self(
                    "bailiff.why_\(reason == "wacht_niet" && what.isEmpty ? "wacht_op_niets" : reason)", ["what": what])
            })
    }
}

extension OverdrachtRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .codeMissing: words("bailiff.code_missing")
        case .codeTaken: words("bailiff.code_taken")
        case .nameMissing: words("bailiff.name_missing")
        case .notHandedOver: words("bailiff.not_handed_over")
        case .cannotReturn: words("bailiff.cannot_return")
        case .nothingToTell: words("bailiff.nothing_to_tell")
        case .stillWithBailiff: words("bailiff.still_with_bailiff")
        }
    }
}

extension Zaak {
    /// Whether the bailiff's part of its process runs.
    var isAtBailiff: Bool { isOpen && status == "deurwaarder" }
}
