import ArgumentParser
import Basics
import Bibliotheek
import Journal
import Zaken

/// What is in the library.
struct LibraryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Name the sources: the newest version of each, and whether it may be cited today.")

    @OptionGroup var house: HouseOptions
    @Flag(help: "Answer as JSON, on one line.") var json = false

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        let newest = try await house.office.read { try $0.bronnen.newest() }
        await house.close()
        let today = House.realTime().day
        guard !json else { return show(.array(newest.map { $0.line(on: today) }), asJSON: true) }
        for one in newest {
            let days = [one.geldigVan.map { "from \($0)" }, one.geldigTot.map { "to \($0)" }].compactMap(\.self)
            print(
                "\(one.isValid(on: today) ? "valid  " : "LAPSED ") \(one.bron.naam)  version \(one.nummer)  \(one.titel)"
                    + (days.isEmpty ? "" : "  (\(days.joined(separator: " ")))"))
        }
        if newest.isEmpty { tell("The library is empty; ontknoop library add PATH… fills it.") }
    }
}

extension Bronversie {
    fileprivate func line(on day: Day) -> JSON {
        [
            "name": .string(bron.naam), "version": JSON(nummer), "title": .string(titel),
            "valid": .bool(isValid(on: day)),
            "from": geldigVan.map { JSON($0) } ?? .null, "to": geldigTot.map { JSON($0) } ?? .null,
            "hash": .string(hash),
        ]
    }
}

/// A source that may not be cited any more.
struct LibraryExpire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expire", abstract: "Say until which day the newest version of a source may be cited.")

    @OptionGroup var house: HouseOptions
    @Option(help: "The last day, such as 2026-12-31. Default: yesterday.", transform: Day.typed) var tot: Day?
    @Argument(help: "The name of the source, as library list gives it.") var naam: String

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        let last = tot ?? House.realTime().day - 1
        do {
            try await house.office.act(as: .system("library")) { act in
                guard let bron = try act.tx.bronnen.find(naam: naam) else { throw BronRefusal.unknownBron }
                try Bron.Expiry(bron: bron.id, tot: last).run(in: act)
            }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        tell("\(naam): may be cited up to \(last)")
    }
}

extension Day {
    /// A day as an option has it; what is none is refused with the form that is expected.
    static func typed(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("“\(text)” is no day; a day is written 2026-12-31.") }
        return day
    }
}
