public import Basics
public import Database
public import Klanten

/// The list of taken that someone may do: whose, in which order, narrowed by what.
public struct Werkvoorraad: Hashable, Sendable {
    public enum Van: Hashable, Sendable { case mij(Medewerker), groepen([String]), niemand([String]) }
    public enum Volgorde: String, Sendable, CaseIterable { case urgentie, bedrag, oudste }

    public var van: Van
    public var volgorde: Volgorde
    /// Words of the klant's name or the zaak's number.
    public var zoek: String
    /// Only taken of this step.
    public var stap: String?

    public init(van: Van, volgorde: Volgorde = .urgentie, zoek: String = "", stap: String? = nil) {
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
        try tx.first("SELECT count(*) AS aantal \(from) WHERE \(narrowing)")?["aantal"] ?? 0
    }

    public func lines(in tx: Transaction, limit: Int = 50, offset: Int = 0) throws -> [Regel] {
        try tx.rows(select(limit: limit, offset: offset)).map(Regel.init(row:))
    }

    func select(limit: Int, offset: Int) -> Query {
        """
        SELECT \(Werkvoorraad.columns) FROM taken t JOIN zaken z ON z.id = t.zaak_id JOIN partijen p ON p.id = z.partij_id
        WHERE \(narrowing) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
        """
    }

    /// The steps that occur, with how often.
    public func steps(in tx: Transaction) throws -> [(stap: String, aantal: Int)] {
        try tx.rows(
            "SELECT t.stap, count(*) AS aantal FROM taken t WHERE \(whose) AND t.staat = 'open' GROUP BY t.stap ORDER BY t.stap"
        ).map { (try $0["stap"], try $0["aantal"]) }
    }

    private static let columns: Query =
        """
        t.id, t.zaak_id, t.soort, t.element, t.stap, t.naam, t.formulier, t.keuzes, t.groep, t.behandelaar, t.waarom,
        t.ontstaan, t.uiterlijk, t.staat, t.versie, t.bedrag, z.nummer, z.status, z.partij_id, p.naam AS klant
        """

    private var from: Query {
        zoek.isEmpty
            ? "FROM taken t" : "FROM taken t JOIN zaken z ON z.id = t.zaak_id JOIN partijen p ON p.id = z.partij_id"
    }

    private var whose: Query {
        switch van {
        case .mij(let medewerker): "t.behandelaar = \(medewerker)"
        case .groepen(let groups): groups.isEmpty ? "1 = 0" : "t.groep IN (\(Groepen.sets(with: groups)))"
        case .niemand(let groups):
            groups.isEmpty ? "1 = 0" : "t.behandelaar IS NULL AND t.groep IN (\(Groepen.sets(with: groups)))"
        }
    }

    private var narrowing: Query {
        var clause: Query = "\(whose) AND t.staat = 'open'"
        if let stap { clause = "\(clause) AND t.stap = \(stap)" }
        if !zoek.isEmpty {
            let pattern = "%" + zoek.lowercased().filter { $0 != "%" && $0 != "_" && $0 != "\\" } + "%"
            clause = "\(clause) AND (lower(p.naam) LIKE \(pattern) OR lower(z.nummer) LIKE \(pattern))"
        }
        return clause
    }

    private var order: Query {
        switch volgorde {
        case .urgentie: "t.uiterlijk, t.id"
        case .bedrag: "t.bedrag DESC, t.id DESC"
        case .oudste: "t.ontstaan, t.id"
        }
    }
}

extension Werkvoorraad.Regel {
    init(row: Row) throws {
        self.init(
            taak: try Taak(row: row), zaaknummer: try row["nummer"], klant: try row["klant"],
            partij: try row["partij_id"], bedrag: try row["bedrag"], status: try row["status"])
    }
}
