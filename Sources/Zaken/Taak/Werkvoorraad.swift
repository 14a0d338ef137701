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
    public func count(in tx: Transaction) throws -> Int {
        try tx.first("SELECT count(*) AS aantal FROM (\(all(try sets(in: tx)))) AS alle")?["aantal"] ?? 0
    }

    public func lines(in tx: Transaction, limit: Int = 50, offset: Int = 0) throws -> [Regel] {
        try tx.rows(select(try sets(in: tx), limit: limit, offset: offset)).map(Regel.init(row:))
    }

    /// How many taken of a step there are, and how many of those nobody has.
    public struct Stap: Hashable, Sendable {
        public let stap: String
        public let aantal: Int
        public let vrij: Int
    }

    /// The steps that occur in the whole list, whatever it is narrowed by.
    public func steps(in tx: Transaction) throws -> [Stap] { try telling(in: tx).stappen }

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
                Stap(stap: stap, aantal: delen.aantal, vrij: delen.filter { $0.behandelaar == nil }.aantal)
            }.sorted { $0.stap < $1.stap }
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
