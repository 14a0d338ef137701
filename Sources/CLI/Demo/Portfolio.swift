import Basics
import Foundation
import Yams

/// The fictitious people of the demo, the same for the same seed.
struct Portfolio: Sendable {
    /// What a debtor of the demo does when asked to pay.
    enum Gedrag: String, Sendable, CaseIterable, Decodable {
        case betaaltNaHerinnering = "betaalt_na_herinnering"
        case betaaltNaAanmaning = "betaalt_na_aanmaning"
        case regelingGehouden = "regeling_gehouden"
        case regelingGemist = "regeling_gemist"
        case betaaltNaBellen = "betaalt_na_bellen"
        case hulp, betwist
        case nietBereikt = "niet_bereikt"
    }

    struct Debiteur: Sendable {
        let nummer: String
        let naam: String
        let adres: String
        let postcode: String
        let plaats: String
        let email: String
        let telefoon: String
        let iban: String
        let huur: Money
        let gedrag: Gedrag
        /// The months, counted from the first of the demo, whose rent stays unpaid at first.
        let gemist: [Int]
        /// How many days after being asked this person pays.
        let traagheid: Int
    }

    let bron: PortfolioBron
    let debiteuren: [Debiteur]

    init(bron: PortfolioBron, seed: UInt64, count: Int, months: Int) {
        var random = SeededRandom(seed: seed)
        self.bron = bron
        let people = (1...count).map { bron.debiteur($0, months: months, &random) }
        debiteuren = count < Portfolio.small ? people.enumerated().map { $1.underway($0, months: months) } : people
    }

    /// With fewer people than this chance alone may leave nothing to do on the last day.
    private static let small = 40
}

extension Portfolio.Debiteur {
    /// Of every four three who are in the middle of it on the last day: the rent of one or two months ago stayed unpaid, and letters bring
    /// nothing. Four weeks after the file someone is called.
    fileprivate func underway(_ place: Int, months: Int) -> Self {
        guard place % 4 != 3 else { return self }
        let kinds: [Portfolio.Gedrag] = [.betaaltNaBellen, .hulp, .nietBereikt, .betwist]
        return Portfolio.Debiteur(
            nummer: nummer, naam: naam, adres: adres, postcode: postcode, plaats: plaats, email: email,
            telefoon: telefoon, iban: iban, huur: huur, gedrag: kinds[(place / 4 + place) % kinds.count],
            gemist: [max(0, months - (place % 3 == 2 ? 2 : 1))], traagheid: traagheid)
    }
}

/// What the demo draws its people from (`Content/demo/portefeuille.yaml`).
struct PortfolioBron: Sendable, Decodable {
    struct Schuldeiser: Sendable, Decodable {
        let code, naam, adresregel, postcode, plaats, kvk, iban, telefoon, email, website: String
    }

    struct Plaats: Sendable, Decodable {
        let naam: String
        let postcode: Int
    }

    let schuldeiser: Schuldeiser
    let voornamen, tussenvoegsels, achternamen, straten: [String]
    let plaatsen: [Plaats]
    let gedrag: [String: Int]

    static func read(_ path: String) throws -> PortfolioBron {
        try YAMLDecoder().decode(PortfolioBron.self, from: String(contentsOfFile: path, encoding: .utf8))
    }
}

extension PortfolioBron {
    func debiteur(_ number: Int, months: Int, _ random: inout SeededRandom) -> Portfolio.Debiteur {
        let first = pick(voornamen, &random)
        let prefix = pick(tussenvoegsels, &random)
        let last = pick(achternamen, &random)
        let place = plaatsen[Int.random(in: plaatsen.indices, using: &random)]
        let letters = "ABCDEGHJKLNPRSTVWXZ"
        let code =
            "\(place.postcode)\(Int.random(in: 10...99, using: &random)) "
            + String((0..<2).map { _ in letters.randomElement(using: &random) ?? "A" })
        let account = String(format: "%010d", number * 7_919 + 100_000)
        return Portfolio.Debiteur(
            nummer: String(10_000 + number), naam: [first, prefix, last].filter { !$0.isEmpty }.joined(separator: " "),
            adres: "\(pick(straten, &random)) \(Int.random(in: 1...180, using: &random))", postcode: code,
            plaats: place.naam,
            email: Int.random(in: 0..<10, using: &random) < 7
                ? "\(first.lowercased().folded).\(number)@klant.example" : "",
            telefoon: "06 0000 \(String(format: "%04d", number))", iban: iban("TEST", account),
            huur: Money(cents: Int64.random(in: 52_000...89_500, using: &random)), gedrag: behaviour(&random),
            gemist: missed(months, &random), traagheid: Int.random(in: 2...11, using: &random))
    }

    private func pick(_ words: [String], _ random: inout SeededRandom) -> String {
        words.randomElement(using: &random) ?? ""
    }

    private func behaviour(_ random: inout SeededRandom) -> Portfolio.Gedrag {
        var draw = Int.random(in: 0..<max(1, gedrag.values.reduce(0, +)), using: &random)
        for kind in Portfolio.Gedrag.allCases {
            draw -= gedrag[kind.rawValue] ?? 0
            if draw < 0 { return kind }
        }
        return .betaaltNaHerinnering
    }

    /// From one to seven months, spread so that the portfolio holds nearly four claims a debtor.
    private func missed(_ months: Int, _ random: inout SeededRandom) -> [Int] {
        let count = Int.random(in: 1...7, using: &random)
        let start = Int.random(in: 0..<months, using: &random)
        return (0..<count).map { start + $0 }.filter { $0 < months }.isEmpty
            ? [start] : (0..<count).map { (start + $0) % months }.sorted()
    }

    /// A Dutch account number with the right check digits (ISO 13616) at a bank that does not exist.
    private func iban(_ bank: String, _ account: String) -> String {
        let digits = (bank + account + "NL00").map { $0.isNumber ? String($0) : String(Int($0.asciiValue ?? 65) - 55) }
        let remainder = digits.joined().reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
        return "NL" + String(format: "%02d", 98 - remainder) + bank + account
    }
}

extension String {
    /// Without accents and spaces, for a mail address.
    var folded: String { folding(options: .diacriticInsensitive, locale: nil).filter { $0.isASCII && $0.isLetter } }
}
