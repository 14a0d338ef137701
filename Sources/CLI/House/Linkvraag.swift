import Basics
import Exchange
import Incasso
import Jobs
import Journal
import Zaken

/// Asks the payment provider what became of a payment when it does not tell by itself: a few times, ever later.
struct Linkvraag: Sendable {
    let office: Office
    let provider: (any PaymentProvider)?

    /// The handler of the job that the begin of a payment orders.
    var handler: JobHandler { .outside { job in try await ask(job) } }

    private func ask(_ job: Job) async throws {
        guard let provider, let id = job.payload["linkbetaling"].text.flatMap(Identifier<Linkbetaling>.init),
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
