public import Basics
public import Database
public import Klanten
public import Zaken

extension Verzamelplan {
    /// A plan over several zaken as it was proposed, with each part's share of a month.
    public struct Vastgelegd: Hashable, Sendable, Identifiable {
        public let id: Identifier<Verzamelplan>
        public let partij: Identifier<Partij>
        public let eersteDag: Day
        public let delen: [Identifier<Zaak>: Money]
    }
}

/// The plans over several zaken of a person, inside one transaction.
public struct VerzamelplanStore {
    let tx: Transaction

    /// The newest plan that a zaak is part of.
    public func newest(of zaak: Identifier<Zaak>) throws -> Verzamelplan.Vastgelegd? {
        try tx.first(
            """
            SELECT p.id, p.partij_id, p.eerste_dag FROM verzamelplannen p JOIN verzameldelen d ON d.plan_id = p.id
            WHERE d.zaak_id = \(zaak) ORDER BY p.id DESC LIMIT 1
            """
        ).map(load)
    }

    /// The newest plan of a person.
    public func newest(for partij: Identifier<Partij>) throws -> Verzamelplan.Vastgelegd? {
        try tx.first(
            """
            SELECT id, partij_id, eerste_dag FROM verzamelplannen WHERE partij_id = \(partij) ORDER BY id DESC LIMIT 1
            """
        ).map(load)
    }

    func add(_ plan: Verzamelplan.Vastgelegd, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO verzamelplannen (id, partij_id, eerste_dag, moment)
            VALUES (\(plan.id), \(plan.partij), \(plan.eersteDag), \(now))
            """)
        for (zaak, amount) in plan.delen {
            try tx.run(
                "INSERT INTO verzameldelen (plan_id, zaak_id, per_maand) VALUES (\(plan.id), \(zaak), \(amount))")
        }
    }

    private func load(_ row: Row) throws -> Verzamelplan.Vastgelegd {
        let id: Identifier<Verzamelplan> = try row["id"]
        let parts = try tx.rows("SELECT zaak_id, per_maand FROM verzameldelen WHERE plan_id = \(id) ORDER BY zaak_id")
            .map { (try $0["zaak_id"] as Identifier<Zaak>, try $0["per_maand"] as Money) }
        return Verzamelplan.Vastgelegd(
            id: id, partij: try row["partij_id"], eersteDag: try row["eerste_dag"],
            delen: Dictionary(parts) { first, _ in first })
    }
}

extension Transaction {
    public var verzamelplannen: VerzamelplanStore { VerzamelplanStore(tx: self) }
}
