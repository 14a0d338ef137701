import Basics

/// `rente.yaml`.
struct InterestFile: TableFile {
    static let name = "rente.yaml"

    struct Table: Decodable {
        let bekendTot: Day?
        let rijen: [Row]
    }

    struct Row: Decodable {
        let van: Day
        let percentage: String
        let bron: String
    }

    let consument: Table
    let handel: Table

    func rates() throws(RechtTableFlaws) -> InterestRates {
        try InterestRates(consument: table(consument, "consument"), handel: table(handel, "handel"))
    }

    private func table(_ table: Table, _ place: String) throws(RechtTableFlaws) -> DatedTable<Rate> {
        var rows: [Dated<Rate>] = []
        for row in table.rijen {
            rows.append(Dated(from: row.van, try Self.percent(row.percentage, "\(place) \(row.van)"), source: row.bron))
        }
        return DatedTable(rows, knownUntil: table.bekendTot)
    }
}
