import Basics
import Database
import Jobs

/// How the house itself goes: what waits, what failed, and how long it waits, as numbers without anything personal.
struct HouseMetrics: Sendable {
    /// How many there are of one name with these labels.
    struct Gauge: Sendable {
        let name: String
        let help: String
        let values: [(labels: String, value: Int64)]
    }

    let gauges: [Gauge]

    /// Reads all of it in one transaction.
    init(in tx: Transaction, at now: Moment) throws {
        gauges = [
            Gauge(
                name: "ontknoop_jobs", help: "Planned work by kind and state.",
                values: try HouseMetrics.counted(
                    tx, ["kind", "state"], "SELECT kind, state, count(*) AS n FROM jobs GROUP BY kind, state")),
            Gauge(
                name: "ontknoop_jobs_due", help: "Planned work whose moment has come and that nobody does yet.",
                values: try HouseMetrics.counted(
                    tx, [], "SELECT count(*) AS n FROM jobs WHERE \(HouseMetrics.due(now))")),
            Gauge(
                name: "ontknoop_jobs_oldest_due_seconds", help: "How long the oldest of those waits.",
                values: [("", try HouseMetrics.age(tx, now))]),
            Gauge(
                name: "ontknoop_letters",
                help: "Letters that have not left: they wait, were tried in vain, or are given up.",
                values: try HouseMetrics.counted(
                    tx, ["state"],
                    """
                    SELECT CASE WHEN state = 'parked' THEN 'failed' WHEN last_error IS NOT NULL THEN 'retrying'
                        ELSE 'waiting' END AS state, count(*) AS n
                    FROM jobs WHERE kind = 'brief' GROUP BY 1
                    """)),
            Gauge(
                name: "ontknoop_imports", help: "Files taken in, by how it went.",
                values: try HouseMetrics.counted(
                    tx, ["state"], "SELECT staat AS state, count(*) AS n FROM imports GROUP BY staat")),
            Gauge(
                name: "ontknoop_passage_vectors", help: "Passages of which it is known what they mean, by all models.",
                values: try HouseMetrics.counted(tx, [], "SELECT count(*) AS n FROM passagevectoren")),
            Gauge(
                name: "ontknoop_taken", help: "Taken that wait for a person.",
                values: try HouseMetrics.counted(
                    tx, ["state"],
                    """
                    SELECT CASE WHEN uiterlijk < \(now.day) THEN 'overdue' ELSE 'open' END AS state, count(*) AS n
                    FROM taken WHERE staat = 'open' GROUP BY 1
                    """)),
            Gauge(
                name: "ontknoop_database_bytes", help: "The size of the database.",
                values: [("", try HouseMetrics.size(tx))]),
        ]
    }

    private static func due(_ now: Moment) -> Query { "state = 'open' AND lease_until IS NULL AND due <= \(now)" }

    private typealias Values = [(labels: String, value: Int64)]

    private static func counted(_ tx: Transaction, _ names: [String], _ query: Query) throws -> Values {
        try tx.rows(query).map { row in
            let labels = try names.map { "\($0)=\"\(try row[$0] as String)\"" }.joined(separator: ",")
            return (labels: labels, value: try row["n"])
        }.sorted { $0.labels < $1.labels }
    }

    private static func age(_ tx: Transaction, _ now: Moment) throws -> Int64 {
        let oldest: Moment? = try tx.first("SELECT min(due) AS due FROM jobs WHERE \(due(now))").flatMap {
            try $0["due"]
        }
        return oldest.map { max(0, (now.milliseconds - $0.milliseconds) / 1_000) } ?? 0
    }

    private static func size(_ tx: Transaction) throws -> Int64 {
        switch tx.dialect {
        case .sqlite:
            let (count, size) = (try tx.first("PRAGMA page_count"), try tx.first("PRAGMA page_size"))
            return (try count?["page_count"] ?? 0) * (try size?["page_size"] ?? 0)
        case .postgres:
            return try tx.first("SELECT pg_database_size(current_database()) AS size")?["size"] ?? 0
        }
    }

    /// In Prometheus' text format, with how long it took to read.
    func text(read duration: Duration) -> String {
        let lines = gauges.flatMap { gauge in
            ["# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge"]
                + gauge.values.map { "\(gauge.name)\($0.labels.isEmpty ? "" : "{\($0.labels)}") \($0.value)" }
        }
        let name = "ontknoop_database_read_seconds"
        let took = [
            "# HELP \(name) How long it took to read the figures above.", "# TYPE \(name) gauge",
            "\(name) \(RequestMetrics.seconds(duration.microseconds))",
        ]
        return (lines + took).joined(separator: "\n") + "\n"
    }
}
