public import Basics
public import Zaken

/// A file of direct debits of one creditor for one day: prepared, looked at, released by someone else.
public struct Incassobatch: Hashable, Sendable, Identifiable {
    public enum Staat: String, Hashable, Sendable { case voorbereid, vrijgegeven, vervallen }

    public let id: Identifier<Incassobatch>
    /// The creditor's code.
    public let schuldeiser: String
    /// The day of collection.
    public let incassodag: Day
    public internal(set) var staat: Staat
    public let moment: Moment
    public let door: String
    public internal(set) var vrijgegeven: Moment?
    public internal(set) var vrijgegevenDoor: String?
    /// The file for the bank (pain.008), once released.
    public internal(set) var xml: String?
    /// How many due amounts were left out, by why.
    public internal(set) var overgeslagen: [String: Int]
    public internal(set) var versie: Int64

    /// One amount to collect.
    public struct Regel: Hashable, Sendable, Identifiable {
        public enum Staat: String, Hashable, Sendable, CaseIterable {
            case gepland, aangeboden, ontvangen, gestorneerd, vervallen
        }

        public let id: Identifier<Regel>
        public let batch: Identifier<Incassobatch>
        public let machtiging: Identifier<Machtiging>
        public let zaak: Identifier<Zaak>
        /// By which the bank names it.
        public let eindkenmerk: String
        /// The due amount it collects: an instalment or a claim.
        public let sleutel: Sleutel
        public let omschrijving: String
        public let bedrag: Money
        public internal(set) var staat: Staat
        /// Why it fell out, or the bank's code.
        public internal(set) var reden: String?
        /// The day its announcement leaves.
        public let aangekondigd: Day
        /// Whether a person allowed a second try after the bank took it back.
        public internal(set) var herkansing: Bool
    }

    /// What is collected: never twice at a time.
    public enum Sleutel: Hashable, Sendable {
        case termijn(Identifier<Betalingsregeling>, Int)
        case vordering(Identifier<Vordering>)
    }
}

extension Incassobatch.Sleutel: LosslessStringConvertible {
    public var description: String {
        switch self {
        case .termijn(let regeling, let number): "termijn:\(regeling.text):\(number)"
        case .vordering(let id): "vordering:\(id.text)"
        }
    }

    public init?(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        if parts.count == 3, parts[0] == "termijn", let id = Identifier<Betalingsregeling>(parts[1]),
            let number = Int(parts[2])
        {
            self = .termijn(id, number)
        } else if parts.count == 2, parts[0] == "vordering", let id = Identifier<Vordering>(parts[1]) {
            self = .vordering(id)
        } else {
            return nil
        }
    }
}
