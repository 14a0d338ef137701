public import Basics
public import Database
public import Klanten
public import Zaken

extension Betaling {
    /// A zaak where a payment may belong, with what points there; a person decides.
    public struct Kandidaat: Hashable, Sendable, Identifiable {
        /// What points at a zaak, the strongest first.
        public enum Grond: String, Hashable, Sendable, CaseIterable { case genoemd, rekening, bedrag, naam }

        public let zaak: Zaak
        public let klant: Partij
        public internal(set) var gronden: Set<Grond>
        /// Whether nobody else owes exactly this amount.
        var isEnige = false

        public var id: Identifier<Zaak> { zaak.id }
        var weight: Int {
            gronden.count * 10 + (gronden.contains(.genoemd) ? 50 : 0) + (gronden.contains(.rekening) ? 5 : 0)
        }
    }

    /// The open zaken where this payment may belong, the likeliest first, five at most.
    public func candidates(in tx: Transaction) throws -> [Kandidaat] {
        var found = Candidates()
        for zaak in try named(in: tx) {
            if let person = try tx.partijen.find(zaak.partij) { found.add([zaak], of: person, because: .genoemd) }
        }
        for person in try tegenrekening.map({ try tx.partijen.all(withIBAN: $0) }) ?? [] {
            try found.add(tx.zaken.all(of: person.id), of: person, because: .rekening)
        }
        for person in try tegenrekening.map({ try tx.machtigingen.people(from: $0) }) ?? [] {
            guard let person = try tx.partijen.find(person) else { continue }
            try found.add(tx.zaken.all(of: person.id), of: person, because: .rekening)
        }
        for person in try people(in: tx) { try found.add(tx.zaken.all(of: person.id), of: person, because: .naam) }
        let same = try tx.zaken.open(bedrag: bedrag, limit: 5).filter { try isBilled(in: $0, tx) }
        for zaak in same {
            guard let person = try tx.partijen.find(zaak.partij) else { continue }
            found.add([zaak], of: person, because: .bedrag)
        }
        if same.count == 1 { found.mark(same[0].id) }
        try found.leave(tx.plaatsingsvragen.refused(for: id))
        try found.add(.bedrag) { try isInstalment(of: $0, in: tx) }
        return found.likeliest
    }

    /// Whether anything that is open there was billed when the money came, or within the month after: the rent of a later
    /// month may have the same amount.
    private func isBilled(in zaak: Zaak, _ tx: Transaction) throws -> Bool {
        try tx.vorderingen.all(of: zaak.id).contains { $0.isOpen && $0.factuurdatum <= datum + 31 }
    }

    /// The people who go by the name of who paid.
    func people(in tx: Transaction) throws -> [Partij] {
        guard let naam else { return [] }
        let hits = try tx.zoekindex.search(Zoekvraag(naam, soort: .klant), limit: 5).treffers
        return try hits.compactMap { try Identifier($0.verwijzing).flatMap(tx.partijen.find) }
    }
}

/// Candidates as they are found; one zaak may be pointed at more than once.
private struct Candidates {
    private var byZaak: [Identifier<Zaak>: Betaling.Kandidaat] = [:]

    mutating func add(_ zaken: [Zaak], of person: Partij, because ground: Betaling.Kandidaat.Grond) {
        for zaak in zaken where zaak.isOwed {
            byZaak[zaak.id, default: Betaling.Kandidaat(zaak: zaak, klant: person, gronden: [])].gronden.insert(ground)
        }
    }

    /// Adds a ground where it holds of a zaak that is pointed at already.
    mutating func add(_ ground: Betaling.Kandidaat.Grond, where holds: (Zaak) throws -> Bool) rethrows {
        for (id, one) in byZaak where try holds(one.zaak) { byZaak[id]?.gronden.insert(ground) }
    }

    /// Nobody else owes exactly the amount that is open here.
    mutating func mark(_ zaak: Identifier<Zaak>) { byZaak[zaak]?.isEnige = true }

    /// Leaves out the zaken of which someone said that it is not theirs.
    mutating func leave(_ zaken: Set<Identifier<Zaak>>) { byZaak = byZaak.filter { !zaken.contains($0.key) } }

    var likeliest: [Betaling.Kandidaat] {
        Array(byZaak.values.sorted { ($0.weight, $1.zaak.nummer) > ($1.weight, $0.zaak.nummer) }.prefix(5))
    }
}
