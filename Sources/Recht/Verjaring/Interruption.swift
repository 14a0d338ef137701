public import Basics

/// An act that breaks off a limitation term, with what proves it.
public struct Interruption: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A claim in court (BW 3:316).
        case eis
        /// A written notice that reserves the right to performance (BW 3:317).
        case aanmaning
        /// A payment, an arrangement or another acknowledgement by the debtor (BW 3:318).
        case erkenning
        /// Service or execution of a judgment (BW 3:325).
        case tenuitvoerlegging

        /// The article that gives the act its effect.
        public var article: String {
            switch self {
            case .eis: "BW 3:316"
            case .aanmaning: "BW 3:317"
            case .erkenning: "BW 3:318"
            case .tenuitvoerlegging: "BW 3:325"
            }
        }
    }

    public let day: Day
    public let kind: Kind
    /// Where the proof is kept; an interruption without proof does not count.
    public let proof: String?

    public init(day: Day, kind: Kind, proof: String?) {
        self.day = day
        self.kind = kind
        self.proof = proof
    }
}
