public import Basics
public import Database
public import Journal

extension Contact {
    /// Someone will call although the klant may not be called now, and says why, or whom.
    public struct TochBellen: Sendable {
        static let kind = "toch_bellen"

        public var zaak: Identifier<Zaak>
        public var reden: String

        public init(zaak: Identifier<Zaak>, reden: String) { (self.zaak, self.reden) = (zaak, reden) }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard try act.tx.zaken.find(zaak) != nil else { throw ZaakRefusal.unknownZaak }
            try act.record(TochBellen.kind, of: zaak, ["reden": .string(reden)])
        }

        /// Whether this person said so today.
        public static func isGiven(
            on zaak: Identifier<Zaak>, by actor: Actor, on day: Day, in tx: Transaction
        ) throws -> Bool {
            try tx.journal.entries(of: .zaak(zaak), about: [kind]).contains {
                $0.actor == actor && $0.moment.day == day
            }
        }
    }

    /// The act of collection that a contact of ours is, by its channel.
    private static let handelingen = ["telefoon": "bellen", "bezoek": "huisbezoek"]

    fileprivate var handeling: String? { initiatiefnemer == .wij ? Contact.handelingen[kanaal] : nil }
}

extension Act {
    /// Refuses a call or a visit of ours that may not be made now, unless someone says with whom it was or why all the same.
    func requireRoom(for contact: Contact, on zaak: Zaak) throws {
        guard let handeling = contact.handeling, contact.toch?.allSatisfy(\.isWhitespace) ?? true,
            try !Contact.TochBellen.isGiven(on: zaak.id, by: actor, on: today, in: tx)
        else { return }
        try playbook.toets(handeling, zaak, self)
    }
}
