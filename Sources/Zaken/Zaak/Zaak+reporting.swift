public import Basics

extension Zaak {
    /// A person tells the process what happened outside it, such as a customer who asks for an arrangement.
    public struct Melding: Sendable {
        public var zaak: Identifier<Zaak>
        /// The name of a BPMN message that the zaaktype lets people bring.
        public var bericht: String
        public var reden: String

        public init(zaak: Identifier<Zaak>, bericht: String, reden: String) {
            self.zaak = zaak
            self.bericht = bericht
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let zaak = try act.openZaak(zaak)
            guard zaak.opgeschort == nil else { throw ZaakRefusal.standsStill }
            guard try act.zaaktype(of: zaak).meldingen.contains(where: { $0.bericht == bericht }) else {
                throw ZaakRefusal.notAwaited(bericht)
            }
            try act.record("gemeld", of: zaak.id, ["bericht": .string(bericht), "reden": .string(reden)])
            guard try act.deliver(bericht, to: zaak, variables: ["melding": ["reden": .string(reden)]]) else {
                throw ZaakRefusal.notAwaited(bericht)
            }
        }
    }
}
