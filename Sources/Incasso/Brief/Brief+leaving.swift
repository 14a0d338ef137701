import Basics
import Database
import Recht
public import Zaken

extension Brief {
    /// Whether a letter that asks for money may still leave; one that waited while all was paid, paused or forbidden is
    /// withdrawn for good.
    public func mayLeave(in act: Act) throws -> Bool {
        guard let zaak = try act.tx.zaken.find(zaak) else { return false }
        guard verzonden == nil, !isIngetrokken else { return false }
        let handeling = Brief.handeling(of: sjabloon)
        guard handeling != .informatie else { return true }
        let reason: String
        if !zaak.isOpen || zaak.bedrag.isZero {
            reason = "voldaan"
        } else if zaak.opgeschort != nil {
            reason = "opgeschort"
        } else {
            do {
                try act.playbook.toets(handeling.rawValue, zaak, act)
                return true
            } catch is ToestandRefusal { reason = "verboden" } catch is VerjaringRefusal {
                reason = "verjaard"
            } catch is PoortRefusal {
                reason = "poort"
            }
        }
        try act.tx.brieven.withdraw(id, because: reason)
        try act.record(
            "brief_ingetrokken", of: zaak.id, ["sjabloon": .string(sjabloon), "waarom": .string(reason)])
        return false
    }

    /// Whether it is made and has neither left nor been withdrawn.
    public var waits: Bool { verzonden == nil && !isIngetrokken }

    var isIngetrokken: Bool { bewijs?.hasPrefix(Brief.ingetrokken) ?? false }
    static let ingetrokken = "ingetrokken: "
}

extension BriefStore {
    /// Notes that a letter never left, and why.
    func withdraw(_ id: Identifier<Brief>, because reason: String) throws {
        try tx.run(
            "UPDATE brieven SET bewijs = \(Brief.ingetrokken + reason) WHERE id = \(id) AND verzonden IS NULL")
    }
}
