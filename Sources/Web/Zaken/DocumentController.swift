import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Zaken

/// Documents of a zaak: to read, to add, to renew and to take back.
struct DocumentController: Sendable {
    let desk: Desk
    let drawer: ZaakDrawer

    init(desk: Desk) {
        self.desk = desk
        drawer = ZaakDrawer(desk: desk)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.document.router, use: show)
            .post(ZaakPaths.documents.router, use: add)
            .post(ZaakPaths.versions.router, use: renew)
            .post(ZaakPaths.retraction.router, use: retract)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("document", of: Document.self)
        let number = request.query("versie").flatMap { Int($0) }
        let found = try await desk.office.read { tx -> (Document, Documentversie, [UInt8])? in
            guard let document = try tx.documenten.find(id) else { return nil }
            let version = try tx.documenten.versions(of: id).first { number == nil || $0.nummer == number }
            guard let version, let bytes = try tx.documenten.content(of: version) else { return nil }
            return (document, version, bytes)
        }
        guard let (document, version, bytes) = found else { throw HTTPError(.notFound) }
        if document.richting == .verzonden { try await desk.requireAddress(on: document.zaak, context) }
        try await desk.recordLook(on: document.zaak, context)
        if document.soort == "dossier" { try await fetch(document, context) }
        return .document(version, bytes)
    }

    /// A dossier of a handover takes a right of its own, and who took it stays in the journal.
    private func fetch(_ document: Document, _ context: SignedInContext) async throws {
        try context.require(.dossierOphalen)
        let (id, zaak, name) = (document.id.text, document.zaak, document.versie.bestandsnaam)
        try await desk.act(context) { act in
            try act.record("dossier_opgehaald", of: zaak, ["document": .string(id), "titel": .string(name)])
        }
    }

    @Sendable func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.id("zaak", of: Zaak.self)
        return try await receive(request, context, for: id, "filed") { file, act in
            try Document.Filing(zaak: id, file: file, isGekozen: true).run(in: act)
        }
    }

    @Sendable func renew(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let document = try await document(context)
        return try await receive(request, context, for: document.zaak, "renewed") { file, act in
            try Document.Versioning(document: document.id, file: file).run(in: act)
        }
    }

    @Sendable func retract(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakBijwerken)
        let (document, form) = (try await document(context), try await request.form())
        return try await .ofAct {
            try await desk.act(context) { act in
                try Document.Retraction(document: document.id, reden: form["reden"] ?? "", door: context.user.login)
                    .run(in: act)
            }
            return .seeOther(ZaakPaths.zaak(document.zaak), flash: Flash("retracted"))
        } refused: { refusal in
            try await drawer.draw(
                document.zaak, ZaakAsked(refused: form, at: request.uri.path), context, refusal: refusal)
        }
    }

    /// Takes a file in; one that is refused draws the zaak again with what stood beside it and why.
    private func receive(
        _ request: Request, _ context: SignedInContext, for zaak: Identifier<Zaak>, _ flash: String,
        _ keep: @escaping @Sendable (DocumentFile, Act) throws -> Void
    ) async throws -> Response {
        try context.require(.zaakBijwerken)
        var form = FormFields()
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: Document.Filing.largest)
            defer { upload.forget() }
            form = upload.fields
            let file = try upload.file(by: context.user.login)
            try await desk.act(context) { act in try keep(file, act) }
            return .seeOther(ZaakPaths.zaak(zaak), flash: Flash(flash))
        } catch {
            guard let refusal = Refusal((error as? Upload.Refusal)?.ofDocument ?? error) else { throw error }
            return try await drawer.draw(
                zaak, ZaakAsked(refused: form, at: request.uri.path), context, refusal: refusal)
        }
    }

    private func document(_ context: SignedInContext) async throws -> Document {
        let id = try context.id("document", of: Document.self)
        guard let found = try await desk.office.read({ tx in try tx.documenten.find(id) }) else {
            throw HTTPError(.notFound)
        }
        return found
    }
}

extension Upload.Refusal {
    /// The same, of a file that was meant to be a document.
    fileprivate var ofDocument: DocumentRefusal {
        switch self {
        case .unreadable, .tooBusy: .unreadable
        case .noFile: .none
        case .empty: .empty
        case .notText, .impossible: .unreadable
        case .tooLarge(let limit): .tooLarge(limit)
        }
    }
}

extension Upload {
    /// The file as a document, with what was said of it; one without a name was not chosen.
    func file(by login: String) throws -> DocumentFile {
        guard !fileName.isEmpty else { throw DocumentRefusal.none }
        let title = fileName.split(separator: ".").dropLast().joined(separator: ".")
        let isOurs = fields["richting"] == Document.Richting.intern.rawValue
        var file = DocumentFile(
            titel: fields["titel"] ?? (title.isEmpty ? fileName : title), soort: "bijlage",
            richting: isOurs ? .intern : .ontvangen, bestandsnaam: fileName, formaat: contentType,
            bytes: [UInt8](try Data(contentsOf: path)), door: login)
        file.status = isOurs ? try fields.choiceIfAny("status") ?? .definitief : .definitief
        return file
    }
}

extension Response {
    /// A document as it is kept: what a browser may show is shown without any rights, the rest is saved.
    static func document(_ version: Documentversie, _ bytes: [UInt8]) -> Response {
        let shown = ["application/pdf", "text/html", "text/plain", "image/png", "image/jpeg"]
        let type = version.formaat == "text/html" ? "text/html; charset=utf-8" : version.formaat
        return .kept(bytes, type: type, as: version.bestandsnaam, isShown: shown.contains(version.formaat))
    }
}
