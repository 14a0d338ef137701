import Basics
import Exchange
import Incasso
import Klanten
import Recht
import Zaken

/// Makes the planner for one person and one question.
struct RegelingPageMaker {
    let look: RegelingLook
    let asked: RegelingAsked
    let recht: RechtTables
    let playbook: Playbook
    let words: Words
    let today: Day
    let refusal: Refusal?

    func page() -> RegelingPage {
        let free = look.zaken.contains(where: \.isFree)
        let id = look.partij.id
        return RegelingPage(
            name: look.partij.naam, klant: KlantPaths.klant(id), path: RegelingPaths.planner(id),
            adoption: RegelingPaths.adoption(id), problems: problems, running: running, plan: free ? plan : nil,
            noPlan: free
                ? nil : Empty(title: words("planner.nothing"), text: words("planner.nothing_hint"), way: nil))
    }

    private var problems: ZaakPage.Problems? {
        let refused = refusal?.problems(words, .none, form: "plan") ?? []
        let answers: [Problem] =
            if case .failure(let refusal) = reckoned {
                [Problem(text: refusal.sentence(words), anchor: refusal.field.map { "plan-\($0)" })]
            } else {
                []
            }
        return refused.isEmpty && answers.isEmpty ? nil : .init(problems: refused + answers)
    }

    /// What can be spared; nothing while too little was answered.
    private var reckoned: Result<SpareRoom?, BvvRefusal> {
        do throws(BvvRefusal) {
            guard let answers = try look.answers(asked) else { return .success(nil) }
            return .success(try recht.spareRoom(answers, on: today))
        } catch { return .failure(error) }
    }

    private var known: SpareRoom? { if case .success(let room) = reckoned { room } else { nil } }
    private var policy: ArrangementPolicy? { recht.arrangements.value(on: today) }
    private var chosen: [Zaak] { look.chosen(asked) }
    private var total: Money { chosen.map(\.bedrag).sum }
    private var firstDay: String { asked.firstDay ?? (goesOn ?? today.adding(months: 1)).description }

    /// The next day on which is paid already, where all that is planned takes the place of arrangements that run.
    private var goesOn: Day? {
        let ones = look.zaken.filter { one in chosen.contains { $0.id == one.zaak.id } }
        guard ones.allSatisfy(\.replaces) else { return nil }
        return ones.compactMap { $0.regeling?.volgende?.vervaldag }.filter { $0 >= today }.min()
    }

    private var plan: RegelingPage.Plan {
        let choices = policy?.choices(on: total, limit: known?.limit) ?? []
        let amount = asked.amount ?? paysNow ?? choices.first.map { words.plain($0.term) }
        return RegelingPage.Plan(
            total: words.money(total),
            amount: RegelingPage.Amount(
                value: amount ?? "", least: "5", most: String(slidesTo),
                label: words("zaak.per_month")),
            day: Field("eersteDag", words("zaak.first_day"), .date(firstDay), id: "plan-dag", isRequired: true),
            zaken: look.zaken.map(zaak), answers: answerFields,
            outcome: outcome(amount.flatMap(Money.init(written:)), isAsked: amount != nil),
            choices: choices.map { choice($0, amount) }, noChoices: choices.isEmpty ? noPaces : nil,
            spare: known.map(spare))
    }

    /// What is paid already, where all that is planned takes the place of arrangements that run.
    private var paysNow: String? {
        let ones = look.zaken.filter { one in chosen.contains { $0.id == one.zaak.id } }
        guard !ones.isEmpty, ones.allSatisfy(\.replaces) else { return nil }
        return words.plain(min(look.replaced(asked), total))
    }

    /// Where the slider ends, in euros: high enough for anyone, low enough to be precise.
    private var slidesTo: Int64 {
        let euros = (total.cents + 99) / 100
        return max(5, min(euros, max(60, euros / 4)))
    }

    /// Why there is no proposal: nothing can be spared, or it would take too long and a person looks along.
    private var noPaces: String {
        guard let known, known.limit >= (policy?.minimum ?? .zero) else { return words("planner.no_paces") }
        return words(
            "planner.too_long", ["limit": words.money(known.limit), "n": words.number(policy?.managerLimit ?? 72)])
    }

    private func zaak(_ one: RegelingLook.One) -> RegelingPage.Zaak {
        let excluded: String? =
            if one.isFree {
                nil
            } else if one.regeling != nil {
                words("planner.runs")
            } else if one.zaak.opgeschort != nil {
                words("planner.stands_still")
            } else if one.zaak.bedrag <= .zero {
                words("planner.nothing_open")
            } else {
                nil
            }
        return RegelingPage.Zaak(
            id: one.zaak.id.text, label: "\(one.zaak.nummer) \(one.zaak.omschrijving)",
            open: words.money(one.zaak.bedrag), chosen: chosen.contains { $0.id == one.zaak.id }, excluded: excluded,
            replaces: one.replaces
                ? words("planner.replaces", ["amount": words.money(one.ernaast)]) : nil)
    }

    private func choice(_ one: ArrangementChoice, _ amount: String?) -> RegelingPage.Choice {
        let plain = words.plain(one.term)
        let end = Day(written: firstDay).map { words.date($0.adding(months: one.count - 1)) } ?? ""
        return RegelingPage.Choice(
            value: plain, amount: words.money(one.term), title: words("planner.pace_\(one.kind.rawValue)"),
            detail: words("planner.pace_detail", count: one.count, ["day": end]),
            chosen: amount.flatMap(Money.init(written:)) == one.term)
    }
}

extension RegelingPageMaker {
    private func outcome(_ amount: Money?, isAsked: Bool) -> RegelingPage.Outcome {
        do {
            guard !chosen.isEmpty else { throw RegelingRefusal.nothingOpen }
            guard let amount else { throw RegelingRefusal.amountTooSmall }
            let day = Day(written: firstDay) ?? today + -1
            let plan = try Verzamelplan(amount, from: day, over: chosen.map { ($0.id, $0.bedrag) }, on: today)
            return outcome(plan, amount)
        } catch let refusal as RegelingRefusal {
            return RegelingPage.Outcome(
                refused: isAsked || !chosen.isEmpty ? refusal.sentence(words) : words("planner.choose_zaak"),
                summary: nil,
                warnings: [], parts: [], creditors: [], months: [])
        } catch {
            return RegelingPage.Outcome(refused: nil, summary: nil, warnings: [], parts: [], creditors: [], months: [])
        }
    }

    private func outcome(_ plan: Verzamelplan, _ amount: Money) -> RegelingPage.Outcome {
        let months = plan.maanden
        let last = months.last
        return RegelingPage.Outcome(
            refused: nil,
            summary: RegelingPage.Summary(
                terms: words("planner.terms", count: months.count), ends: last.map { words.date($0.vervaldag) } ?? "",
                last: last.map { words.money($0.bedrag) } ?? ""),
            warnings: warnings(plan, amount), parts: plan.delen.count > 1 ? plan.delen.map(part) : [],
            creditors: look.perCreditor(plan).map {
                RegelingPage.Creditor(
                    name: $0.schuldeiser.naam, account: IBAN($0.schuldeiser.iban)?.grouped ?? $0.schuldeiser.iban,
                    perMonth: words.money($0.bedrag))
            },
            months: months.map {
                RegelingPage.Due(day: words.day($0.vervaldag, today: today), amount: words.money($0.bedrag))
            })
    }

    private func warnings(_ plan: Verzamelplan, _ amount: Money) -> [String] {
        var found: [String] = []
        if let known, amount > known.limit, known.limit > .zero {
            found.append(words("planner.too_much", ["limit": words.money(known.limit)]))
        }
        let longest =
            chosen.map { zaak in
                playbook.zaaktypen[zaak.zaaktype]?.variabelen["beleid"]?["maxTermijnenMedewerker"].integer ?? 12
            }.min() ?? 12
        if plan.maanden.count > longest { found.append(words("zaak.proposal_long", ["n": words.number(longest)])) }
        return found
    }

    private func part(_ one: Verzamelplan.Deel) -> RegelingPage.Part {
        let number = chosen.first { $0.id == one.zaak }?.nummer ?? ""
        return RegelingPage.Part(
            name: number, open: words.money(one.open), perMonth: words.money(one.perMaand),
            terms: words("planner.terms", count: one.termijnen.count))
    }

    private func month(_ one: Betalingsregeling.Termijn) -> RegelingPage.Month {
        RegelingPage.Month(
            number: String(one.nummer), day: words.day(one.vervaldag, today: today), amount: words.money(one.bedrag),
            paid: words.money(one.voldaan),
            state: one.open.isZero ? Chip(words("zaak.paid"), "calm") : words.due(one.vervaldag, today: today))
    }

    /// All arrangements of this person that run, watched as one.
    private var running: RegelingPage.Running? {
        let all = look.zaken.compactMap { one in one.regeling.map { (one.zaak, $0) } }
        guard !all.isEmpty else { return nil }
        let months = all.map(\.1.termijnen).perMonth
        let isBehind = months.contains { $0.isMissed(on: today, grace: policy?.graceDays ?? 5) }
        return RegelingPage.Running(
            title: words("planner.running", count: all.count),
            state: isBehind ? Chip(words("planner.behind"), "attention") : Chip(words("planner.on_track"), "calm"),
            perMonth: words.money(look.running),
            zaken: all.map { Way($0.0.nummer, ZaakPaths.zaak($0.0.id)) }, months: months.map(month))
    }

    private func spare(_ one: SpareRoom) -> RegelingPage.Spare {
        let hasRoom = one.limit >= (policy?.minimum ?? .zero)
        let doubts = one.doubts.map { doubt in
            switch doubt {
            case .noYearIncome: words("planner.doubt_income")
            case .oldFigures(let day): words("planner.doubt_figures", ["day": words.date(day)])
            }
        }
        return RegelingPage.Spare(
            sentence: hasRoom
                ? words("planner.room", ["limit": words.money(one.limit), "room": words.money(one.affordability.room)])
                : words("planner.no_room"),
            doubts: doubts, lines: one.working.map(words.line), room: hasRoom)
    }
}

extension Words {
    /// An amount as one types it: `106,38`.
    func plain(_ amount: Money) -> String {
        language == .nl ? amount.description.replacing(".", with: ",") : amount.description
    }
}
