import Basics
import Incasso
import Jobs
import Journal
import Recht
import Wire
import Zaken

/// Brings signals to municipalities that take them as a call; an answer is kept, silence is tried again.
struct Signaalpost: Sendable {
    let office: Office
    let boek: Rechtsboek
    let kluis: Kluis

    /// The handler of the job that a signal orders.
    var handler: JobHandler { .outside { job in try await send(job) } }

    private func send(_ job: Job) async throws {
        guard let id = job.payload["signaal"].identifier(of: Signaal.self),
            let call = try await call(for: id)
        else { return }
        let answer = try await call.send()
        guard answer.status != 408, answer.status != 429, answer.status < 500 else {
            throw HTTPFault.tryLater(status: answer.status)
        }
        try await office.act(as: .system("signaalpost")) { act in
            try Signaal.Answer(signaal: id, code: answer.status, tekst: answer.body).run(in: act)
        }
    }

    /// The call for a signal that waits; nothing when it was answered, or nobody takes calls any more.
    private func call(for id: Identifier<Signaal>) async throws -> HTTPCall? {
        try await office.read { [recht = boek.tables, kluis] tx in
            guard let signal = try tx.signalen.find(id), signal.staat == .klaar,
                let municipality = try tx.gemeenten.find(signal.gemeentecode, recht), let url = municipality.adres,
                let document = try tx.documenten.find(signal.document),
                let body = try tx.documenten.content(of: document.versie)
            else { return nil }
            let key = municipality.sleutel(uit: kluis).map { ["Authorization: Bearer \($0)"] } ?? []
            return HTTPCall(
                url: url,
                headers: ["Content-Type: application/json", "Idempotency-Key: \(id.text)"] + key, body: body)
        }
    }
}
