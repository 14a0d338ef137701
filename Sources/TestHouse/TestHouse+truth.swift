import Basics
import Database
import Incasso
import Jobs
public import Journal
public import Zaken

extension TestHouse {
    /// All that was recorded of a zaak, in order, by kind.
    public func story(of zaak: Zaak) async throws -> [String] { try await entries(of: zaak).map(\.kind) }

    public func entries(of zaak: Zaak) async throws -> [JournalEntry] {
        try await read { try $0.journal.entries(of: .zaak(zaak.id), limit: 10_000) }.reversed()
    }

    /// What is not as it must be in the ledgers, the zaken and the journal; nothing when all is well.
    public func flaws() async throws -> [String] {
        try await read { tx in
            try TestHouse.checks.flatMap { check in
                try tx.rows(check.query).map { "\(check.sentence): \(try $0["wat"] as String)" }
            } + tx.journal.verify().map { "journal: \($0)" }
        }
    }

    private struct Check {
        let sentence: String
        let query: Query
    }

    private static var checks: [Check] {
        [
            Check(
                sentence: "an entry does not balance",
                query: "SELECT mutatie_id AS wat FROM boekingen GROUP BY mutatie_id HAVING sum(bedrag) <> 0"),
            Check(
                sentence: "an entry has no amounts",
                query: """
                    SELECT id AS wat FROM mutaties WHERE NOT EXISTS (
                        SELECT 1 FROM boekingen b WHERE b.mutatie_id = mutaties.id)
                    """),
            Check(sentence: "the open principal differs from its entries", query: open("hoofdsom")),
            Check(sentence: "the open costs differ from their entries", query: open("kosten")),
            Check(sentence: "the open interest differs from its entries", query: open("rente")),
            Check(
                sentence: "the amount of a zaak differs from its claims",
                query: """
                    SELECT z.nummer AS wat FROM zaken z WHERE z.bedrag <> (
                        SELECT coalesce(sum(v.open_hoofdsom + v.open_kosten + v.open_rente), 0)
                        FROM vorderingen v WHERE v.zaak_id = z.id)
                    """),
            Check(
                sentence: "a placed payment differs from what was booked",
                query: """
                    SELECT p.id AS wat FROM betalingen p WHERE p.staat = 'geplaatst' AND p.bedrag - p.over <> (
                        SELECT coalesce(sum(b.bedrag), 0) FROM boekingen b JOIN mutaties m ON m.id = b.mutatie_id
                        WHERE m.betaling_id = p.id AND b.rekening = 'bank')
                    """),
            Check(
                sentence: "a closed zaak still waits for someone",
                query: """
                    SELECT z.nummer AS wat FROM zaken z JOIN taken t ON t.zaak_id = z.id
                    WHERE z.afgesloten IS NOT NULL AND t.staat IN ('open', 'rust')
                    """),
            Check(
                sentence: "a claim came in twice",
                query:
                    "SELECT factuurnummer AS wat FROM vorderingen GROUP BY schuldeiser, factuurnummer HAVING count(*) > 1"
            ),
        ]
    }

    private static func open(_ account: String) -> Query {
        let column: Query =
            switch account {
            case "kosten": "open_kosten"
            case "rente": "open_rente"
            default: "open_hoofdsom"
            }
        return """
            SELECT v.factuurnummer AS wat FROM vorderingen v WHERE v.\(column) <> (
                SELECT coalesce(sum(b.bedrag), 0) FROM boekingen b JOIN mutaties m ON m.id = b.mutatie_id
                WHERE m.vordering_id = v.id AND b.rekening = \(account))
            """
    }
}
