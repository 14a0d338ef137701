import Synchronization

/// Counts and durations of requests by route, since this process started.
final class RequestMetrics: Sendable {
    struct Series: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    struct Totals {
        var count = 0
        var microseconds: Int64 = 0
        /// Requests at most as long as each bound.
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    /// In milliseconds.
    static let bounds: [Int64] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000]

    private let totals = Mutex<[Series: Totals]>([:])

    func record(route: String, method: String, status: Int, took duration: Duration) {
        let microseconds = duration.microseconds
        totals.withLock { totals in
            var entry = totals[Series(route: route, method: method, status: status)] ?? Totals()
            entry.count += 1
            entry.microseconds += microseconds
            for (index, bound) in RequestMetrics.bounds.enumerated() where microseconds <= bound * 1_000 {
                entry.buckets[index] += 1
            }
            totals[Series(route: route, method: method, status: status)] = entry
        }
    }

    /// In Prometheus' text format, version 0.0.4.
    var text: String {
        let entries = totals.withLock { $0 }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        let lines = entries.flatMap { series, totals in RequestMetrics.lines(series, totals) }
        return (["# TYPE ontknoop_http_request_duration_seconds histogram"] + lines).joined(separator: "\n") + "\n"
    }

    private static func lines(_ series: Series, _ totals: Totals) -> [String] {
        let name = "ontknoop_http_request_duration_seconds"
        let labels = "route=\"\(series.route)\",method=\"\(series.method)\",status=\"\(series.status)\""
        let buckets = zip(bounds, totals.buckets).map { bound, count in
            "\(name)_bucket{\(labels),le=\"\(seconds(bound * 1_000))\"} \(count)"
        }
        return buckets + [
            "\(name)_bucket{\(labels),le=\"+Inf\"} \(totals.count)",
            "\(name)_sum{\(labels)} \(seconds(totals.microseconds))",
            "\(name)_count{\(labels)} \(totals.count)",
        ]
    }

    static func seconds(_ microseconds: Int64) -> String {
        let rest = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }
}
