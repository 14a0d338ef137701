public import Basics
import Database
import Exchange
import Klanten
public import Zaken

extension Betaling {
    /// Where a payment belongs and how that was found, or why nobody can tell.
    public enum Vondst: Hashable, Sendable {
        case zaak(Identifier<Zaak>, regel: String)
        case onbekend(reden: String)
    }

    /// Takes in a payment, and places it at once where it can only belong.
    public struct Receipt: Sendable {
        public var betaling: Betaling
        /// Where it belongs, when who paid said so by paying there.
        public var zaak: Identifier<Zaak>?

        public init(betaling: Betaling, zaak: Identifier<Zaak>? = nil) {
            self.betaling = betaling
            self.zaak = zaak
        }

        public func run(in act: Act) throws {
            var betaling = betaling
            let found = try act.owned(known(in: act) ?? betaling.find(in: act), betaling)
            if case .onbekend(let reason) = found { betaling.reden = reason }
            try act.tx.betalingen.add(betaling, at: act.now)
            guard case .zaak(let zaak, let rule) = found else { return }
            let line = try act.offered(betaling)
            try Placement(
                betaling: betaling.id, zaak: zaak, factuurnummer: line.flatMap { try act.factuurnummer(of: $0) },
                reden: rule
            ).run(in: act)
            if let line { try act.received(line) }
        }

        private func known(in act: Act) throws -> Vondst? {
            guard let zaak, try act.tx.zaken.find(zaak)?.bedrag ?? .zero > .zero else { return nil }
            return .zaak(zaak, regel: "betaallink")
        }
    }

    /// The ladder of rules; the first that gives exactly one zaak wins, and a name alone never does.
    func find(in act: Act) throws -> Vondst {
        if let line = try act.offered(self), try act.tx.zaken.find(line.zaak)?.bedrag ?? .zero > .zero {
            return .zaak(line.zaak, regel: "incasso")
        }
        for references in [[kenmerk].compactMap(\.self), textReferences] {
            if let found = try one(of: act.tx.zaken(of: references), "kenmerk", in: act) { return found }
        }
        if let found = try one(of: numbered(in: act.tx).map(\.id), "zaaknummer", in: act) { return found }
        return try findByAccount(in: act)
    }

    /// The zaak that was named; of more the plan of the person that they are in divides the money, else someone does.
    private func one(of named: [Identifier<Zaak>], _ rule: String, in act: Act) throws -> Vondst? {
        guard let zaak = named.first else { return nil }
        guard Set(named).count > 1 else { return .zaak(zaak, regel: rule) }
        let people = Set(try named.compactMap { try act.tx.zaken.find($0)?.partij })
        if people.count == 1, let zaak = try people.first.flatMap({ try act.planZaak(for: $0, paying: self) }) {
            return .zaak(zaak, regel: "verzamelplan")
        }
        return .onbekend(reden: "meer-zaken")
    }

    /// The only open zaak of the only person with this account, when the amount is what is open or what is due.
    private func findByAccount(in act: Act) throws -> Vondst {
        guard let account = tegenrekening else {
            return .onbekend(reden: references.isEmpty ? "geen-rekening" : "kenmerk-onbekend")
        }
        guard let person = try payer(by: account, in: act) else {
            return .onbekend(reden: "rekening-onbekend")
        }
        let open = try act.tx.zaken.all(of: person.id).filter(\.isOwed)
        let fitting = try open.filter { try $0.bedrag == bedrag || isInstalment(of: $0, in: act.tx) }
        guard let zaak = fitting.first, fitting.count == 1 else {
            if fitting.isEmpty, let zaak = try act.planZaak(for: person.id, paying: self) {
                return .zaak(zaak, regel: "verzamelplan")
            }
            return .onbekend(reden: open.isEmpty ? "niets-open" : "bedrag-past-niet")
        }
        return .zaak(zaak.id, regel: "rekening-en-bedrag")
    }

    /// The only person with this account, by what is known of them or by a mandate; else the only one for whom payments from
    /// it were placed before, by whoever pays.
    private func payer(by account: String, in act: Act) throws -> Partij? {
        let known = Set(
            try act.tx.partijen.all(withIBAN: account).map(\.id) + act.tx.machtigingen.people(from: account))
        if let person = known.first, known.count == 1 { return try act.tx.partijen.find(person) }
        let learned = try act.tx.betalingen.payees(from: account)
        return learned.count == 1 ? try act.tx.partijen.find(learned[0]) : nil
    }

    /// Whether it is what is open of one claim, or of the next instalment.
    func isInstalment(of zaak: Zaak, in tx: Transaction) throws -> Bool {
        let claims = try tx.vorderingen.all(of: zaak.id)
        if claims.contains(where: { $0.isOpen && $0.saldo.totaal == bedrag }) { return true }
        return try tx.regelingen.running(for: zaak.id)?.volgende?.open == bedrag
    }

    /// The zaken that its references and its text name, each with something open.
    func named(in tx: Transaction) throws -> [Zaak] {
        try Set(tx.zaken(of: references)).compactMap(tx.zaken.find) + numbered(in: tx)
    }

    private func numbered(in tx: Transaction) throws -> [Zaak] {
        try zaaknummers.compactMap(tx.zaken.find(nummer:)).filter { $0.bedrag > .zero }
    }

    /// The structured reference, and all valid ones in the text.
    var references: [String] { [kenmerk].compactMap(\.self) + textReferences }

    private var textReferences: [String] { ReferenceSearch.references(in: omschrijving) }

    private var zaaknummers: [String] {
        omschrijving.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
            .filter { $0.hasPrefix("ZAAK-") && $0.count <= 24 }
    }
}

extension Transaction {
    /// The zaken that one of these references names.
    fileprivate func zaken(of references: [String]) throws -> [Identifier<Zaak>] {
        try references.flatMap { try vorderingen.zaken(kenmerk: $0) }
    }
}

extension Act {
    /// A place that was found, unless the money came in on the account of a creditor who has nothing open there.
    fileprivate func owned(_ found: Betaling.Vondst, _ betaling: Betaling) throws -> Betaling.Vondst {
        guard case .zaak(let zaak, _) = found, try claims(of: zaak, payableBy: betaling).isEmpty else { return found }
        return .onbekend(reden: "andere-schuldeiser")
    }
}
