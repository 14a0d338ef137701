import ArgumentParser
import Basics
import Database
import Exchange
import Foundation
import Incasso
import Web
import Zaken

/// Takes files in, as dragging them onto the page does.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in open items (CSV), invoices (UBL 2.1) and bank statements (camt.053, MT940).")

    @OptionGroup var house: HouseOptions
    @Option(help: "The creditor's code; needed for open items and invoices.") var schuldeiser: String?
    @Argument(help: "The files.") var files: [String]

    func run() async throws {
        let (house, words) = try await House.opened(house)
        var refused = false
        for file in files {
            let report = try await house.take(file, of: schuldeiser)
            print(report.summary)
            refused = refused || report.staat == .geweigerd
            for line in try await house.database.read({ tx in try tx.imports.rejections(of: report.id) }) {
                let why = words.rejection(line.reden)
                print("  line \(line.regel): \(line.veld) '\(line.waarde)': \(line.reden) (\(why))")
            }
        }
        await house.close()
        if refused { throw ExitCode.failure }
    }
}

extension House {
    func take(_ file: String, of schuldeiser: String?) async throws -> Importverslag {
        let url = URL(fileURLWithPath: file)
        let name = url.lastPathComponent
        let progress = Progress()
        defer { progress.end() }
        return try await Bestandsimport(office: office, schuldeiser: schuldeiser ?? "").run(
            ImportFile(at: url), named: name, by: "cli"
        ) { report in
            progress.show("\(report.bestandsnaam): \(report.gelezen)")
        }
    }
}

extension Importverslag {
    var summary: String {
        let out = uitgaand == 0 ? "" : ", \(uitgaand) no receipt"
        let counts = "\(gelezen) read, \(nieuw) new, \(bekend) known, \(afgewezen) rejected\(out)"
        return "\(bestandsnaam): " + (fout.map { "refused: \($0)" } ?? counts)
    }
}
