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

    struct Convention: Decodable {
        let van: Day
        let laatsteDagTelt: Bool
        let jaar: String
        let bijschrijving: String
        let afronding: String
        let bron: String
    }

    let consument: Table
    let handel: Table
    let rekenwijze: [Convention]?

    func rates() throws(RechtTableFlaws) -> InterestRates {
        try InterestRates(
            consument: table(consument, "consument"), handel: table(handel, "handel"), conventions: conventions())
    }

    private func conventions() throws(RechtTableFlaws) -> DatedTable<InterestConventions> {
        var rows: [Dated<InterestConventions>] = []
        for row in rekenwijze ?? [] {
            let place = "rekenwijze \(row.van)"
            var one = InterestConventions()
            one.lastDayCounts = row.laatsteDagTelt
            one.yearBasis = try Self.choice(row.jaar, ["365": .fixed365, "werkelijk": .actual], place)
            one.compounding = try Self.choice(
                row.bijschrijving, ["geen": .none, "onbetaald": .unpaid, "alles": .all], place)
            one.rounding = try Self.choice(row.afronding, ["eens": .once, "per-deel": .perSegment], place)
            rows.append(Dated(from: row.van, one, source: row.bron))
        }
        return DatedTable(rows)
    }

    private static func choice<Choice>(_ word: String, _ choices: [String: Choice], _ place: String)
        throws(RechtTableFlaws) -> Choice
    {
        guard let choice = choices[word] else {
            throw RechtTableFlaws(
                name, place, "\(word) is none of \(choices.keys.sorted().joined(separator: ", "))")
        }
        return choice
    }

    private func table(_ table: Table, _ place: String) throws(RechtTableFlaws) -> DatedTable<Rate> {
        var rows: [Dated<Rate>] = []
        for row in table.rijen {
            rows.append(Dated(from: row.van, try Self.percent(row.percentage, "\(place) \(row.van)"), source: row.bron))
        }
        return DatedTable(rows, knownUntil: table.bekendTot)
    }
}
