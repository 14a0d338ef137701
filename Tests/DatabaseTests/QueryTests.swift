import Basics
import Testing

@testable import Database

@Suite("Queries")
struct QueryTests {
    @Test func `values become arguments, fragments stay fragments and lists spread`() {
        let open: Query = "afgesloten_op IS NULL"
        let query: Query = "SELECT id FROM zaken WHERE \(open) AND type IN (\(list: ["a", "b"])) LIMIT \(5)"

        #expect(
            query.rendered(for: .sqlite).sql
                == "SELECT id FROM zaken WHERE afgesloten_op IS NULL AND type IN (?, ?) LIMIT ?")
        #expect(query.rendered(for: .postgres).sql.hasSuffix("AND type IN ($1, $2) LIMIT $3"))
        #expect(query.rendered(for: .sqlite).arguments.map(\.value) == [.text("a"), .text("b"), .integer(5)])
    }

    @Test func `each database reads its own text`() {
        let query: Query = "SELECT 1\(sqlite: "", postgres: " FOR UPDATE SKIP LOCKED")"

        #expect(query.rendered(for: .sqlite).sql == "SELECT 1")
        #expect(query.rendered(for: .postgres).sql == "SELECT 1 FOR UPDATE SKIP LOCKED")
    }
}
