import ArgumentParser
import Basics
import Foundation
import Incasso
import Sturing

/// Runs the night over all open claims, or goes on with it.
struct Night: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring interest, terms, states and arrangements of all open claims up to a day.",
        discussion: """
            It may be stopped at any moment, also by Ctrl-C; the next run of the same day goes on where it was. A second run \
            changes nothing.
            """)

    @OptionGroup var house: HouseOptions
    @Option(help: "The day, as 2026-04-10. Default today.") var day: String?
    @Flag(help: "Print what was done as JSON.") var json = false

    func validate() throws {
        guard day.map({ Day($0) != nil }) ?? true else { throw ValidationError("--day is a day such as 2026-04-10") }
    }

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        let dag = day.flatMap { Day($0) } ?? House.realTime().day
        let start = ContinuousClock.now
        let report = try await Nachtloop(office: house.office, recht: house.recht).run(on: dag) { done in
            FileHandle.standardError.write(Data("\r\(done) claims".utf8))
            return true
        }
        try await Periodeboek(office: house.office, recht: house.recht).run(on: dag)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        FileHandle.standardError.write(Data("\r".utf8))
        await house.close()
        let signals = Nachtsignaal.allCases.map { ($0.rawValue, report.signalen[$0] ?? 0) }
        if json {
            let counts = signals.reduce(into: [String: JSON]()) { $0[$1.0] = JSON($1.1) }
            print(
                JSON.object([
                    "dag": JSON(dag), "vorderingen": JSON(report.vorderingen), "gewijzigd": JSON(report.gewijzigd),
                    "hersteld": JSON(report.hersteld), "mislukt": JSON(report.mislukt.aantal),
                    "signalen": .object(counts),
                ]).pretty)
        } else {
            print("\(dag): \(report.vorderingen) open claims, \(report.gewijzigd) rows changed, \(Int(seconds)) s")
            for (name, count) in signals where count > 0 { print("  \(name): \(count)") }
            for one in report.mislukt.eerste { print("  not done: \(one.over.text): \(one.oorzaak)") }
            if report.mislukt.aantal > report.mislukt.eerste.count {
                print("  not done in all: \(report.mislukt.aantal)")
            }
            if report.hersteld > 0 { print("  watched again: \(report.hersteld)") }
        }
    }
}

extension Nachtmislukking.Over {
    fileprivate var text: String {
        switch self {
        case .vordering(let id): "claim \(id)"
        case .zaak(let id): "zaak \(id)"
        }
    }
}
