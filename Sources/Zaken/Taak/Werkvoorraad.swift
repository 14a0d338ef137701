public import Basics
public import Database
public import Klanten

/// The list of taken that someone may do: whose, in which order, narrowed by what.
public struct Werkvoorraad: Hashable, Sendable {
    public enum Van: Hashable, Sendable { case mij(Medewerker), groepen([String]), niemand([String]) }
    public enum Volgorde: String, Sendable, CaseIterable { case urgentie, bedrag, oudste }

    public var van: Van
    public var volgorde: Volgorde
    /// Beginnings of words of the klant's name, the zaak's number or what it is about.
    public var zoek: String
    /// Only taken of this step.
    public var stap: String?
    /// Only taken that this person has.
    public var behandelaar: Medewerker?

    public init(
        van: Van, volgorde: Volgorde = .urgentie, zoek: String = "", stap: String? = nil,
        behandelaar: Medewerker? = nil
    ) {
        self.behandelaar = behandelaar
        self.van = van
        self.volgorde = volgorde
        self.zoek = zoek
        self.stap = stap
    }

    /// One line of the list.
    public struct Regel: Hashable, Sendable {
        public let taak: Taak
        public let zaaknummer: String
        public let klant: String
        public let partij: Identifier<Partij>
        public let bedrag: Money
        public let status: String
    }
}

extension Werkvoorraad {
    /// A piece of the list.
    public struct Bladzijde: Hashable, Sendable {
        public let regels: [Regel]
        /// How many the whole list has, of a list that was searched; the others are told by their `Telling`.
        public let gevonden: Int?
    }

    public func page(in tx: Transaction, limit: Int = 50, offset: Int = 0) throws -> Bladzijde {
        let rows = try tx.rows(select(try sets(in: tx), limit: limit, offset: offset))
        return Bladzijde(
            regels: try rows.map(Regel.init(row:)),
            gevonden: zoek.isEmpty ? nil : try rows.first?["gevonden"] ?? 0)
    }

    public func lines(in tx: Transaction, limit: Int = 50, offset: Int = 0) throws -> [Regel] {
        try page(in: tx, limit: limit, offset: offset).regels
    }

    /// How many taken of a step there are.
    public struct Stap: Hashable, Sendable {
        public let stap: String
        public let aantal: Int
    }

    /// The whole list counted, whatever it is narrowed by.
    public func telling(in tx: Transaction) throws -> Telling {
        let rows = try counting(try sets(in: tx)).flatMap { try tx.rows($0) }
        return Telling(
            delen: try rows.map {
                .init(stap: try $0["stap"], behandelaar: try $0["behandelaar"], aantal: try $0["aantal"])
            })
    }

    /// A list counted by step and by who has the taken.
    public struct Telling: Hashable, Sendable {
        struct Deel: Hashable, Sendable {
            let stap: String
            let behandelaar: Medewerker?
            let aantal: Int
        }

        let delen: [Deel]

        public var stappen: [Stap] {
            Dictionary(grouping: delen, by: \.stap).map { stap, delen in
                Stap(stap: stap, aantal: delen.aantal)
            }.sorted { $0.stap < $1.stap }
        }

        /// What nobody has of it.
        public var vrij: Telling { Telling(delen: delen.filter { $0.behandelaar == nil }) }

        /// How many there are of a step and of a person, and of all where those are not asked.
        public func aantal(stap: String? = nil, behandelaar: Medewerker? = nil) -> Int {
            delen.filter { deel in
                (stap == nil || deel.stap == stap) && (behandelaar == nil || deel.behandelaar == behandelaar)
            }.aantal
        }

        /// How many each person has.
        public var perMedewerker: [Medewerker: Int] {
            Dictionary(delen.compactMap { deel in deel.behandelaar.map { ($0, deel.aantal) } }, uniquingKeysWith: +)
        }
    }
}

extension [Werkvoorraad.Telling.Deel] {
    fileprivate var aantal: Int { map(\.aantal).reduce(0, +) }
}

extension Werkvoorraad.Regel {
    init(row: Row) throws {
        self.init(
            taak: try Taak(row: row), zaaknummer: try row["nummer"], klant: try row["klant"],
            partij: try row["partij_id"], bedrag: try row["bedrag"], status: try row["status"])
    }
}
