import Basics

/// `bijzondere-toestanden.yaml`.
struct SpecialStateFile: TableFile {
    static let name = "bijzondere-toestanden.yaml"

    struct Row: Decodable {
        let soort: String
        let van: Day
        let aan: String
        let bron: String
        let verbiedt: [Prohibition]
    }

    struct Prohibition: Decodable {
        let artikel: String
        let reden: String
        let handelingen: [String]
        let nagezien: Bool?
    }

    let toestanden: [Row]

    func table() throws(RechtTableFlaws) -> SpecialStateTable {
        var rows: [SpecialStateKind: [Dated<SpecialStateRule>]] = [:]
        for row in toestanden {
            let rule = SpecialStateRule(addressee: row.aan, prohibitions: try prohibitions(of: row))
            rows[try Self.word(row.soort, "toestanden"), default: []].append(
                Dated(from: row.van, rule, source: row.bron))
        }
        return SpecialStateTable(rules: rows.mapValues { DatedTable($0) })
    }

    private func prohibitions(of row: Row) throws(RechtTableFlaws) -> [SpecialStateRule.Prohibition] {
        var found: [SpecialStateRule.Prohibition] = []
        for prohibition in row.verbiedt {
            var acts: Set<CollectionAct> = []
            for act in prohibition.handelingen { acts.insert(try Self.word(act, row.soort)) }
            found.append(
                .init(
                    acts: acts, article: prohibition.artikel, reason: prohibition.reden,
                    isChecked: prohibition.nagezien ?? true))
        }
        return found
    }
}
