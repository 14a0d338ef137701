import Engine
import Zaken

extension ProcesPage {
    /// The forms to withdraw the version that is shown, and to make an older one the one that zaken begin with again.
    mutating func offer(_ look: ProcesLook, _ sent: Sent?, _ words: Words) {
        let (shown, process) = (look.shown, look.shown.key.process)
        let hidden = [Sheet.Hidden(name: "versie", value: String(shown.key.version))]
        func form(_ path: String, _ id: String) -> Sheet {
            let why = Field("reden", words("zaak.reason"), .text(""), id: id, isRequired: true)
            return Sheet(path, [why], hidden: hidden, sent: sent)
        }
        if shown.ingetrokken == nil {
            withdrawing = form(ProcessPaths.withdrawal(process), "intrekken-reden")
            let others = look.versions.filter { $0.ingetrokken == nil && $0.key != shown.key }
            let next = max(others.map(\.key.version).max() ?? 0, 0)
            withdrawingHint =
                next == 0
                ? words("processes.withdraw_last") : words("processes.withdraw_hint", ["n": words.number(next)])
            if next > shown.key.version { withdrawingHint = words("processes.withdraw_older") }
        }
        if look.newest?.key != shown.key { returning = form(ProcessPaths.returning(process), "terugzetten-reden") }
        problems = ZaakPage.Problems(of: sent, in: [withdrawing, returning].compactMap(\.self))
    }
}
