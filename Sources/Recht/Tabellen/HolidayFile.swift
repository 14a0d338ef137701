import Basics

/// `feestdagen.yaml`.
struct HolidayFile: TableFile {
    static let name = "feestdagen.yaml"

    struct Row: Decodable {
        let naam: String
        let van: Day
        let tot: Day?
        let dag: String?
        let pasen: Int?
        let opZondag: Int?
    }

    let feestdagen: [Row]

    func calendar() throws(RechtTableFlaws) -> WorkCalendar {
        guard feestdagen.count <= 60 else { throw RechtTableFlaws(Self.name, nil, "more than 60 holidays") }
        var holidays: [Holiday] = []
        for row in feestdagen {
            holidays.append(Holiday(name: row.naam, rule: try rule(row), from: row.van, until: row.tot))
        }
        return WorkCalendar(holidays: holidays)
    }

    private func rule(_ row: Row) throws(RechtTableFlaws) -> Holiday.Rule {
        if let offset = row.pasen { return .easter(offset: try Self.range(offset, -100...100, row.naam)) }
        let parts = (row.dag ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, Day(2024, parts[0], parts[1]) != nil else {
            throw RechtTableFlaws(Self.name, row.naam, "needs dag as month-day, or pasen as days after Easter")
        }
        let moved = try Self.range(row.opZondag ?? 0, -6...6, row.naam)
        return .date(month: parts[0], day: parts[1], movedOnSunday: moved)
    }
}
