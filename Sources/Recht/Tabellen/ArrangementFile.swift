import Basics

/// `betaalregeling.yaml`.
struct ArrangementFile: TableFile {
    static let name = "betaalregeling.yaml"

    struct Terms: Decodable {
        let onder: String?
        let aantal: Int
    }

    struct Row: Decodable {
        let van: Day
        let bron: String
        let deelVanRuimte, stap, minimum, vakantiegeldDeel: String
        let termijnen: [Terms]
        let grensMedewerker, grensLeidinggevende, respijtDagen, pogingenVoorEinde: Int
    }

    let regels: [Row]

    func table() throws(RechtTableFlaws) -> DatedTable<ArrangementPolicy> {
        var rows: [Dated<ArrangementPolicy>] = []
        for row in regels { rows.append(Dated(from: row.van, try policy(row), source: row.bron)) }
        return DatedTable(rows)
    }

    private func policy(_ row: Row) throws(RechtTableFlaws) -> ArrangementPolicy {
        let place = "\(row.van)"
        var terms: [ArrangementPolicy.Terms] = []
        for term in row.termijnen {
            let under: Money? = if let text = term.onder { try Self.money(text, place) } else { nil }
            terms.append(.init(under: under, count: try Self.range(term.aantal, 1...600, place)))
        }
        return ArrangementPolicy(
            share: try Self.percent(row.deelVanRuimte, place), step: try Self.money(row.stap, place),
            minimum: try Self.money(row.minimum, place), terms: terms,
            employeeLimit: try Self.range(row.grensMedewerker, 1...600, place),
            managerLimit: try Self.range(row.grensLeidinggevende, 1...600, place),
            graceDays: try Self.range(row.respijtDagen, 0...60, place),
            attemptsBeforeEnd: try Self.range(row.pogingenVoorEinde, 0...20, place),
            holidayShare: try Self.percent(row.vakantiegeldDeel, place))
    }
}
