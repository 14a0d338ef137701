import Basics

/// `veertiendagenbrief.yaml`.
struct LetterFile: TableFile {
    static let name = "veertiendagenbrief.yaml"

    struct Row: Decodable {
        let van: Day
        let artikel: String
        let bron: String
        let bezorgdag: Int
        let geenBezorging: [String]
        let geenBezorgingOpFeestdagen: Bool
        let termijnDagen: Int
        let wettelijkeDagen: Int
        let verlengtNaarWerkdag: Bool
    }

    let regels: [Row]

    func table() throws(RechtTableFlaws) -> DatedTable<LetterRule> {
        var rows: [Dated<LetterRule>] = []
        for row in regels { rows.append(Dated(from: row.van, try rule(row), source: row.bron)) }
        return DatedTable(rows)
    }

    private func rule(_ row: Row) throws(RechtTableFlaws) -> LetterRule {
        let place = "regels \(row.van)"
        var noDelivery: [Day.Weekday] = []
        for day in row.geenBezorging { noDelivery.append(try Self.weekday(day, place)) }
        guard row.termijnDagen >= row.wettelijkeDagen else {
            throw RechtTableFlaws(Self.name, place, "a term shorter than the law's has no effect")
        }
        return LetterRule(
            deliveryDay: try Self.range(row.bezorgdag, 0...10, place), noDelivery: noDelivery,
            noDeliveryOnHolidays: row.geenBezorgingOpFeestdagen,
            termDays: try Self.range(row.termijnDagen, 1...90, place),
            legalDays: row.wettelijkeDagen, extendsToWorkday: row.verlengtNaarWerkdag, article: row.artikel)
    }
}
