public import Basics
public import Zaken

/// A person closes a zaak with claims: what is open does not stay behind, and no arrangement runs on.
public struct Zaaksluiting: Sendable {
    public var zaak: Identifier<Zaak>
    public var resultaat: String
    public var reden: String

    public init(zaak: Identifier<Zaak>, resultaat: String, reden: String) {
        self.zaak = zaak
        self.resultaat = resultaat
        self.reden = reden
    }

    /// Refused as paid in full while anything is open; with any other result that is written off, with the reason.
    public func run(in act: Act) throws {
        try act.requireReason(reden)
        let claims = try act.tx.vorderingen.all(of: zaak).filter(\.isOpen)
        guard claims.allow(resultaat) else { throw ZaakRefusal.stillOpen(claims.map(\.saldo.totaal).sum) }
        if try act.tx.regelingen.running(for: zaak) != nil {
            try Betalingsregeling.Lapse(zaak: zaak, reden: reden).run(in: act)
        }
        try Zaak.Closure(zaak: zaak, resultaat: resultaat, reden: reden).run(in: act)
        try act.writeOff(claims, of: zaak, because: reden)
    }
}

extension Zaaksluiting {
    /// What a person answered where a process ended with something open: the zaak closes so, or its process goes back.
    @Sendable static func answered(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard let result = answer["resultaat"]?.text, result != Slotvraag.terug else {
            return try Slotvraag.goBack(zaak, in: act)
        }
        try Zaaksluiting(zaak: zaak.id, resultaat: result, reden: answer["toelichting"]?.text ?? "").run(in: act)
    }
}

extension [Vordering] {
    /// Whether a zaak with these claims can close with a result: as paid in full only where nothing is open.
    func allow(_ resultaat: String) -> Bool {
        resultaat != Vordering.voldaan || filter(\.isOpen).map(\.saldo.totaal).sum <= .zero
    }
}

/// A closed zaak opens again with what its closing took: the claims are open as they were, and so is the arrangement.
public struct Zaakheropening: Sendable {
    public var zaak: Identifier<Zaak>
    public var reden: String

    public init(zaak: Identifier<Zaak>, reden: String) {
        self.zaak = zaak
        self.reden = reden
    }

    public func run(in act: Act) throws {
        let closed = try act.tx.zaken.find(zaak)?.afgesloten
        try Zaak.Reopening(zaak: zaak, reden: reden).run(in: act)
        guard let closed else { return }
        for claim in try act.tx.vorderingen.all(of: zaak) { try reverse(claim, since: closed, act) }
        try act.followSaldo(of: zaak)
        if var regeling = try act.tx.regelingen.all(of: zaak).first, regeling.staat == .vervallen,
            regeling.beeindigd == closed
        {
            regeling.resume()
            try act.tx.regelingen.save(regeling)
        }
    }

    private func reverse(_ claim: Vordering, since closed: Day, _ act: Act) throws {
        var claim = claim
        let ledger = try act.tx.vorderingen.ledger(of: claim.id)
        let undone = Set(ledger.compactMap(\.keertOm))
        for entry in ledger where entry.soort == .afboeking && entry.datum == closed && !undone.contains(entry.id) {
            try act.book(entry.reversed(id: act.newID(), on: act.today, because: reden), on: &claim)
        }
    }
}

extension Act {
    /// Writes off what is open on claims of a zaak.
    func writeOff(_ claims: [Vordering], of zaak: Identifier<Zaak>, because reason: String) throws {
        for var claim in claims {
            try book(claim.writtenOff(id: newID(), on: today, because: reason), on: &claim)
        }
        try followSaldo(of: zaak)
    }
}
