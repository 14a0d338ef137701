import ArgumentParser
import Basics
import Database
import Journal
import Zaken

/// Works with the systems of partners that give messages and signals by a call, or ask the adviser.
struct KoppelingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "koppeling", abstract: "Work with systems of partners that give messages and signals.",
        subcommands: [KoppelingAdd.self, KoppelingStop.self, KoppelingList.self])
}

/// Adds a koppeling with a key of its own, or takes over what changed of one that is known.
struct KoppelingAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a koppeling, or change the one with this code; a new key is shown once.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "A short code, such as debiteurenpakket.") var code: String
    @Option(help: "Whose system it is.") var naam: String
    @Option(name: .customLong("bericht"), help: "A message that it may give; may be given more than once.")
    var berichten: [String] = []
    @Option(name: .customLong("signaal"), help: "A signal that it may give; may be given more than once.")
    var signalen: [String] = []
    @Flag(help: "It may ask the adviser over HTTP; it sees nothing of any zaak.") var advies = false
    @Flag(name: .customLong("nieuwe-sleutel"), help: "Give a known koppeling another key; the old one no longer holds.")
    var isNewKey = false

    func validate() throws {
        guard !code.isEmpty, code.count <= 40,
            code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { throw ValidationError("The code is of letters, digits and hyphens, at most 40.") }
        guard advies || !(berichten + signalen).isEmpty else {
            throw ValidationError("Name what it may do: --bericht NAME, --signaal NAME or --advies.")
        }
    }

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        var random = SystemRandomNumberGenerator()
        let key = Toegangssleutel(random: &random).text
        let one = Koppeling(code: code, naam: naam, berichten: berichten, signalen: signalen, advies: advies)
        let given = try await house.office.act(as: .system("beheer")) { [isNewKey] act in
            // One that was stopped comes back with another key.
            let holds = try act.tx.koppelingen.find(one.code)?.isActief == true
            return try Koppeling.Change(one, sleutel: holds && !isNewKey ? nil : key).run(in: act)
        }
        await house.close()
        print(given ? "\(code) may call with this key, which is shown only now:\n\(key)" : "\(code) is changed.")
    }
}

/// Lets a koppeling in no more.
struct KoppelingStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stop", abstract: "Let a koppeling in no more.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "Its code.") var code: String

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        let isKnown = try await house.office.act(as: .system("beheer")) { [code] act in
            guard var one = try act.tx.koppelingen.find(code) else { return false }
            one.isActief = false
            _ = try Koppeling.Change(one).run(in: act)
            return true
        }
        await house.close()
        guard isKnown else { throw ValidationError("There is no koppeling \(code).") }
        print("\(code) is let in no more.")
    }
}

/// Lists the koppelingen.
struct KoppelingList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the koppelingen by code.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await House.openDatabase(try await Settings.read(house))
        let all = try await database.read { try $0.koppelingen.all() }
        await database.close()
        for one in all {
            let names =
                one.berichten.map { "bericht \($0)" } + one.signalen.map { "signaal \($0)" }
                + (one.advies ? ["advies"] : [])
            print("\(one.code)\t\(one.naam)\t\(one.isActief ? "" : "stopped")\t\(names.joined(separator: ", "))")
        }
        if all.isEmpty { tell("No koppeling is known yet; add one with `ontknoop koppeling add`.") }
    }
}
