import Basics
import Recht
public import Zaken

extension Brief {
    /// Whether a letter that asks for money may still leave; one that waited while all was paid, paused or forbidden is
    /// withdrawn for good.
    public func mayLeave(in act: Act) throws -> Bool {
        guard let zaak = try act.tx.zaken.find(zaak) else { return false }
        guard waits else { return false }
        let handeling = Brief.handeling(of: sjabloon)
        guard handeling != .informatie else { return true }
        let reason: Intrekking
        if !zaak.isOpen || zaak.bedrag.isZero {
            reason = .voldaan
        } else if zaak.opgeschort != nil {
            reason = .opgeschort
        } else {
            do {
                try act.playbook.toets(handeling.rawValue, zaak, act)
                return true
            } catch is ToestandRefusal { reason = .verboden } catch is VerjaringRefusal {
                reason = .verjaard
            } catch is PoortRefusal {
                reason = .poort
            }
        }
        try act.withdraw(self, because: reason)
        return false
    }
}
