import Basics

/// `toerekening.yaml`.
struct ImputationFile: TableFile {
    static let name = "toerekening.yaml"

    struct Row: Decodable {
        let van: Day
        let artikel: String
        let kosten: String
        let volgorde: String
        let bron: String
    }

    let regels: [Row]

    func table() throws(RechtTableFlaws) -> DatedTable<ImputationRule> {
        var rows: [Dated<ImputationRule>] = []
        for row in regels {
            let place = "regels \(row.van)"
            let rule = ImputationRule(
                fee: try Self.word(row.kosten, place), order: try Self.word(row.volgorde, place), article: row.artikel)
            rows.append(Dated(from: row.van, rule, source: row.bron))
        }
        return DatedTable(rows)
    }
}
