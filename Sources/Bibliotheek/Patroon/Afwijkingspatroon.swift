import Basics
public import Database
import Zaken

/// Deviations that are alike: from the same step, to the same step.
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
    /// Words that stand in at least half of the reasons: what the cases have in common.
    public let gedeeld: [String]

    /// From how many on it is put to the process owner.
    public static let voorstelVanaf = 5

    public var isVoorstel: Bool { aantal >= Afwijkingspatroon.voorstelVanaf }
}

/// Finds what deviations have in common, inside one transaction; it only reads.
public struct PatroonStore {
    let tx: Transaction

    /// The patterns, the most frequent first.
    public func all() throws -> [Afwijkingspatroon] {
        let rows = try tx.rows(
            """
            SELECT a.van_stap, a.naar_stap, a.reden, z.resultaat
            FROM afwijkingen a JOIN zaken z ON z.id = a.zaak_id
            ORDER BY a.moment DESC, a.id DESC LIMIT 20000
            """
        ).map { row in
            One(
                van: try row["van_stap"], naar: try row["naar_stap"], reden: try row["reden"],
                resultaat: try row["resultaat"])
        }
        return Dictionary(grouping: rows) { $0.van + "\n" + $0.naar }.values.map(Afwijkingspatroon.init)
            .sorted { ($1.aantal, $0.van, $0.naar) < ($0.aantal, $1.van, $1.naar) }
    }

    struct One {
        let van: String
        let naar: String
        let reden: String
        let resultaat: String?
    }
}

extension Afwijkingspatroon {
    init(_ all: [PatroonStore.One]) {
        let ends = Dictionary(grouping: all, by: \.resultaat).map { Afloop(resultaat: $0.key, aantal: $0.value.count) }
        self.init(
            van: all.first?.van ?? "", naar: all.first?.naar ?? "", aantal: all.count,
            afloop: ends.sorted { ($1.aantal, $0.resultaat ?? "") < ($0.aantal, $1.resultaat ?? "") },
            redenen: Array(all.map(\.reden).prefix(5)), gedeeld: Afwijkingspatroon.shared(all.map(\.reden)))
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
