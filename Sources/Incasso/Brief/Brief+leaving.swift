import Basics
import Jobs
import Journal
import Recht
public import Zaken

extension Brief {
    /// Whether a letter may leave now. One that waited while all was paid, paused or forbidden is withdrawn for good; one whose
    /// turn comes late, such as after a mail server was away, waits for the hours of contact and gets the term of its new day.
    public func mayLeave(in act: Act) throws -> Bool {
        guard let zaak = try act.tx.zaken.find(zaak) else { return false }
        guard waits, try isWanted(on: zaak, in: act) else { return false }
        guard let dienst = act.playbook.diensten.kept(Incassodienst.self) else { return true }
        if try act.holdBack(self, on: zaak) { return false }
        return try !act.postpone(self, dienst.recht) && !act.renewTerm(of: self, on: zaak, by: dienst)
    }

    private func isWanted(on zaak: Zaak, in act: Act) throws -> Bool {
        let handeling = Brief.handeling(of: sjabloon)
        guard handeling != .informatie else { return true }
        let reason: Intrekking
        if !zaak.isOpen || zaak.bedrag.isZero {
            reason = .voldaan
        } else if zaak.opgeschort != nil {
            reason = .opgeschort
        } else {
            do {
                try act.playbook.toets(handeling.rawValue, zaak, act)
                return true
            } catch is ToestandRefusal { reason = .verboden } catch is VerjaringRefusal {
                reason = .verjaard
            } catch let refusal as PoortRefusal {
                // What the klant wrote is looked at first: it waits below.
                if refusal.isOfBerichten { return true }
                reason = .poort
            }
        }
        try act.withdraw(self, because: reason)
        return false
    }
}

extension Act {
    /// Lets a letter wait for the next hour at which contact is allowed (Bki art. 4.2); whether it waits.
    fileprivate func postpone(_ brief: Brief, _ recht: RechtTables) throws -> Bool {
        guard let refusal = recht.contact.refusal(at: now, after: []), let next = recht.contact.nextMoment(from: now)
        else { return false }
        try recordPostponed(brief.sjabloon, of: brief.zaak, until: next, refusal)
        try order(brief, at: next)
        return true
    }

    /// Lets a letter that asks for money wait until tomorrow while money or a message of the customer waits for a person; whether
    /// it waits.
    fileprivate func holdBack(_ brief: Brief, on zaak: Zaak) throws -> Bool {
        guard brief.asksForMoney, let why = try ophouding(of: zaak) else { return false }
        try record(
            "brief_uitgesteld", of: brief.zaak,
            ["sjabloon": .string(brief.sjabloon), "tot": JSON(today + 1), "waarom": .string(why.rawValue)])
        try order(brief, at: Moment(today + 1, hour: 9))
        return true
    }

    /// Gives a 14-day letter that leaves later than it was made for the term of the day on which it leaves (6:96 lid 6 BW); whether
    /// it was written anew, and so leaves in a moment.
    fileprivate func renewTerm(of brief: Brief, on zaak: Zaak, by dienst: Incassodienst) throws -> Bool {
        guard brief.sjabloon == Brief.veertiendagenbrief, let ends = brief.termijnEinde else { return false }
        let claims = try tx.vorderingen.all(of: zaak.id).filter { brief.vorderingen[$0.factuurnummer] != nil }
        guard let first = claims.map(\.verzuimVanaf).max() else { return false }
        let term = try dienst.recht.letters.term(
            sent: today, by: brief.kanaal == .email ? .electronic(readable: today) : .post, defaultFrom: first,
            in: dienst.recht.calendar)
        guard term.ends > ends else { return false }
        try tx.brieven.move(brief.id, to: term)
        guard let renewed = try tx.brieven.find(brief.id) else { return false }
        // Nothing that it named is open any more: there is nothing to write of.
        guard claims.contains(where: \.isOpen) else {
            try withdraw(renewed, because: .voldaan)
            return true
        }
        do { try rewrite(renewed, on: zaak, by: dienst) } catch is BriefRefusal {
            try withdraw(renewed, because: .nietTeMaken)
            return true
        }
        try order(renewed, at: now)
        return true
    }

    private func order(_ brief: Brief, at moment: Moment) throws {
        try tx.jobs.order(
            kind: Brief.sendingKind, payload: ["brief": .string(brief.id.text)], due: moment, key: brief.sendingKey,
            subject: .zaak(brief.zaak))
    }
}
