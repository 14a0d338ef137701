import Logging
import Postvak
import ServiceLifecycle

/// Waits for what the mail server tells, as a part of the program that stops with it.
struct MailListening: Service {
    let postwacht: Postwacht

    func run() async throws { await cancelWhenGracefulShutdown { await postwacht.run() } }
}

extension Logger {
    /// What became of the line to the mail server; never what came over it.
    func note(_ report: Postwacht.Report) {
        switch report {
        case .listening: info("the mail server tells of new mail")
        case .deaf: notice("the mail server has no IDLE; new mail is seen at the next look")
        case .dropped(let error, let again):
            notice(
                "the line to the mail server dropped",
                metadata: ["error": .string("\(error)"), "again": .string("\(again) s")])
        }
    }
}
