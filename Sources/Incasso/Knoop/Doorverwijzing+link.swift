public import Basics
import Database
import Engine
import Klanten
public import Zaken

extension Betaallinks {
    /// How long after its last day to answer the link to a partner's desk still opens.
    static let partnerDays = 14

    /// Where a desk answers a warm handover without signing in.
    public func address(of one: Doorverwijzing) -> String {
        base + "/doorverwijzing/" + token(of: one.id, until: one.uiterlijk + Betaallinks.partnerDays, for: "partner")
    }

    public func readPartner(_ token: String, on today: Day) throws(Fault) -> Identifier<Doorverwijzing> {
        try read(token, for: "partner", on: today)
    }
}

/// What a partner's desk sees of a warm handover: who asks and for what; of the person only what they agreed to, and only
/// once the desk accepted.
public struct Partnerblik: Sendable {
    public let doorverwijzing: Doorverwijzing
    /// What was shared, by the names of the policy; empty until the desk accepted.
    public let gedeeld: [(gegeven: String, waarde: Meegave)]
    /// Whom to ask: the creditor of the person's claims.
    public let afzender: String
    public let telefoon: String
}

extension Act {
    /// What the desk sees today.
    public func partnerblik(_ id: Identifier<Doorverwijzing>) throws -> Partnerblik? {
        guard let one = try tx.doorverwijzingen.find(id), let knoop = try tx.knopen.find(one.knoop) else { return nil }
        let claims = try tx.zaken.all(of: knoop.partij).flatMap { try tx.vorderingen.all(of: $0.id) }
        let creditor = try claims.first.flatMap { try tx.schuldeisers.find($0.schuldeiser) }
        return Partnerblik(
            doorverwijzing: one, gedeeld: one.staat == .aangenomen ? try shared(one, knoop) : [],
            afzender: creditor?.naam ?? "", telefoon: creditor?.telefoon ?? "")
    }

    private func shared(_ one: Doorverwijzing, _ knoop: Knoop) throws -> [(gegeven: String, waarde: Meegave)] {
        let held = try meegaven(of: knoop)
        return one.gegevens.map { fact in
            let filled = one.inhoud[fact].map { text in Day(text).map { Meegave.dag($0) } ?? .tekst(text) }
            return (fact, filled ?? held[fact] ?? .onbekend)
        }
    }
}

extension Partij {
    /// Where a shared fact says that the person can be reached; nothing where that is not known.
    func reach(_ fact: String) -> String? {
        guard fact == "voorkeurskanaal" else { return fact == "telefoon" ? telefoon : nil }
        return switch voorkeurskanaal {
        case .telefoon, .sms: telefoon
        case .email: email
        case .brief: adres.map { "\($0.regel), \($0.postcode) \($0.plaats)" }
        }
    }

    /// Whether someone who gets no more than these facts knows whom to reach, and how.
    func isReachable(by facts: [String]) -> Bool {
        facts.contains("naam")
            && facts.compactMap(reach).contains { $0.contains { !$0.isWhitespace } }
    }
}
