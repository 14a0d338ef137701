import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Zaken

/// Documents of a zaak: to read and to add.
struct DocumentController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(ZaakPaths.document.router, use: show)
            .post(ZaakPaths.documents.router, use: add)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let id = try context.id("document", of: Document.self)
        let found = try await desk.office.read { tx -> (Document, [UInt8])? in
            guard let document = try tx.documenten.find(id), let bytes = try tx.documenten.content(of: document.versie)
            else {
                return nil
            }
            return (document, bytes)
        }
        guard let (document, bytes) = found else { throw HTTPError(.notFound) }
        if document.soort == "dossier" { try await fetch(document, context) }
        return .document(document.versie, bytes)
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
        try context.require(.zaakBijwerken)
        let id = try context.id("zaak", of: Zaak.self)
        do {
            let upload = try await Upload.receive(request, from: context.visitor, limit: Document.Filing.largest)
            defer { upload.forget() }
            let file = try upload.file(by: context.user.login)
            _ = try await desk.act(context) { act in try Document.Filing(zaak: id, file: file).run(in: act) }
            return .seeOther(ZaakPaths.zaak(id), flash: Flash("filed"))
        } catch let refusal where refusal is Upload.Refusal || refusal is DocumentRefusal {
            return .seeOther(ZaakPaths.zaak(id), flash: Flash("not_filed", isProblem: true))
        }
    }
}

extension Upload {
    func file(by login: String) throws -> DocumentFile {
        let title = fileName.split(separator: ".").dropLast().joined(separator: ".")
        return DocumentFile(
            titel: title.isEmpty ? fileName : title, soort: "bijlage", richting: .ontvangen, bestandsnaam: fileName,
            formaat: contentType, bytes: [UInt8](try Data(contentsOf: path)), door: login)
    }
}

extension Response {
    /// A document as it is kept: what a browser may show is shown without any rights, the rest is saved.
    static func document(_ version: Documentversie, _ bytes: [UInt8]) -> Response {
        let shown = ["application/pdf", "text/html", "text/plain", "image/png", "image/jpeg"]
        let kind = shown.contains(version.formaat) ? "inline" : "attachment"
        let name = version.bestandsnaam.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        let type = version.formaat == "text/html" ? "text/html; charset=utf-8" : version.formaat
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "\(kind); filename=\"\(name)\"",
                .contentSecurityPolicy: ContentPolicy.letter,
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
