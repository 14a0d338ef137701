public import Basics
import Crypto
import Database

/// The whole journal up to a position in one hash: kept elsewhere, it shows later that nothing of it was changed or removed.
public struct JournalAnchor: Hashable, Sendable {
    public let moment: Moment
    /// The last position that it covers.
    public let position: Int64
    public let count: Int64
    /// SHA-256 over the hashes of the entries in their order, each with what went before.
    public let hash: String

    public init(moment: Moment, position: Int64, count: Int64, hash: String) {
        self.moment = moment
        self.position = position
        self.count = count
        self.hash = hash
    }
}

extension JournalAnchor: LosslessStringConvertible {
    /// One line of a file: moment, position, count and hash.
    public var description: String { "\(moment) \(position) \(count) \(hash)" }

    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 4, let moment = Moment(String(parts[0])), let position = Int64(parts[1]),
            let count = Int64(parts[2]), parts[3].count == 64
        else { return nil }
        self.init(moment: moment, position: position, count: count, hash: String(parts[3]))
    }
}

extension JournalStore {
    /// The journal as it is now, up to each of these positions and to its end, walked once in bounded memory.
    public func anchors(upTo positions: Set<Int64>, at now: Moment) throws -> (
        known: [Int64: JournalAnchor], end: JournalAnchor
    ) {
        var (known, asked) = ([Int64: JournalAnchor](), positions.sorted()[...])
        var end = JournalAnchor(moment: now, position: 0, count: 0, hash: String(repeating: "0", count: 64))
        func pass(_ position: Int64) {
            while let next = asked.first, next < position { known[next] = end; asked.removeFirst() }
        }
        try transaction.each(
            """
            SELECT o.position, o.entry_id, j.hash FROM journal_order o LEFT JOIN journal j ON j.id = o.entry_id
            ORDER BY o.position
            """
        ) { row in
            let position: Int64 = try row["position"]
            pass(position)
            let (id, hash): (String, String?) = (try row["entry_id"], try row["hash"])
            end = JournalAnchor(
                moment: now, position: position, count: end.count + 1,
                hash: SHA256.hash(data: Array("\(end.hash) \(id) \(hash ?? "-")".utf8)).hexadecimal)
        }
        pass(.max)
        return (known, end)
    }

    /// Which of these anchors of before no longer hold.
    public func broken(_ anchors: [JournalAnchor], now: [Int64: JournalAnchor]) -> [JournalAnchor] {
        anchors.filter { now[$0.position]?.hash != $0.hash || now[$0.position]?.count != $0.count }
    }
}
