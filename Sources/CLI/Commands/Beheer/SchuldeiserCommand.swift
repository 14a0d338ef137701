import ArgumentParser
import Basics
import Database
import Exchange
import Incasso
import Journal
import Klanten
import Zaken

/// Works with the creditors.
struct SchuldeiserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schuldeiser", abstract: "Work with the creditors whose files are imported.",
        subcommands: [SchuldeiserAdd.self, SchuldeiserList.self])
}

/// Adds a creditor, or takes over what changed of one that is known.
struct SchuldeiserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a creditor, or change the one with this code.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "A short code that imports use, such as woonstad.") var code: String
    @Option(help: "The name on letters.") var naam: String
    @Option(help: "Street and number.") var adres: String
    @Option(help: "The postal code.") var postcode: String
    @Option(help: "The town.") var plaats: String
    @Option(help: "The number at the chamber of commerce.") var kvk: String
    @Option(help: "The account that payments come to.") var iban: String
    @Option(help: "The telephone number on letters.") var telefoon: String
    @Option(help: "The mail address on letters.") var email: String
    @Option(help: "The website on letters.") var website: String
    @Option(help: "The registration number of the collecting firm (Wki art. 11).") var wki: String?
    @Flag(inversion: .prefixedNo, help: "Raise collection costs by VAT (BIK art. 2 lid 3).") var btw: Bool?

    func validate() throws {
        guard !code.isEmpty, code.count <= 40,
            code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { throw ValidationError("The code is of letters, digits and hyphens, at most 40.") }
        guard IBAN(iban) != nil else { throw ValidationError("\(iban) is not an IBAN: its check digits do not fit.") }
    }

    func run() async throws {
        let house = try await House.open(try await Settings.read(house), clock: House.realTime)
        let given = Schuldeiser(
            code: code, naam: naam, adres: Adres(regel: adres, postcode: postcode, plaats: plaats), kvk: kvk,
            iban: IBAN(iban)?.text ?? iban, telefoon: telefoon, email: email, website: website, wki: wki,
            btwOverKosten: btw ?? false)
        try await house.office.act(as: .system("schuldeiser")) { [wki, btw] act in
            var creditor = given
            if let known = try act.tx.schuldeisers.find(given.code) {
                creditor.keep(known, wki: wki == nil, btw: btw == nil)
            }
            try creditor.put(in: act)
        }
        await house.close()
        print("\(code) is known.")
    }
}

extension Schuldeiser {
    /// Keeps what this command does not say, such as what an administrator set on the screen.
    fileprivate mutating func keep(_ known: Schuldeiser, wki keepsNumber: Bool, btw keepsTax: Bool) {
        (wkiNodig, incassant, deurwaarder, afspraken) =
            (known.wkiNodig, known.incassant, known.deurwaarder, known.afspraken)
        if keepsNumber { wki = known.wki }
        if keepsTax { btwOverKosten = known.btwOverKosten }
    }
}

/// Lists the creditors.
struct SchuldeiserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the creditors by code.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await House.openDatabase(try await Settings.read(house))
        let all = try await database.read { try $0.schuldeisers.all() }
        await database.close()
        for one in all { print("\(one.code)\t\(one.naam)\t\(one.iban)") }
        if all.isEmpty { tell("No creditor is known yet; add one with `ontknoop schuldeiser add`.") }
    }
}
