public import Basics

/// A kind of zaak: which process, which statuses and results, how long it may take (ZGW Catalogi API: ZaakType).
public struct Zaaktype: Sendable {
    public struct Statustype: Hashable, Sendable, Decodable {
        public let code: String
        public let volgnummer: Int
        public let omschrijving: Woorden
        public let uitleg: Woorden
        /// Whether work on the zaak rests in it, so that its term does not press.
        public let rust: Bool?
    }

    public struct Resultaattype: Hashable, Sendable, Decodable {
        public let code: String
        public let omschrijving: Woorden
        public let uitleg: Woorden
        /// `vernietigen` or `blijvend_bewaren`.
        public let archiefnominatie: String
        /// How long it is kept after closing, an ISO 8601 duration.
        public let bewaartermijn: String
    }

    /// What a person can tell the process of a zaak, where its drawing waits for that message.
    public struct Meldingtype: Hashable, Sendable, Decodable {
        /// The name of the BPMN message.
        public let bericht: String
        public let omschrijving: Woorden
        /// What follows when it is told.
        public let gevolg: Woorden
        /// The right that it takes, such as `regeling.maken`.
        public let recht: String
    }

    public let code: String
    public let omschrijving: Woorden
    /// The process that its zaken run.
    public var proces: String
    /// Days from opening to streefdatum.
    public let doorlooptijd: Int
    /// Days within which a taak without a term of its own must be done.
    public let taakdagen: Int
    public let beginstatus: String
    public let eindstatus: String?
    public let standaardresultaat: String
    public let statussen: [Statustype]
    public let resultaten: [Resultaattype]
    public let meldingen: [Meldingtype]
    /// The group that works where neither taak nor lane names one.
    public let groep: String
    public let banen: [String: String]
    /// Steps that only a team lead may deviate to.
    public let zwareStappen: Set<String>
    /// The act of collection that going to a step amounts to, by the step: its gate is asked on every road there.
    public let poorten: [String: String]
    /// What the process is given at its start, such as terms and policy.
    public let variabelen: [String: JSON]

    /// Whether only a team lead may deviate to a step: it is named so, or stands behind a gate.
    public func isZwaar(_ step: String) -> Bool { zwareStappen.contains(step) || poorten[step] != nil }

    func groep(forLane lane: String?) -> String { lane.flatMap { banen[$0] } ?? groep }
}
