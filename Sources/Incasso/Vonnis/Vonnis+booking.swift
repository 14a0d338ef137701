import Basics
import Journal
import Recht
import Zaken

extension Vonnis {
    /// Records a judgment and brings the claims that were open to what was awarded; never to more principal than was open.
    struct Booking {
        var vonnis: Vonnis

        func run(in act: Act, recht: RechtTables) throws {
            let claims = try act.tx.vorderingen.all(of: vonnis.zaak).filter {
                $0.isOpen && $0.verzuimVanaf <= act.today
            }
            guard !claims.isEmpty, let zaak = try act.tx.zaken.find(vonnis.zaak) else { return }
            try act.tx.vonnissen.add(vonnis, on: claims, at: act.now)
            let open = claims.map(\.saldo.hoofdsom)
            let principal = min(vonnis.hoofdsom, open.sum).split(by: open)
            let costs = vonnis.kosten.split(by: principal.sum > .zero ? principal : open)
            for (index, var claim) in claims.enumerated() {
                try bring(&claim, to: principal[index], costs[index], in: act)
                try bringInterest(on: &claim, of: zaak, in: act, recht: recht)
            }
            try act.followSaldo(of: zaak.id)
            try act.record("vonnis_geboekt", of: zaak.id, vonnis.json)
        }

        /// The principal counts from the day from which interest was awarded: over what was awarded, no more.
        private func bring(_ claim: inout Vordering, to principal: Money, _ costs: Money, in act: Act) throws {
            let day = max(claim.verzuimVanaf, min(vonnis.renteVanaf ?? act.today, act.today))
            try book(.hoofdsom, principal - claim.saldo.hoofdsom, on: day, &claim, act)
            try book(.kosten, costs - claim.saldo.kosten, on: act.today, &claim, act)
        }

        private func book(
            _ part: Rekening, _ amount: Money, on day: Day, _ claim: inout Vordering, _ act: Act
        ) throws {
            guard !amount.isZero else { return }
            let entry = Mutatie(
                id: act.newID(), soort: .vonnis, datum: day, toelichting: vonnis.zaaknummer,
                boekingen: [part: amount, .ingebracht: -amount])
            try act.book(entry, on: &claim)
        }

        /// Books the interest as it was awarded: less where more was asked, never less than nothing.
        private func bringInterest(
            on claim: inout Vordering, of zaak: Zaak, in act: Act, recht: RechtTables
        ) throws {
            let due = try recht.interest(
                on: claim, ledger: act.tx.vorderingen.ledger(of: claim.id), until: act.today,
                resting: act.tx.rests(of: claim, in: zaak, on: act.today, recht: recht),
                by: act.tx.rentesoort(of: zaak))
            let amount = max(due, -claim.saldo.rente)
            let isAsked =
                try vonnis.renteVanaf != nil || act.tx.vorderingen.ledger(of: claim.id).contains { $0.soort == .rente }
            guard !amount.isZero, isAsked else { return }
            let entry = Mutatie(
                id: act.newID(), soort: .rente, datum: act.today, toelichting: vonnis.zaaknummer,
                boekingen: [.rente: amount, .ingebracht: -amount])
            try act.book(entry, on: &claim)
        }
    }
}

extension Vonnis {
    /// The judgment for the record and for files.
    var json: JSON {
        [
            "zaaknummer": .string(zaaknummer), "vonnisOp": JSON(dag), "hoofdsom": JSON(hoofdsom),
            "kosten": JSON(kosten), "renteVanaf": renteVanaf.map { JSON($0) } ?? .null,
        ]
    }
}

extension Incassodienst {
    /// Books what a court awarded; nothing where it dismissed the claim or an arrangement was agreed at the hearing.
    func judgment(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        let outcome = vraag.invoer["uitkomst"]?.text ?? ""
        guard ["ontruiming", "betalen"].contains(outcome), let principal = vraag.invoer["hoofdsom"]?.money else {
            return .done([:])
        }
        let vonnis = Vonnis(
            id: act.newID(), zaak: vraag.zaak.id, zaaknummer: vraag.invoer["zaaknummer"]?.text ?? "",
            dag: vraag.invoer["dag"]?.day ?? act.today, hoofdsom: max(principal, .zero),
            kosten: max(vraag.invoer["kosten"]?.money ?? .zero, .zero), renteVanaf: vraag.invoer["renteVanaf"]?.day)
        try Vonnis.Booking(vonnis: vonnis).run(in: act, recht: recht)
        return .done([:])
    }
}
