import Basics
public import Database
import Zaken

/// Deviations that are alike: from the same step to the same step, with facts that are much the same.
public struct Afwijkingspatroon: Hashable, Sendable {
    /// One way in which the zaken of a pattern stand or ended, and how many.
    public struct Afloop: Hashable, Sendable {
        /// A code of the zaaktype's resultaattypen; nothing for a zaak that is open.
        public let resultaat: String?
        public let aantal: Int
    }

    public let van: String
    public let naar: String
    public let aantal: Int
    public let afloop: [Afloop]
    /// The newest reasons that people gave.
    public let redenen: [String]
    /// Words that stand in at least half of the reasons.
    public let gedeeld: [String]
    /// The facts that they have in common, the most telling first.
    public let kenmerken: [Kenmerk]
    /// Work instructions and advice that were named as the source, the most frequent first.
    public let bronnen: [String]

    /// From how many on it is put to the process owner.
    public static let voorstelVanaf = 5

    public var isVoorstel: Bool { aantal >= Afwijkingspatroon.voorstelVanaf }

    /// By what these differ from who went on as drawn: two facts at most, as more describe these zaken and no rule.
    public var aanleiding: [Kenmerk] {
        var seen: Set<String> = []
        return Array(kenmerken.filter { $0.onderscheidt && seen.insert($0.feit).inserted }.prefix(2))
    }

    /// What tells it from others between the same steps.
    public var sleutel: String { aanleiding.map(\.voorwaarde).joined(separator: " and ") }
}

/// Finds what deviations have in common, inside one transaction; it only reads.
public struct PatroonStore {
    let tx: Transaction

    /// The patterns, the most frequent first; facts of the names in `lopend`, and days, tell none apart.
    public func all(lopend: Set<String> = []) throws -> [Afwijkingspatroon] {
        let routes = Dictionary(grouping: try ones()) { $0.van + "\n" + $0.naar }
        return try routes.values.flatMap { route in
            try split(route, lopend).map { Afwijkingspatroon($0, besides: try others(of: $0), lopend: lopend) }
        }.sorted { ($1.aantal, $0.van, $0.naar, $0.sleutel) < ($0.aantal, $1.van, $1.naar, $1.sleutel) }
    }

    /// By likeness of their facts; all together where that leaves no group large enough, and together they are.
    private func split(_ route: [One], _ lopend: Set<String>) -> [[One]] {
        let groups = Gelijkenis(route, lopend: lopend).groups
        let enough = Afwijkingspatroon.voorstelVanaf
        return groups.contains { $0.count >= enough } || route.count < enough ? groups : [route]
    }

    private func ones() throws -> [One] {
        try tx.rows(
            """
            SELECT a.van_stap, a.naar_stap, a.reden, a.bron, a.feiten, z.resultaat
            FROM afwijkingen a JOIN zaken z ON z.id = a.zaak_id
            ORDER BY a.moment DESC, a.id DESC LIMIT 20000
            """
        ).map { row in
            let facts: JSON? = try row["feiten"]
            return One(
                van: try row["van_stap"], naar: try row["naar_stap"], reden: try row["reden"], bron: try row["bron"],
                resultaat: try row["resultaat"], feiten: facts?.fields ?? [:])
        }
    }

    /// The facts of zaken that did the step and went on as drawn, as they were before it was done, as those of a deviation are; only
    /// where there is enough to propose something.
    private func others(of pattern: [One]) throws -> [[String: JSON]] {
        guard pattern.count >= Afwijkingspatroon.voorstelVanaf, let step = pattern.first?.van,
            pattern.contains(where: { !$0.feiten.isEmpty })
        else { return [] }
        var seen: Set<Identifier<Zaak>> = []
        return try tx.rows(
            """
            SELECT t.zaak_id, t.feiten FROM taken t
            WHERE t.stap = \(step) AND t.staat = 'afgerond' AND t.feiten IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM afwijkingen a WHERE a.zaak_id = t.zaak_id AND a.van_stap = t.stap)
            ORDER BY t.afgerond_op DESC, t.id DESC LIMIT 400
            """
        ).compactMap { row in
            let (zaak, feiten): (Identifier<Zaak>, JSON) = (try row["zaak_id"], try row["feiten"])
            return seen.insert(zaak).inserted ? feiten.fields : nil
        }
    }

    struct One {
        let van: String
        let naar: String
        let reden: String
        let bron: String?
        let resultaat: String?
        let feiten: [String: JSON]
    }
}

extension Afwijkingspatroon {
    init(_ all: [PatroonStore.One], besides others: [[String: JSON]], lopend: Set<String>) {
        let ends = Dictionary(grouping: all, by: \.resultaat).map { Afloop(resultaat: $0.key, aantal: $0.value.count) }
        let known = all.map(\.feiten).filter { !$0.isEmpty }
        let sources = all.compactMap(\.bron).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        self.init(
            van: all.first?.van ?? "", naar: all.first?.naar ?? "", aantal: all.count,
            afloop: ends.sorted { ($1.aantal, $0.resultaat ?? "") < ($0.aantal, $1.resultaat ?? "") },
            redenen: Array(all.map(\.reden).prefix(5)), gedeeld: Afwijkingspatroon.shared(all.map(\.reden)),
            // Of fewer than half nothing is said.
            kenmerken: known.count * 2 > all.count && known.count > 1
                ? Kenmerk.all(of: known, besides: others, lopend: lopend) : [],
            bronnen: sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key))
    }

    /// Longer words of the reasons that at least half of them have.
    private static func shared(_ reasons: [String]) -> [String] {
        guard reasons.count > 1 else { return [] }
        var counts: [String: Int] = [:]
        for reason in reasons {
            let words = reason.lowercased().split { !$0.isLetter }.filter { $0.count >= 5 }.map(String.init)
            for word in Set(words) { counts[word, default: 0] += 1 }
        }
        let common = counts.filter { $0.value * 2 >= reasons.count }
        return common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
    }
}

extension Transaction {
    public var afwijkingspatronen: PatroonStore { PatroonStore(tx: self) }
}
