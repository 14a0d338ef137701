import Database
import Klanten

/// How the list is asked for: first which taken, by one index each, then all about those few.
extension Werkvoorraad {
    /// The newest zaken among which a word is looked for, when very many have it.
    private static let zaken = 1_000

    /// The sets of groups whose taken belong in the list; they are few, also where taken are many.
    func sets(in tx: Transaction) throws -> [String] {
        switch van {
        case .mij: []
        case .groepen(let groups), .niemand(let groups):
            groups.isEmpty ? [] : try tx.rows(Groepen.sets(with: groups)).map { try $0["groep"] }
        }
    }

    /// A list that was searched knows all that it found, so it counts them on the way.
    func select(_ sets: [String], limit: Int, offset: Int) -> Query {
        let found = zoek.isEmpty ? all(sets, until: limit + offset) : all(sets)
        let count: Query = zoek.isEmpty ? "NULL" : "count(*) OVER ()"
        return """
            SELECT \(Werkvoorraad.columns), k.gevonden
            FROM (SELECT id, sleutel, \(count) AS gevonden FROM (\(found)) AS alle ORDER BY \(order("sleutel", "id"))
                LIMIT \(limit) OFFSET \(offset)) AS k
            CROSS JOIN taken t CROSS JOIN zaken z CROSS JOIN partijen p
            WHERE t.id = k.id AND z.id = t.zaak_id AND p.id = z.partij_id ORDER BY \(order("k.sleutel", "t.id"))
            """
    }

    /// The taken of the list from all its sources, what is stuck before all that has a day; of several each in its order and no further than is needed.
    func all(_ sets: [String], until limit: Int? = nil) -> Query {
        let branches = branches(sets)
        if branches.isEmpty { return "SELECT t.id, t.uiterlijk AS sleutel FROM taken t WHERE 1 = 0" }
        guard branches.count > 1 else { return branches[0] }
        let cut: Query = limit.map { "ORDER BY \(order("sleutel", "id")) LIMIT \($0)" } ?? ""
        return branches.enumerated().map { number, branch in
            "SELECT id, sleutel FROM (\(branch) \(cut)) AS \(Werkvoorraad.alias(number))"
        }.joined(separator: " UNION ALL ")
    }

    /// One query for each source: how many taken it has by step and person.
    func counting(_ sets: [String]) -> [Query] {
        switch van {
        case .mij(let medewerker):
            ["SELECT t.stap, t.behandelaar, count(*) AS aantal \(open("t.behandelaar = \(medewerker)"))"]
        case .groepen: sets.map(counted)
        case .niemand: sets.map { "SELECT * FROM (\(counted($0))) AS alle WHERE behandelaar IS NULL" }
        }
    }

    /// The taken of a set: kept counted where one writes at a time, and counted in their index elsewhere.
    private func counted(_ set: String) -> Query {
        let kept: Query =
            """
            SELECT stap, nullif(behandelaar, '') AS behandelaar, aantal FROM taken_geteld
            WHERE groep = \(set) AND aantal > 0
            """
        let walked: Query = "SELECT t.stap, t.behandelaar, count(*) AS aantal \(open("t.groep = \(set)"))"
        return "\(sqlite: kept, postgres: walked)"
    }

    private func open(_ whose: Query) -> Query {
        "FROM taken t WHERE \(whose) AND t.staat = 'open' GROUP BY t.stap, t.behandelaar"
    }

    private func branches(_ sets: [String]) -> [Query] {
        let step: Query = stap.map { "AND t.stap = \($0)" } ?? ""
        let whom: Query = behandelaar.map { "AND t.behandelaar = \($0)" } ?? ""
        func sources(_ index: Query) -> [Query] { zoek.isEmpty ? walking(sets, by: index) : searching(sets) }
        guard volgorde == .urgentie else {
            return sources(ordered).map {
                "SELECT t.id, t.\(key) AS sleutel \($0) AND t.staat = 'open' \(step) \(whom)"
            }
        }
        let stuck = sources(indexed("taken_vast")).map {
            "SELECT t.id, '0' || t.uiterlijk AS sleutel \($0) AND t.staat = 'open' AND t.soort = 'storing' \(step) \(whom)"
                as Query
        }
        let others = sources(ordered).map {
            "SELECT t.id, t.uiterlijk AS sleutel \($0) AND t.staat = 'open' AND t.soort <> 'storing' \(step) \(whom)"
                as Query
        }
        return stuck + others
    }

    private func walking(_ sets: [String], by index: Query) -> [Query] {
        switch van {
        case .mij(let medewerker): ["FROM taken t WHERE t.behandelaar = \(medewerker)"]
        case .groepen: sets.map { "FROM taken t \(index) WHERE t.groep = \($0)" }
        case .niemand: sets.map { "FROM taken t \(index) WHERE t.groep = \($0) AND t.behandelaar IS NULL" }
        }
    }

    /// From the zaken that have the words to their taken.
    private func searching(_ sets: [String]) -> [Query] {
        let found = Zoekindex.references(Zoekvraag(zoek, soort: .zaak), limit: Werkvoorraad.zaken)
        let source: Query =
            "FROM (\(found)) AS s CROSS JOIN taken t \(indexed("taken_zaak")) WHERE t.zaak_id = s.verwijzing"
        switch van {
        case .mij(let medewerker): return ["\(source) AND t.behandelaar = \(medewerker)"]
        case .groepen: return sets.isEmpty ? [] : ["\(source) AND t.groep IN (\(list: sets))"]
        case .niemand:
            return sets.isEmpty ? [] : ["\(source) AND t.behandelaar IS NULL AND t.groep IN (\(list: sets))"]
        }
    }

    private static let columns: Query =
        """
        t.id, t.zaak_id, t.soort, t.element, t.stap, t.naam, t.formulier, t.keuzes, t.groep, t.behandelaar, t.waarom,
        t.ontstaan, t.uiterlijk, t.staat, t.versie, t.begonnen, t.gegeven, t.rondes, t.bedrag, z.nummer, z.status, z.partij_id, p.naam AS klant
        """

    private var key: Query {
        switch volgorde {
        case .urgentie: "uiterlijk"
        case .bedrag: "bedrag"
        case .oudste: "ontstaan"
        }
    }

    /// The index that has the taken of a set in this order.
    private var ordered: Query {
        switch volgorde {
        case .urgentie: indexed("taken_groep_urgentie")
        case .bedrag: indexed("taken_groep_bedrag")
        case .oudste: indexed("taken_groep_oudste")
        }
    }

    /// Without figures about the data SQLite cannot tell which index is best; we can.
    private func indexed(_ name: Query) -> Query { "\(sqlite: "INDEXED BY \(name)", postgres: "")" }

    private func order(_ key: Query, _ id: Query) -> Query {
        volgorde == .bedrag ? "\(key) DESC, \(id) DESC" : "\(key), \(id)"
    }

    private static func alias(_ number: Int) -> Query { number == 0 ? "b" : "b\(alias(number - 1))" }
}
