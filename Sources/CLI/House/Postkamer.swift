import Basics
import Database
import Incasso
import Jobs
import Journal
import Kanalen
import Klanten
import Postvak
import Zaken

/// Where letters leave: rendered to PDF, kept with the zaak, mailed or laid ready to print, each once.
struct Postkamer: Sendable {
    let office: Office
    let renderer: PDFRenderer
    let mail: MailSender
    let outbox: Outbox
    /// The sender of mail when the settings name one; else the creditor itself.
    let from: String?

    init(_ house: House) throws {
        office = house.office
        renderer = PDFRenderer()
        outbox = Outbox(folder: house.settings.data + "/outbox")
        from = house.settings.smtpFrom
        mail =
            house.settings.smtpURL.map {
                .smtp(SMTPServer(url: $0, user: house.settings.smtpUser, password: house.settings.smtpPassword))
            } ?? .outbox(outbox)
    }

    /// The handler of the job that a letter orders.
    var handler: JobHandler { .outside { job in try await send(job) } }

    private func send(_ job: Job) async throws {
        guard let id = job.payload["brief"].identifier(of: Brief.self),
            let parcel = try await office.read({ tx in try Parcel(of: id, in: tx) }), parcel.brief.verzonden == nil
        else { return }
        guard try await mayLeave(parcel.brief) else { return }
        let pdf = try await renderer.pdf(of: parcel.html)
        let proof = try await deliver(parcel, pdf)
        let isLaidDown = parcel.brief.aan == nil || mail.isFolder
        try await office.act(as: .system("postkamer")) { act in
            let file = DocumentFile(
                titel: parcel.brief.onderwerp, soort: parcel.brief.sjabloon, richting: .verzonden,
                bestandsnaam: parcel.brief.sjabloon + ".pdf", formaat: "application/pdf", bytes: pdf, door: "postkamer")
            try act.tx.documenten.addVersion(file, of: parcel.brief.document, at: act.now)
            try act.tx.brieven.sent(id, proof: proof, isLaidDown: isLaidDown, at: act.now)
            try act.record(
                "brief_verzonden", of: parcel.brief.zaak,
                [
                    "sjabloon": .string(parcel.brief.sjabloon), "onderwerp": .string(parcel.brief.onderwerp),
                    "kanaal": .string(parcel.brief.kanaal.rawValue), "bewijs": .string(proof),
                    "klaargelegd": JSON(isLaidDown),
                ])
        }
    }

    /// Looks once more before a letter leaves that had to wait: what was paid or paused since stays here.
    private func mayLeave(_ brief: Brief) async throws -> Bool {
        try await office.act(as: .system("postkamer")) { act in try brief.mayLeave(in: act) }
    }

    private func deliver(_ parcel: Parcel, _ pdf: [UInt8]) async throws -> String {
        guard let address = parcel.brief.aan else { return try outbox.put(pdf, named: "\(parcel.brief.id.text).pdf") }
        let sender = try MailAddress(from ?? parcel.schuldeiser.email, name: parcel.schuldeiser.naam)
        let attachment = MailMessage.Attachment(name: parcel.brief.sjabloon + ".pdf", bytes: pdf)
        var message = MailMessage(
            key: parcel.brief.id.text, from: sender, to: try MailAddress(address, name: parcel.naam),
            subject: parcel.brief.onderwerp, text: parcel.brief.tekst, date: office.clock(), attachments: [attachment])
        message.answers = parcel.gesprek
        return try await mail.send(message)
    }
}

/// A letter with what is needed to send it.
private struct Parcel: Sendable {
    let brief: Brief
    let html: String
    let naam: String
    let schuldeiser: Schuldeiser
    /// The mails that it answers, when it goes to whom wrote them.
    let gesprek: [String]

    init?(of id: Identifier<Brief>, in tx: Transaction) throws {
        guard let brief = try tx.brieven.find(id), let document = try tx.documenten.find(brief.document),
            let bytes = try tx.documenten.content(of: document.versie), let zaak = try tx.zaken.find(brief.zaak),
            let code = try tx.vorderingen.all(of: zaak.id).first?.schuldeiser,
            let creditor = try tx.schuldeisers.find(code)
        else { return nil }
        self.brief = brief
        html = String(decoding: bytes, as: UTF8.self)
        naam = try tx.partijen.find(zaak.partij)?.naam ?? ""
        schuldeiser = creditor
        gesprek = try brief.aan.map { try tx.poststukken.conversation(of: brief.document, with: $0) } ?? []
    }
}
