import Basics
public import Jobs
import Journal
import Wire
public import Zaken

/// Brings signals to municipalities that take them as a call; an answer is kept, silence is tried again.
public struct Signaalpost: Sendable {
    let office: Office
    let boek: Rechtsboek
    let kluis: Kluis

    public init(office: Office, boek: Rechtsboek, kluis: Kluis) {
        (self.office, self.boek, self.kluis) = (office, boek, kluis)
    }

    /// The handler of the job that a signal orders.
    public var handler: JobHandler { .outside { job in try await send(job) } }

    private func send(_ job: Job) async throws {
        guard let id = job.payload["signaal"].identifier(of: Signaal.self) else { return }
        let leaving = try await office.act(as: .system("signaalpost")) { [recht = boek.tables] act in
            try Signaal.Leaving(signaal: id).run(in: act, recht: recht)
        }
        guard case .mag(let gemeente, let file) = leaving else { return }
        let answer = try await call(gemeente, id.text, file).send()
        try answer.isAboutTheSignal()
        try await office.act(as: .system("signaalpost")) { act in
            try Signaal.Answer(signaal: id, code: answer.status, tekst: answer.body).run(in: act)
        }
    }

    /// The call; refused without the key that belongs to it, and over a line that others can read.
    private func call(_ gemeente: Gemeente, _ id: String, _ file: [UInt8]) throws -> HTTPCall {
        guard let url = gemeente.adres, HTTPCall.isSafe(url) else { throw HTTPFault.notSafe }
        let key = try gemeente.sleutel(uit: kluis).map { ["Authorization: Bearer \($0)"] } ?? []
        return HTTPCall(
            url: url, headers: ["Content-Type: application/json", "Idempotency-Key: \(id)"] + key, body: file)
    }
}

extension HTTPCall.Answer {
    /// An answer that is not about the signal is none: busy, out of order, or our key does not fit.
    fileprivate func isAboutTheSignal() throws(HTTPFault) {
        switch status {
        case 401, 403, 407: throw .notLetIn(status: status)
        case 408, 425, 429, 500...: throw .tryLater(status: status)
        default: return
        }
    }
}
