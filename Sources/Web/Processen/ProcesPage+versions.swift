import Engine
import Zaken

extension ProcesPage {
    /// The forms to withdraw the version that is shown, and to make an older one the one that zaken begin with again.
    mutating func offer(_ look: ProcesLook, _ sent: Sent?, _ words: Words) {
        let (shown, process) = (look.shown, look.shown.key.process)
        let hidden = [Sheet.Hidden(name: "versie", value: String(shown.key.version))]
        if shown.ingetrokken == nil {
            let why = Field("reden", words("zaak.reason"), .text(""), id: "intrekken-reden", isRequired: true)
            withdrawing = Sheet(ProcessPaths.withdrawal(process), [why], hidden: hidden, sent: sent)
            let others = look.versions.filter { $0.ingetrokken == nil && $0.key != shown.key }
            let next = max(others.map(\.key.version).max() ?? 0, 0)
            withdrawingHint =
                next == 0
                ? words("processes.withdraw_last") : words("processes.withdraw_hint", ["n": words.number(next)])
            if next > shown.key.version { withdrawingHint = words("processes.withdraw_older") }
        }
        if look.newest?.hash != shown.hash {
            returning = Sheet(ProcessPaths.returning(process), [], hidden: hidden, sent: sent)
        }
        problems = ZaakPage.Problems(of: sent, in: [withdrawing, returning].compactMap(\.self))
    }
}
