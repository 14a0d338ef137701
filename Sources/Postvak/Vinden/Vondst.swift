public import Basics
public import Database
import Exchange
import Incasso
public import Klanten
import Procesbot
public import Zaken

/// A zaak where a mail may belong, with everything that points there; a person decides.
public struct Vondst: Hashable, Sendable, Identifiable {
    /// What points at a zaak, the strongest first.
    public enum Grond: String, Hashable, Sendable, CaseIterable {
        /// It answers a letter of ours.
        case antwoord
        case zaaknummer, betalingskenmerk, factuurnummer
        /// It came from the address that we have of this person.
        case afzender
        case geboortedatum, bedrag
        /// The number of the zaak without its year, as in `zaak 101`.
        case kortnummer
        case naam
        /// The full name stands in the words, whoever wrote them.
        case genoemd
        /// An amount in whole euros that lies within a euro of theirs.
        case euros

        /// A reference that only this zaak has.
        var isExact: Bool {
            switch self {
            case .antwoord, .zaaknummer, .betalingskenmerk, .factuurnummer: true
            case .afzender, .geboortedatum, .bedrag, .kortnummer, .naam, .genoemd, .euros: false
            }
        }

        var weight: Int {
            switch self {
            case .antwoord, .zaaknummer, .betalingskenmerk: 50
            case .factuurnummer: 40
            case .afzender: 30
            case .geboortedatum: 20
            case .kortnummer: 15
            case .bedrag: 12
            case .naam: 10
            case .genoemd: 9
            case .euros: 6
            }
        }
    }

    public enum Zekerheid: String, Hashable, Sendable, CaseIterable, Comparable {
        case mogelijk, waarschijnlijk, zeker

        public static func < (left: Zekerheid, right: Zekerheid) -> Bool { left.weight < right.weight }
        private var weight: Int { Zekerheid.allCases.firstIndex(of: self) ?? 0 }
    }

    public let zaak: Zaak
    public let klant: Partij
    public internal(set) var gronden: Set<Grond>

    public var id: Identifier<Zaak> { zaak.id }

    /// Sure only when an exact reference and a known sender say the same; likely with one of them, or with name and birth date.
    public var zekerheid: Zekerheid {
        let isExact = gronden.contains(where: \.isExact)
        if isExact, gronden.contains(.afzender) { return .zeker }
        let isPerson = gronden.contains(.naam) && gronden.contains(.geboortedatum)
        return isExact || gronden.contains(.afzender) || isPerson ? .waarschijnlijk : .mogelijk
    }

    var weight: Int { gronden.reduce(0) { $0 + $1.weight } }
}

extension Poststuk {
    /// The zaken where this mail may belong, the surest first, five at most. What points at nothing is never guessed at.
    public func vondsten(in tx: Transaction) throws -> [Vondst] {
        var found = Vondsten(tx: tx)
        try found.add(answering: antwoordt)
        try found.add(references: Verwijzingen(woorden), until: ontvangen.day.year)
        if found.isEmpty { try found.add(references: Verwijzingen(historie), until: ontvangen.day.year) }
        for person in try tx.partijen.all(withEmail: vanAdres) where !vanAdres.isEmpty {
            try found.add(person, because: .afzender)
        }
        for name in names { try found.add(name: name, sortering) }
        for name in Naamlezer.genoemd(in: woorden) { try found.add(mentioned: name) }
        try found.addAmounts(sortering.bedragen)
        return found.likeliest
    }

    /// What the sender calls themselves: the name beside the address, and the lines under the closing words.
    private var names: [String] {
        let signed = ondertekening.split(separator: "\n").dropFirst().map { $0.trimmingPrefix { !$0.isLetter } }
        let lines = signed.filter { $0.count <= 60 && $0.contains(" ") && !$0.contains("@") }.prefix(2).map(String.init)
        return ([vanNaam] + lines + Naamlezer.namen(in: woorden)).filter {
            $0.split(separator: " ").count > 1 && !$0.contains("@")
        }
    }
}

/// Zaken as they are found; one may be pointed at more than once.
private struct Vondsten {
    let tx: Transaction
    private var byZaak: [Identifier<Zaak>: Vondst] = [:]

    init(tx: Transaction) { self.tx = tx }

    var isEmpty: Bool { byZaak.isEmpty }

    private mutating func add(_ zaak: Zaak, of person: Partij? = nil, because ground: Vondst.Grond) throws {
        guard let person = try person ?? tx.partijen.find(zaak.partij) else { return }
        byZaak[zaak.id, default: Vondst(zaak: zaak, klant: person, gronden: [])].gronden.insert(ground)
    }

    /// All open zaken of a person; the closed ones only where there is no other.
    mutating func add(_ person: Partij, because ground: Vondst.Grond) throws {
        let zaken = try tx.zaken.all(of: person.id)
        let open = zaken.filter(\.isOpen)
        for zaak in (open.isEmpty ? zaken : open).prefix(5) { try add(zaak, of: person, because: ground) }
    }

    /// Our letters carry their own identifier, which a mail program gives back.
    mutating func add(answering identifiers: [String]) throws {
        for text in identifiers.prefix(10) {
            let key = text.prefix { $0 != "@" }
            guard let brief = try Identifier<Brief>(String(key)).flatMap(tx.brieven.find),
                let zaak = try tx.zaken.find(brief.zaak)
            else { continue }
            try add(zaak, because: .antwoord)
        }
    }

    mutating func add(references: Verwijzingen, until year: Int) throws {
        for kort in references.korteNummers {
            for zaak in try tx.zaken.find(kort: kort, until: year) { try add(zaak, because: .kortnummer) }
        }
        for nummer in references.zaaknummers {
            if let zaak = try tx.zaken.find(nummer: nummer) { try add(zaak, because: .zaaknummer) }
        }
        for kenmerk in references.kenmerken {
            let zaken = Set(try tx.vorderingen.zaken(kenmerk: kenmerk))
            if let id = zaken.first, zaken.count == 1, let zaak = try tx.zaken.find(id) {
                try add(zaak, because: .betalingskenmerk)
            }
        }
        for nummer in references.factuurnummers {
            let hits = try tx.zoekindex.search(Zoekvraag(nummer, soort: .zaak), limit: 2).treffers
            guard hits.count == 1, let zaak = try Identifier(hits[0].verwijzing).flatMap(tx.zaken.find),
                try tx.vorderingen.all(of: zaak.id).contains(where: { $0.factuurnummer.uppercased() == nummer })
            else { continue }
            try add(zaak, because: .factuurnummer)
        }
    }

    /// People who go by the name of the sender; with a birth date in the mail that is theirs.
    mutating func add(name: String, _ sortering: Sortering) throws {
        let hits = try tx.zoekindex.search(Zoekvraag(name, soort: .klant), limit: 5).treffers
        for hit in hits {
            guard let person = try Identifier(hit.verwijzing).flatMap(tx.partijen.find) else { continue }
            try add(person, because: .naam)
            if let born = person.geboortedatum, sortering.dagen.contains(born) {
                try add(person, because: .geboortedatum)
            }
        }
    }

    /// People whose full name stands in the words of a mail.
    mutating func add(mentioned name: String) throws {
        let folded = " " + name.lowercased() + " "
        for hit in try tx.zoekindex.search(Zoekvraag(name, soort: .klant), limit: 5).treffers {
            guard let person = try Identifier(hit.verwijzing).flatMap(tx.partijen.find),
                !byZaak.values.contains(where: { $0.klant.id == person.id && $0.gronden.contains(.naam) }),
                person.naam.contains(" "), folded.contains(" " + person.naam.lowercased() + " ")
            else { continue }
            try add(person, because: .genoemd)
        }
    }

    /// Amounts in a mail that are those of someone whose name points there, to the cent or in whole euros.
    mutating func addAmounts(_ named: Set<Money>) throws {
        let whole = named.filter { $0.cents % 100 == 0 }
        for one in byZaak.values where !one.gronden.isDisjoint(with: [.naam, .genoemd]) && !named.isEmpty {
            let claims = try tx.vorderingen.all(of: one.zaak.id).filter(\.isOpen)
            let amounts = Set([one.zaak.bedrag] + claims.flatMap { [$0.saldo.totaal, $0.saldo.hoofdsom] })
            if !amounts.isDisjoint(with: named) {
                try add(one.zaak, of: one.klant, because: .bedrag)
            } else if amounts.contains(where: { mine in whole.contains { ($0 - mine).magnitude < .euros(1) } }) {
                try add(one.zaak, of: one.klant, because: .euros)
            }
        }
    }

    var likeliest: [Vondst] {
        let sorted = byZaak.values.sorted {
            ($0.zekerheid, $0.weight, $1.zaak.nummer) > ($1.zekerheid, $1.weight, $0.zaak.nummer)
        }
        return Array(sorted.prefix(5))
    }
}

extension Poststuk {
    /// What the sender offers to pay a month, and from when, where the mail says so.
    public func aanbod(on today: Day) -> (bedrag: Money, vanaf: Day?)? { sortering.aanbod(in: tekst, on: today) }
}

extension Sortering {
    /// The days and the amounts that the mail names.
    var dagen: Set<Day> {
        feiten.reduce(into: []) { found, fact in
            if case .day(let day) = fact.says { found.insert(day) }
        }
    }

    /// What the sender offers to pay a month, where the mail says one amount so, and from when, where it names one day to come.
    func aanbod(in text: String, on today: Day) -> (bedrag: Money, vanaf: Day?)? {
        guard soorten.contains(.regeling) else { return nil }
        guard let amount = Maandbedrag.amount(in: text) else { return nil }
        return (amount, Ingangsdag.day(in: text, after: today))
    }

    var bedragen: Set<Money> {
        feiten.reduce(into: []) { found, fact in
            if case .amount(let money) = fact.says { found.insert(money) }
        }
    }
}
