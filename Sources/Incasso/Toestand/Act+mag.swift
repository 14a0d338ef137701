public import Basics
import Database
import Klanten
public import Recht
public import Zaken

extension Act {
    /// All states that bear on a zaak: those of the person, a pause, an arrangement that runs, also behind, until a person
    /// ends it; and those of a claim.
    public func states(of zaak: Zaak, claim: Identifier<Vordering>? = nil, recht: RechtTables) throws -> [SpecialState]
    {
        var states = try tx.toestanden.all(of: zaak.partij).filter { $0.vordering == nil || $0.vordering == claim }
            .map(\.state)
        if let pauze = try tx.pauzes.running(for: zaak.partij) {
            states.append(SpecialState(.pauze, begins: pauze.begin, expectedEnd: pauze.einde, evidence: pauze.reden))
        }
        if let regeling = try tx.regelingen.running(for: zaak.id) {
            states.append(SpecialState(.betalingsregeling, begins: regeling.overeengekomen))
        }
        return states
    }

    /// Whether an act of collection may be done on a zaak today, or on one claim of it.
    public func permission(
        _ handeling: CollectionAct, on zaak: Zaak, claim: Identifier<Vordering>? = nil, recht: RechtTables
    ) throws -> Permission {
        recht.states.mag(handeling, on: today, in: try states(of: zaak, claim: claim, recht: recht))
    }

    /// Refuses an act that may not be done to the person, or to none of the open claims.
    func eis(_ handeling: CollectionAct, on zaak: Zaak, recht: RechtTables) throws {
        let claims = try tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
        _ = try allowed(handeling, of: claims, on: zaak, recht: recht)
    }

    /// The states that forbid an act on a zaak now, with their articles; none where it may be done.
    public func verbod(_ handeling: CollectionAct, on zaak: Zaak, recht: RechtTables) throws -> [Permission.Verbod] {
        do { try eis(handeling, on: zaak, recht: recht) } catch ToestandRefusal.verboden(_, let reasons) {
            return reasons
        } catch is VerjaringRefusal {}
        return []
    }

    /// Whether the klant may be asked for money on a page or in an answer: not where a state forbids it or has letters go to another,
    /// and not while money waits that likely is theirs. A pause and an arrangement say there themselves what they ask.
    public func geldvraag(on zaak: Identifier<Zaak>) throws -> Geldvraag {
        guard let dienst = playbook.diensten.kept(Incassodienst.self), let zaak = try tx.zaken.find(zaak) else {
            return .mag
        }
        let told: Set<SpecialStateKind> = [.pauze, .betalingsregeling]
        let forbidden = try verbod(.herinnering, on: zaak, recht: dienst.recht)
        guard forbidden.allSatisfy({ told.contains($0.state.kind) }),
            try addressee(of: zaak, recht: dienst.recht).isDebiteur
        else { return .niet }
        return try tx.wachtend(bij: zaak).contains(where: \.kandidaat.houdtOp) ? .wacht : .mag
    }

    /// Why an act may not be done, as a code and facts for a mishap; nothing when it may.
    func refusal(of handeling: CollectionAct, on zaak: Zaak, recht: RechtTables) throws -> String? {
        do { try eis(handeling, on: zaak, recht: recht) } catch let refusal as any Beletsel { return refusal.code }
        return nil
    }

    /// The claims on which an act may be done; refused when it may be done to the person or the claims not at all.
    func allowed(
        _ handeling: CollectionAct, of claims: [Vordering], on zaak: Zaak, recht: RechtTables
    ) throws -> [Vordering] {
        if case .verboden(let reasons) = try permission(handeling, on: zaak, recht: recht) {
            throw ToestandRefusal.verboden(handeling, reasons)
        }
        var (open, shut): ([Vordering], [Permission.Verbod]) = ([], [])
        var lapsed: [String] = []
        for claim in claims {
            if handeling != .informatie, try tx.isVerjaard(claim, on: today, recht: recht) {
                lapsed.append(claim.factuurnummer)
                continue
            }
            switch try permission(handeling, on: zaak, claim: claim.id, recht: recht) {
            case .toegestaan: open.append(claim)
            case .verboden(let reasons): shut += reasons
            }
        }
        guard !open.isEmpty || shut.isEmpty else { throw ToestandRefusal.verboden(handeling, shut) }
        guard !open.isEmpty || lapsed.isEmpty else { throw VerjaringRefusal.verjaard(lapsed) }
        return open
    }

    /// Who receives letters instead of the debtor, while a state that says so holds.
    func addressee(of zaak: Zaak, recht: RechtTables) throws -> Aanschrijving {
        let states = try tx.toestanden.all(of: zaak.partij).filter { $0.vordering == nil && $0.state.holds(on: today) }
        let role = recht.states.addressee(on: today, in: states.map(\.state))
        guard role != Aanschrijving.debiteur else { return Aanschrijving(rol: role, aan: nil) }
        let known = states.first { recht.states.addressee(on: today, in: [$0.state]) == role && $0.aan != nil }
        return Aanschrijving(rol: role, aan: known?.aan)
    }
}

extension Transaction {
    /// The days on which no interest runs over a claim (Fw 303, Fw 128; a pause; what a court did not award).
    func rests(of claim: Vordering, in zaak: Zaak, on today: Day, recht: RechtTables) throws -> [Range<Day>] {
        var states = try toestanden.all(of: zaak.partij).filter { $0.vordering == nil || $0.vordering == claim.id }
            .map(\.state)
        states += try pauzes.all(of: zaak.partij).map {
            SpecialState(.pauze, begins: $0.begin, released: $0.opgeheven?.day)
        }
        let judged = try vonnissen.newest(on: claim.id)?.rest(since: claim.verzuimVanaf, until: today + 1)
        return [judged].compactMap(\.self)
            + states.compactMap { state in
                let end = state.released ?? today + 1
                let forbidden = recht.states.mag(.rente, on: state.begins, in: [state])
                return forbidden.isAllowed || end <= state.begins ? nil : state.begins..<end
            }
    }
}

/// Whether money may be asked for of a klant.
public enum Geldvraag: Hashable, Sendable, CaseIterable {
    case mag
    /// Not before someone looked at money that waits.
    case wacht
    case niet
}

/// To whom a letter goes: the role, and who that is where it is known.
struct Aanschrijving {
    static let debiteur = "debiteur"

    let rol: String
    let aan: Toestand.Geadresseerde?

    var isDebiteur: Bool { rol == Aanschrijving.debiteur }
}

extension Betalingsregeling {
    /// Whether all that was due by now, days of grace included, is paid.
    func isKept(on today: Day, _ recht: RechtTables) -> Bool {
        let grace = recht.arrangements.value(on: today)?.graceDays ?? 0
        return !termijnen.contains { $0.isMissed(on: today, grace: grace) }
    }
}
