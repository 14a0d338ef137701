import Basics
import Exchange
import Foundation
import Incasso
import TestHouse

/// Takes in open items, one for each of so many debtors, forty-five days ago, by the import of every day.
struct Intake {
    let debtors: Int

    func run(on location: String) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "posten-\(debtors).csv")
        try write(to: file)
        try await withDatabase(location) { database in
            let house = try await TestHouse(database, at: wall().adding(days: -45))
            let took = try await seconds {
                let report = try await Postenimport(office: house.office, schuldeiser: Zonnedorp.code)
                    .run(ImportFile(at: file), named: "posten.csv", by: "benchmark")
                print("\(report.nieuw) new, \(report.afgewezen) rejected")
            }
            tell("import of \(debtors) open items (CSV)", "\(brief(took)) s, \(peakMemory())")
        }
        try FileManager.default.removeItem(at: file)
    }

    private func write(to file: URL) throws {
        var random = SeededRandom(seed: 7)
        let due = wall().adding(days: -90).day
        let lines = (1...debtors).map { number in
            let euros = Int.random(in: 100...1_900, using: &random)
            let mail = number.isMultiple(of: 2) ? "m\(number)@voorbeeld.example" : ""
            return [
                "M\(number)", "\(People.name(number)) \(People.family(number))",
                "\(People.street(number)) \(number % 300 + 1)", "1234 AB", "Zonnedorp", mail, People.account(number),
                "F\(number)", "huur", "\(due)", "\(euros),50",
            ].joined(separator: ";")
        }
        try postenbestand(lines).write(to: file, atomically: true, encoding: .utf8)
    }
}

/// Invented people, enough of them to give searches something to do.
enum People {
    private static let names = [
        "Anna", "Bram", "Chris", "Daan", "Eva", "Femke", "Gijs", "Hanna", "Iris", "Jan", "Kees", "Lies", "Mila",
        "Noor", "Otto", "Piet", "Roos", "Sem", "Tess", "Umar", "Vera", "Wim", "Yara",
    ]
    private static let families = [
        "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker",
        "Brouwer", "Koning", "Maas", "Kok", "Haan", "Post", "Kuiper", "Prins", "Blom", "Huis", "Leeuw", "Schaap",
        "Dijk", "Boer", "Graaf", "Wit", "Bruin", "Zwart",
    ]
    private static let streets = [
        "Iepenplein", "Dorpsstraat", "Kerkweg", "Molenlaan", "Beukenhof", "Lindelaan", "Eikenpad", "Rozenstraat",
    ]

    static func name(_ number: Int) -> String { names[number % names.count] }
    static func family(_ number: Int) -> String { families[number / 7 % families.count] }
    static func street(_ number: Int) -> String { streets[number / 3 % streets.count] }

    /// An account with its check digits (ISO 13616), different for each.
    static func account(_ number: Int) -> String {
        let digits = String(number)
        let account = String(repeating: "0", count: 10 - digits.count) + digits
        let check = 98 - remainder(of: "INGB" + account + "NL00")
        return "NL" + (check < 10 ? "0" : "") + "\(check)INGB" + account
    }

    private static func remainder(of text: String) -> Int {
        text.reduce(0) { rest, sign in
            let value = sign.wholeNumberValue ?? Int(sign.asciiValue ?? 65) - 55
            return (rest * (value > 9 ? 100 : 10) + value) % 97
        }
    }
}
