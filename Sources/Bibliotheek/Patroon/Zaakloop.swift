public import Basics
import Database
import Zaken

/// How far zaken go by their drawing, and where and how long they wait for people: what stands beside the deviations.
public struct Zaakloop: Hashable, Sendable {
    /// How long people let one step wait.
    public struct Stap: Hashable, Sendable {
        public let stap: String
        /// How many wait at it now, and the days of the one in the middle.
        public let wachten: Int
        public let wachtdagen: Int
        /// How many of the newest were done, and the days that the one in the middle took.
        public let gedaan: Int
        public let duur: Int
    }

    /// The zaken that run a drawing, closed ones included, and those of them in which someone deviated.
    public let zaken: Int
    public let afgeweken: Int
    /// The steps of the drawings, those with most to do first.
    public let stappen: [Stap]

    public var volgens: Int { zaken - afgeweken }
    /// The whole percents of the zaken that went as drawn; nothing where there are none.
    public var deel: Int? { zaken == 0 ? nil : (volgens * 200 + zaken) / (zaken * 2) }

    /// How many of the newest taken tell how long a step takes.
    static let bekeken = 5_000
}

extension PatroonStore {
    /// How zaken go, on a day; it only reads.
    public func loop(on today: Day) throws -> Zaakloop {
        let waiting = try days("staat = 'open'", "ontstaan", limit: Zaakloop.bekeken) { from, _ in today - from }
        let done = try days("staat = 'afgerond'", "afgerond_op", limit: Zaakloop.bekeken) { from, until in
            (until ?? from) - from
        }
        let steps = Set(waiting.keys).union(done.keys).map { step in
            Zaakloop.Stap(
                stap: step, wachten: waiting[step]?.count ?? 0, wachtdagen: (waiting[step] ?? []).middle,
                gedaan: done[step]?.count ?? 0, duur: (done[step] ?? []).middle)
        }
        return Zaakloop(
            zaken: try count("SELECT count(*) AS aantal FROM procesinstanties"),
            afgeweken: try count("SELECT count(DISTINCT zaak_id) AS aantal FROM afwijkingen"),
            stappen: steps.sorted { ($1.wachten, $1.gedaan, $0.stap) < ($0.wachten, $0.gedaan, $1.stap) })
    }

    /// The days of each of the newest taken of the drawings, by their step.
    private func days(
        _ which: Query, _ newest: Query, limit: Int, _ length: (Day, Day?) -> Int
    ) throws -> [String: [Int]] {
        try tx.rows(
            """
            SELECT stap, ontstaan, afgerond_op FROM taken
            WHERE \(which) AND element IS NOT NULL AND soort <> 'storing' ORDER BY \(newest) DESC LIMIT \(limit)
            """
        ).reduce(into: [:]) { found, row in
            let (from, until): (Moment, Moment?) = (try row["ontstaan"], try row["afgerond_op"])
            found[try row["stap"], default: []].append(length(from.day, until?.day))
        }
    }

    private func count(_ query: Query) throws -> Int { try tx.first(query).map { try $0["aantal"] } ?? 0 }
}

extension [Int] {
    /// The one in the middle; of two in the middle the lower.
    fileprivate var middle: Int { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}
