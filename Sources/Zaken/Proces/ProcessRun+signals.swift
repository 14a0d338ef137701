import Basics
import Engine

extension ProcessRun {
    /// A signal that was caught here, from elsewhere or its own, led to all that the process does by itself from now on.
    mutating func hear(_ event: Event) {
        guard case .waitMet(let wait, _) = event, case .signal(let name) = wait.what, !keten.contains(name) else {
            return
        }
        keten.append(name)
    }

    /// Carries out a command that a signal led to, after those that led to that signal.
    mutating func perform(_ command: Command, after others: [String]) throws {
        keten += others.filter { !keten.contains($0) }
        try perform(command)
    }

    /// A signal that the process threw goes to all other zaken, unless the drawing keeps it inside. One that follows from itself, because
    /// this zaak heard it and nobody acted since, does not go round: each zaak that hears it would wake all others again.
    func broadcast(_ name: String, _ variables: [String: JSON], staysInside: Bool) throws {
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
