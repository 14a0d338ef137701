public import Basics

extension RechtTables {
    /// What someone can spare by their answers: income, less what is protected, less what goes elsewhere (Rv 475da and on).
    public func spareRoom(_ answers: SpareRoomAnswers, on today: Day) throws(BvvRefusal) -> SpareRoom {
        guard let policy = arrangements.value(on: today) else { throw .geenParameters(on: today) }
        guard answers.netto.isCalculable, answers.elders.isCalculable, !answers.elders.isNegative,
            answers.begroting?.isCalculable ?? true
        else {
            throw .amountOutOfRange("elders")
        }
        let (day, old) = figuresDay(today)
        let holiday =
            answers.metVakantiegeld ? Money.zero : ExactMoney(answers.netto).times(policy.holidayShare).rounded
        let voet = try BeslagvrijeVoet(answers.input(on: day, holiday: holiday), by: beslagvrijeVoet)
        let norm = answers.isPensioen ? voet.parameters.pensionNorm : voet.parameters.norm
        let room = Affordability(
            ownNet: answers.netto + holiday, beslagvrijeVoet: voet.bedrag,
            socialMinimum: answers.leefsituatie.isGehuwd ? norm.more : norm.one, running: answers.elders,
            budgetRoom: answers.begroting)
        let limit = policy.limit(for: room)
        return SpareRoom(
            voet: voet, affordability: room, limit: limit,
            doubts: (answers.jaarinkomen == nil && answers.asksYearIncome ? [.noYearIncome] : [])
                + (old.map { [.oldFigures(until: $0)] } ?? []),
            working: answers.working(voet, room, holiday: holiday, policy: policy, limit: limit))
    }

    /// The day whose figures count: today, or the last day that has any; those are said to be old.
    private func figuresDay(_ today: Day) -> (Day, old: Day?) {
        guard let row = beslagvrijeVoet.row(on: today), row.value.until < today else { return (today, nil) }
        return (row.value.until, row.value.until)
    }
}

extension SpareRoomAnswers {
    /// Whether the taxable income plays a part: not without an address, nor in an institution.
    public var asksYearIncome: Bool { woonsituatie == .nederland }

    /// A taxable income at which every part of the protected income is at its highest.
    private static let highest = Money.euros(1_000_000)

    fileprivate func input(on day: Day, holiday: Money) -> BvvInput {
        var input = BvvInput(peildatum: day, leefsituatie: leefsituatie)
        input.woonsituatie = woonsituatie
        input.belastbaarJaar = jaarinkomen ?? SpareRoomAnswers.highest
        input.nettoMaand = netto
        input.vakantiegeldMaand = holiday
        input.nettoMaandPartner = nettoPartner
        input.prijsInrichting = prijsInrichting
        return input
    }

    fileprivate func working(
        _ voet: BeslagvrijeVoet, _ room: Affordability, holiday: Money, policy: ArrangementPolicy, limit: Money
    ) -> [WorkingLine] {
        var lines = [WorkingLine("ruimte.inkomen", [Fact("bedrag", .money(netto))])]
        if holiday > .zero {
            lines.append(
                WorkingLine(
                    "ruimte.vakantiegeld",
                    [Fact("percentage", .percent(policy.holidayShare)), Fact("bedrag", .money(holiday))]))
        }
        lines += shown(voet)
        lines.append(amount("ruimte.beschermd", "Rv 475da", room.beslagvrijeVoet))
        lines.append(amount("ruimte.minimum", isPensioen ? "Pw 22" : "Pw 21", room.socialMinimum))
        if elders > .zero { lines.append(amount("ruimte.elders", nil, elders)) }
        if let begroting { lines.append(amount("ruimte.begroting", nil, begroting)) }
        lines.append(amount("ruimte.over", nil, room.room))
        lines.append(
            WorkingLine("ruimte.grens", [Fact("percentage", .percent(policy.share)), Fact("bedrag", .money(limit))]))
        return lines
    }

    /// The lines of the protected income that say something: without a year income not the parts that follow from it.
    private func shown(_ voet: BeslagvrijeVoet) -> [WorkingLine] {
        let parts: Set = ["bvv.basis", "bvv.zorg", "bvv.huur", "bvv.kind"]
        return voet.working.filter { line in
            if line.code == "bvv.uitkomst" { return false }
            if parts.contains(line.code) { return jaarinkomen != nil && line.isAboveZero }
            return true
        }
    }

    private func amount(_ code: String, _ article: String?, _ money: Money) -> WorkingLine {
        WorkingLine(code, article: article, [Fact("bedrag", .money(money))])
    }
}

extension WorkingLine {
    fileprivate var isAboveZero: Bool {
        if case .exact(let amount) = self["bedrag"] { amount > .zero } else { true }
    }
}
