import Basics

/// `contact.yaml`.
struct ContactFile: TableFile {
    static let name = "contact.yaml"

    struct Window: Decodable {
        let van: Day
        let begin: String
        let einde: String
        let geenDagen: [String]
        let nietOpFeestdagen: Bool
        let artikel: String
        let bron: String
    }

    struct Cap: Decodable {
        let van: Day
        let aantal: Int
        let dagen: Int
        let artikel: String
        let bron: String
    }

    let vensters: [Window]
    let hoogstens: [Cap]
    let klachten: Complaints

    struct Complaints: Decodable {
        let werkdagen: Int
        let antwoordWerkdagen: Int
        let artikel: String
    }

    func rules(_ calendar: WorkCalendar) throws(RechtTableFlaws) -> ContactRules {
        var windows: [Dated<ContactWindow>] = []
        for row in vensters { windows.append(Dated(from: row.van, try window(row), source: row.bron)) }
        let caps = hoogstens.map { row in
            Dated(from: row.van, ContactCap(count: row.aantal, days: row.dagen, article: row.artikel), source: row.bron)
        }
        return ContactRules(
            windows: DatedTable(windows), caps: caps, calendar: calendar, complaintDays: klachten.werkdagen,
            complaintAnswerDays: klachten.antwoordWerkdagen)
    }

    private func window(_ row: Window) throws(RechtTableFlaws) -> ContactWindow {
        var noDays: [Day.Weekday] = []
        for day in row.geenDagen { noDays.append(try Self.weekday(day, "vensters")) }
        let (opens, closes) = (try minutes(row.begin), try minutes(row.einde))
        guard opens < closes else { throw RechtTableFlaws(Self.name, "vensters", "the window closes before it opens") }
        return ContactWindow(
            opens: opens, closes: closes, noDays: noDays, notOnHolidays: row.nietOpFeestdagen, article: row.artikel)
    }

    private func minutes(_ text: String) throws(RechtTableFlaws) -> Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0...59).contains(parts[1]) else {
            throw RechtTableFlaws(Self.name, "vensters", "not a time such as 07:00: \(text)")
        }
        return parts[0] * 60 + parts[1]
    }
}
