import Basics

/// `verjaring.yaml`.
struct LimitationFile: TableFile {
    static let name = "verjaring.yaml"

    struct Interruptions: Decodable {
        let hoogstensJaren: Int
        let artikel: String
    }

    struct Row: Decodable {
        let soort: String
        let van: Day
        let jaren: Int
        let uiterlijkJaren: Int?
        let artikel: String
        let bron: String
    }

    let stuiting: Interruptions
    let waarschuwMaanden: [Int]
    let termijnen: [Row]
    let soorten: [String: String]?

    func table() throws(RechtTableFlaws) -> LimitationTable {
        var rows: [LimitationKind: [Dated<LimitationTerm>]] = [:]
        for row in termijnen {
            let years = try Self.range(row.jaren, 1...100, row.soort)
            let term = LimitationTerm(years: years, latestYears: row.uiterlijkJaren, article: row.artikel)
            rows[try Self.word(row.soort, "termijnen"), default: []].append(
                Dated(from: row.van, term, source: row.bron))
        }
        var kinds: [String: LimitationKind] = [:]
        for (claim, kind) in soorten ?? [:] { kinds[claim] = try Self.word(kind, "soorten") }
        return LimitationTable(
            terms: rows.mapValues { DatedTable($0) }, interruptionYears: stuiting.hoogstensJaren,
            interruptionArticle: stuiting.artikel, warningMonths: waarschuwMaanden, kinds: kinds)
    }
}
