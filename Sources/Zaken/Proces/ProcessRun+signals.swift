import Basics
import Engine

extension ProcessRun {
    /// A signal that the process threw goes to all other zaken, unless the drawing keeps it inside. One that follows from itself, because
    /// this zaak threw it as it heard it, does not go round: each zaak that hears it would wake all others again.
    func broadcast(_ name: String, _ variables: [String: JSON]) throws {
        let staysInside = instance.keepsToItself(name, in: act.playbook.processen)
        let signal = Processignaal(
            id: act.newID(), naam: name, variabelen: variables, van: zaak.id, keten: keten,
            werk: .deal(after: 0, upTo: 0))
        let content: JSON = [
            "naam": .string(name), "signaal": .string(signal.id.text), "bereik": staysInside ? "zaak" : "alle",
        ]
        try act.record("processignaal_gegeven", of: zaak.id, content)
        if staysInside { return }
        guard !keten.contains(name) else {
            return try act.record("processignaal_gestopt", of: zaak.id, content)
        }
        try signal.order(in: act)
    }
}
