import Basics
public import Exchange
public import Jobs
import Journal
public import Zaken

/// Asks the payment provider what became of a payment when it does not tell by itself: a few times, ever later.
public struct Linkvraag: Sendable {
    let office: Office
    let provider: (any PaymentProvider)?

    public init(office: Office, provider: (any PaymentProvider)?) {
        (self.office, self.provider) = (office, provider)
    }

    /// The handler of the job that the begin of a payment orders.
    public var handler: JobHandler { .outside { job in try await ask(job) } }

    private func ask(_ job: Job) async throws {
        guard let provider, let id = job.payload["linkbetaling"].identifier(of: Linkbetaling.self),
            let one = try await office.read({ try $0.linkbetalingen.find(id) }), one.isOpen, let extern = one.extern
        else { return }
        let payment = try await provider.payment(extern)
        let (name, turn) = (provider.name, job.payload["beurt"].integer ?? 0)
        try await office.act(as: .system("betaallink")) { act in
            try Linkbetaling.Outcome(payment: payment, by: name).run(in: act)
            try Linkbetaling.Asking(linkbetaling: id, beurt: turn + 1).run(in: act)
        }
    }
}
