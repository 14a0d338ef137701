import Basics
import Engine
import Incasso
import Recht
import Zaken

/// A step at which one could go on instead, and why not now.
struct Zijweg: Sendable {
    let step: Sidestep
    let refusal: Refusal?
}

extension Act {
    /// The ways beside the drawing from each taak that waits.
    func zijwegen(of look: ZaakLook, _ zaaktype: Zaaktype?) throws -> [Identifier<Taak>: [Zijweg]] {
        guard let instance = look.instance else { return [:] }
        return try look.taken.reduce(into: [:]) { found, taak in
            guard let element = instance.place(of: taak) else { return }
            found[taak.id] = try playbook.sidesteps(from: element, of: instance, zaaktype).map { step in
                Zijweg(step: step, refusal: try refusal(of: step, on: look.zaak))
            }
        }
    }

    private func refusal(of step: Sidestep, on zaak: Zaak) throws -> Refusal? {
        do { try requireAllowed(step, on: zaak) } catch {
            guard let refusal = Refusal(error) else { throw error }
            return refusal
        }
        return nil
    }
}

extension Refusal {
    /// Why one may not go on at a step now: what forbids it, whatever the step does, and whom to speak to instead; else as when it is tried.
    func wayShut(by states: [Toestand], _ words: Words, _ colleagues: Colleagues) -> String {
        guard case .toestand(.verboden(_, let reasons)) = self else { return sentence(words, colleagues) }
        let kinds = Set(reasons.map(\.state.kind))
        let others = states.filter { kinds.contains($0.soort) }.compactMap { $0.instead(words) }
        return (ToestandRefusal.because(reasons, words) + others).joined(separator: " ")
    }
}

extension ProcessInstance {
    /// Where in the process a taak waits; at a mishap the element that could not go on.
    func place(of taak: Taak) -> ElementInstance.ID? {
        switch taak.soort {
        case .formulier, .keuze, .activiteiten: taak.element.map { ElementInstance.ID($0) }
        case .storing: incidents.first { $0.id.number == taak.element }?.element
        case .los: nil
        }
    }
}
