import Basics

/// `vroegsignalering.yaml`.
struct SignalFile: TableFile {
    static let name = "vroegsignalering.yaml"

    struct Row: Decodable {
        let van: Day
        let artikel: String
        let bron: String
        let pogingen: Int
        let kanalen: Int
        let dagdelen: Int
    }

    let regels: [Row]

    func table() throws(RechtTableFlaws) -> DatedTable<SignalRule> {
        DatedTable(
            regels.map { row in
                let rule = SignalRule(
                    attempts: row.pogingen, channels: row.kanalen, partsOfDay: row.dagdelen, article: row.artikel)
                return Dated(from: row.van, rule, source: row.bron)
            })
    }
}
