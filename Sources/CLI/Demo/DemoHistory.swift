import Basics
import Exchange
import Foundation
import Incasso
import Jobs
import Journal
import Klanten
import Web
import Yams
import Zaken

/// Makes the demo's past by living it: nine months of files, letters, calls and payments, each through the real acts
/// under a simulated clock.
struct DemoHistory {
    static let months = 9

    let house: House
    let portfolio: Portfolio
    let answers: DemoAnswers
    let clock: DemoClock
    /// The casemanagers who do the work.
    let colleagues: [Gebruiker]
    let first: Day
    let today: Day
    /// When the history ends: what comes after is the visitor's.
    let now: Moment
    private var bank: DemoBank { DemoBank(account: portfolio.bron.schuldeiser.iban) }

    init(
        house: House, clock: DemoClock, colleagues: [Gebruiker], now: Moment, seed: UInt64 = 2026, debtors: Int = 490
    ) throws {
        let folder = house.settings.content + "/demo"
        self.house = house
        self.clock = clock
        self.colleagues = colleagues.filter { $0.role == .casemanager }
        self.now = now
        today = now.day
        first = DemoHistory.begin(before: now).day
        portfolio = Portfolio(
            bron: try .read(folder + "/portefeuille.yaml"), seed: seed, count: debtors, months: DemoHistory.months)
        answers = try .read(folder + "/antwoorden.yaml")
    }

    /// The morning of the first day of a history that ends now.
    static func begin(before now: Moment) -> Moment { Moment(now.day.adding(months: -months), hour: 6) }

    /// Lives from the first day to now; `progress` hears each day.
    func live(progress: (Day, Double) -> Void) async throws {
        clock.hold(at: Moment(first, hour: 6))
        let creditor = portfolio.bron.schuldeiser.value
        let count = portfolio.debiteuren.count
        let told = DemoSturing(creditor: creditor.code, debtors: count, first: first.adding(years: -1))
        try await house.office.act(as: .system("demo")) { act in
            try act.tx.schuldeisers.put(creditor)
            try act.tx.deurwaarders.put(.demo)
            try told.run(in: act)
        }
        var people = DemoPeople(portfolio)
        var balance = Money.euros(250_000)
        var day = first
        while day < today {
            clock.hold(at: Moment(day, hour: 7))
            try await receiveFile(on: day)
            try await house.runHistory(until: Moment(day, hour: 8))
            if !day.isWeekend {
                clock.hold(at: Moment(day, hour: 10))
                try await workTheList(on: day, &people)
            }
            clock.hold(at: Moment(day, hour: 18))
            try await people.listen(to: house, on: day)
            balance = try await receivePayments(people.payments(on: day), balance, on: day)
            progress(day, Double(day - first) / Double(max(1, today - first)))
            day = day + 1
        }
        clock.hold(at: now)
        try await receiveFile(on: today)
        try await house.runHistory(until: now)
        try await DemoDesks(house: house, colleagues: colleagues, today: today, answers: answers).fill()
    }

    /// On the tenth of each month the creditor's file comes in, with the rents that stayed unpaid.
    private func receiveFile(on day: Day) async throws {
        guard day.day == 10 else { return }
        let month = (day.year - first.year) * 12 + day.month - first.month
        let csv = portfolio.file(forMonth: month, dueOn: day - 9)
        let url = FileManager.default.temporaryDirectory.appending(path: "posten-\(day)-\(UUID().uuidString).csv")
        try csv.write(to: url, atomically: true, encoding: .utf8)
        defer { removeQuietly(url) }
        _ = try await Postenimport(office: house.office, schuldeiser: portfolio.bron.schuldeiser.code)
            .run(ImportFile(at: url), named: "posten-\(day).csv", by: "demo")
    }

    /// The casemanagers do what must be done today; the last days are left to the visitor.
    private func workTheList(on day: Day, _ people: inout DemoPeople) async throws {
        let list = Werkvoorraad(van: .groepen(["incasso", "klantenservice", "teamleider"]))
        let lines = try await house.office.read { tx in try list.lines(in: tx, limit: 60) }
        for (index, line) in lines.enumerated() where line.taak.uiterlijk <= day && day < today - 30 {
            let behaviour = people.behaviour(of: line.klant, at: line.taak.formulier)
            let answer = answers.fill(line.taak.formulier, for: behaviour, amount: line.bedrag, on: day)
            guard let answer else { continue }
            let who = colleagues[index % colleagues.count]
            let completion = Taak.Completion(
                taak: line.taak.id, invoer: answer, door: Medewerker(who.login), als: .onbegrensd)
            do {
                try await house.office.act(as: .user(who.id)) { act in try completion.run(in: act) }
            } catch is PoortRefusal { continue } catch is RegelingRefusal { continue }
        }
    }

    private func receivePayments(_ entries: [DemoBank.Entry], _ opening: Money, on day: Day) async throws -> Money {
        guard !entries.isEmpty else { return opening }
        let text = bank.statement(on: day, opening: opening, entries)
        let url = FileManager.default.temporaryDirectory.appending(path: "camt-\(day)-\(UUID().uuidString).xml")
        try text.write(to: url, atomically: true, encoding: .utf8)
        defer { removeQuietly(url) }
        _ = try await Afschriftimport(office: house.office)
            .run(ImportFile(at: url), named: "camt053-\(day).xml", by: "demo")
        return opening + entries.map(\.amount).sum
    }

    private func removeQuietly(_ url: URL) {
        do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path)") }
    }
}

extension PortfolioBron.Schuldeiser {
    var value: Schuldeiser {
        Schuldeiser(
            code: code, naam: naam, adres: Adres(regel: adresregel, postcode: postcode, plaats: plaats), kvk: kvk,
            iban: iban, telefoon: telefoon, email: email, website: website)
    }
}

extension Portfolio {
    /// The open items of a month as the creditor's file has them.
    func file(forMonth month: Int, dueOn due: Day) -> String {
        let heading =
            "debiteurnummer;naam;adres;postcode;plaats;email;telefoon;iban;factuurnummer;omschrijving;soort;factuurdatum;vervaldatum;bedrag;openstaand"
        let lines = debiteuren.filter { $0.gemist.contains(month) }.map { person in
            let amount = person.huur.description.replacing(".", with: ",")
            return [
                person.nummer, person.naam, person.adres, person.postcode, person.plaats, person.email, person.telefoon,
                person.iban, "H\(due.year)\(due.month)-\(person.nummer)", "Huur \(due.month)-\(due.year)", "huur",
                (due - 14).description, due.description, amount, amount,
            ].joined(separator: ";")
        }
        // One line of each file names a day that does not exist, as files of the world do.
        let bad =
            "99999;Fout Voorbeeld;Voorbeeldplein 2;3012 BB;Rotterdam;;;;F\(due.year)\(due.month)-99999;Huur;huur;;\(due.year)-02-31;100,00;100,00"
        return ([heading] + lines + [bad]).joined(separator: "\n") + "\n"
    }
}

/// How the demo's casemanagers answer a form (`Content/demo/antwoorden.yaml`).
struct DemoAnswers: Sendable {
    private let byForm: [String: [String: [String: String]]]

    static func read(_ path: String) throws -> DemoAnswers {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return DemoAnswers(byForm: try YAMLDecoder().decode([String: [String: [String: String]]].self, from: text))
    }

    /// What lies on the desks on the last day.
    func desk(_ kind: String) -> [String: String] { byForm["bureau"]?[kind] ?? [:] }

    /// The filled form; nothing for a form that the demo leaves to its visitor.
    func fill(_ form: String?, for behaviour: Portfolio.Gedrag?, amount: Money, on day: Day) -> [String: String]? {
        guard let form, let choices = byForm[form] else { return nil }
        let answer = behaviour.flatMap { choices[$0.rawValue] } ?? choices["anders"]
        return answer?.mapValues { value in
            if value.hasPrefix("+"), let days = Int(value.dropFirst()) { return (day + days).description }
            if value == "@termijn" { return DemoAnswers.instalment(of: amount).description }
            return value
        }
    }

    /// A sixth of what is open, in steps of five euros, at least fifty.
    private static func instalment(of amount: Money) -> Money {
        max(.euros(50), .euros(amount.cents / 6 / 500 * 5))
    }
}

extension Deurwaarder {
    /// The bailiff of the demo, who does not exist.
    fileprivate static let demo = Deurwaarder(
        code: "voorbeeld", naam: "Gerechtsdeurwaarder Voorbeeld",
        adres: Adres(regel: "Voorbeeldkade 1", postcode: "3011 AA", plaats: "Rotterdam"), telefoon: "010 000 00 00",
        email: "dossiers@deurwaarder.example")
}
