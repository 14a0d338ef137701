import Basics
import Incasso
import Zaken

extension ZaakPageMaker {
    var balance: BalancePart {
        let total = look.claims.map(\.vordering.saldo).reduce(Saldo.zero, +)
        return BalancePart(
            specification: SpecificatiePaths.specification(zaak.id),
            claims: look.claims.map(claim), principal: words.money(total.hoofdsom), costs: words.money(total.kosten),
            interest: words.money(total.rente), total: words.money(total.totaal))
    }

    private func claim(_ claim: ZaakLook.Claim) -> BalancePart.Claim {
        let one = claim.vordering
        var open = Money.zero
        let lines = claim.ledger.map { entry in
            let amount = entry.boekingen.filter(\.key.isOpen).values.sum
            open += amount
            return BalancePart.Line(
                day: words.day(entry.datum, today: today), what: words("ledger.\(entry.soort.rawValue)"),
                amount: words.money(amount), balance: words.money(open),
                payment: entry.betaling.map(BetalingPaths.betaling.callAsFunction))
        }
        return BalancePart.Claim(
            name: one.omschrijving,
            detail: words("zaak.claim_detail", ["number": one.factuurnummer, "day": words.date(one.vervaldatum)]),
            open: words.money(one.saldo.totaal), lines: lines)
    }

    var arrangement: ArrangementPart? {
        guard let one = look.regeling else { return nil }
        let last = one.einddatum.map(words.date) ?? ""
        return ArrangementPart(
            summary: words("zaak.arrangement_summary", count: one.termijnen.count, ["last": last]),
            covers: covers(of: one), besides: besides(one),
            state: Chip(words("zaak.arrangement_\(one.staat.rawValue)"), one.staat == .vervallen ? "urgent" : "calm"),
            instalments: one.termijnen.map { instalment($0, runs: one.staat == .lopend) })
    }

    private func instalment(_ one: Betalingsregeling.Termijn, runs: Bool) -> ArrangementPart.Instalment {
        let state =
            if one.open.isZero {
                Chip(words("zaak.paid"), "calm")
            } else if !runs {
                Chip(words("zaak.open"))
            } else {
                words.due(one.vervaldag, today: today)
            }
        return ArrangementPart.Instalment(
            number: String(one.nummer), day: words.day(one.vervaldag, today: today), amount: words.money(one.bedrag),
            paid: words.money(one.voldaan), open: words.money(one.open), state: state)
    }

    /// What is open beside an arrangement that runs, for who may plan.
    private func besides(_ regeling: Betalingsregeling) -> Way? {
        let open = look.claims.map(\.vordering).filter { !regeling.dekt($0) }.map(\.saldo.totaal).sum
        guard regeling.staat == .lopend, open > .zero, may(.regelingMaken) else { return nil }
        return Way(
            words("zaak.arrangement_besides", ["amount": words.money(open)]), RegelingPaths.planner(zaak.partij))
    }

    /// The invoices that it pays; those that were there when it was agreed, where that was not kept.
    private func covers(of regeling: Betalingsregeling) -> String {
        let claims = look.claims.map(\.vordering).filter {
            regeling.vorderingen == nil ? $0.factuurdatum <= regeling.overeengekomen : regeling.dekt($0)
        }
        let numbers = claims.map(\.factuurnummer).joined(separator: ", ")
        return words("zaak.arrangement_covers", count: claims.count, ["invoices": numbers])
    }

    var planner: PlannerPart? {
        guard may(.regelingMaken), zaak.isOpen, zaak.opgeschort == nil, look.regeling?.staat != .lopend,
            zaak.bedrag > .zero
        else { return nil }
        let first = asked.firstDay ?? today.adding(months: 1).description
        return PlannerPart(
            page: ZaakPaths.zaak(zaak.id),
            fitting: RegelingPaths.planner(zaak.partij) + "?zaak=" + zaak.id.text,
            sheet: sheet(
                ZaakPaths.arrangement(zaak.id),
                [
                    Field(
                        "perMaand", words("zaak.per_month"), .amount(asked.perMonth ?? ""), id: "regeling-bedrag",
                        isRequired: true),
                    Field("eersteDag", words("zaak.first_day"), .date(first), id: "regeling-dag", isRequired: true),
                ]), proposal: proposal(from: first))
    }

    private func proposal(from first: String) -> PlannerPart.Proposal? {
        guard let text = asked.perMonth else { return nil }
        guard let amount = Money(written: text) else { return refused(.amountTooSmall) }
        guard let day = Day(written: first) else { return refused(.firstDayInPast(today)) }
        guard day >= today else { return refused(.firstDayInPast(day)) }
        do {
            let plan = try Betalingsregeling.plan(amount, from: day, for: zaak.bedrag, on: today)
            guard let last = plan.last else { return nil }
            let summary = words(
                "zaak.proposal", count: plan.count,
                ["amount": words.money(last.bedrag), "day": words.date(last.vervaldag)])
            return PlannerPart.Proposal(
                summary: summary,
                warning: plan.count > longest ? words("zaak.proposal_long", ["n": words.number(longest)]) : nil,
                perMonth: text,
                firstDay: day.description)
        } catch {
            return refused(error)
        }
    }

    private func refused(_ refusal: RegelingRefusal) -> PlannerPart.Proposal {
        PlannerPart.Proposal(summary: refusal.sentence(words), warning: nil, perMonth: nil, firstDay: nil)
    }

    /// The most instalments without a team lead, by the policy of the zaaktype.
    var longest: Int { zaaktype?.variabelen["beleid"]?["maxTermijnenMedewerker"].integer ?? 12 }
}
