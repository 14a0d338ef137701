import Basics

/// `automatische-incasso.yaml`.
struct DirectDebitFile: TableFile {
    static let name = "automatische-incasso.yaml"

    struct Row: Decodable {
        let van: Day
        let bron: String
        let aanleverdagen, aankondigingsdagen, vervaltNaMaanden, achterstandDagen: Int
    }

    let regels: [Row]
    let gesloten: [HolidayFile.Row]

    func table() throws(RechtTableFlaws) -> DirectDebitTable {
        var rows: [Dated<DirectDebitRule>] = []
        for row in regels {
            let place = "\(row.van)"
            let rule = DirectDebitRule(
                leadDays: try Self.range(row.aanleverdagen, 1...14, place),
                noticeDays: try Self.range(row.aankondigingsdagen, 1...60, place),
                dormantMonths: try Self.range(row.vervaltNaMaanden, 1...120, place),
                arrearsDays: try Self.range(row.achterstandDagen, 0...365, place))
            rows.append(Dated(from: row.van, rule, source: row.bron))
        }
        return DirectDebitTable(
            rules: DatedTable(rows), bankDays: try HolidayFile(feestdagen: gesloten).calendar())
    }
}
