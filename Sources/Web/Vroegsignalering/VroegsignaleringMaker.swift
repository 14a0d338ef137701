import Basics
import Exchange
import Incasso
import Jobs
import Klanten
import Recht
import Zaken

/// All that the page of the early warning tells of, read in one transaction.
struct VroegsignaleringLook: Sendable {
    let zaak: Zaak
    let partij: Partij
    let voorwerk: Voorwerk
    let signalen: [(signaal: Signaal, tries: Tries?)]
    let terugmeldingen: [Terugmelding]
    let colleagues: Colleagues
    let poorten: [Poort]
    let documenten: [Document]
    let isPlicht: Bool
    let verdict: SignalVerdict?

    /// How often a call was made in vain, and whether it was given up.
    struct Tries: Sendable {
        let times: Int
        let isGivenUp: Bool
    }

    init?(_ id: Identifier<Zaak>, in act: Act, recht: RechtTables) throws {
        guard let zaak = try act.tx.zaken.find(id), let partij = try act.tx.partijen.find(zaak.partij) else {
            return nil
        }
        (self.zaak, self.partij) = (zaak, partij)
        voorwerk = try act.voorwerk(of: zaak, recht: recht)
        signalen = try act.tx.signalen.all(of: id).map { one in
            let job = one.isOnderweg ? try act.tx.jobs.find(key: one.sendingKey) : nil
            let failed = job.flatMap { $0.lastError == nil ? nil : $0 }
            return (one, failed.map { Tries(times: $0.attempts, isGivenUp: $0.state == .parked) })
        }
        terugmeldingen = try act.tx.terugmeldingen.all(of: id)
        colleagues = Colleagues(all: try act.tx.gebruikers.all())
        poorten = try [CollectionAct.overdracht, .ontruiming].map { try act.poort($0, on: zaak, recht: recht) }
        documenten = try act.tx.documenten.all(of: id).filter { $0.ingetrokken == nil }
        isPlicht = try act.moetSignaleren(zaak, recht: recht)
        verdict = recht.signals.value(on: act.today)?.verdict(on: voorwerk.evidence)
    }
}

/// Makes the page of the early warning for one reader.
struct VroegsignaleringMaker {
    let look: VroegsignaleringLook
    let words: Words
    let today: Day
    let mayChange: Bool
    let sent: Sent?

    private var path: String { SignaalPaths.page(look.zaak.id) }
    var canChange: Bool { mayChange && look.zaak.isOpen }

    func page() -> VroegsignaleringPage {
        let steps = look.poorten.first.map(steps) ?? []
        let (giving, adding) = (canChange && canGive ? giving : nil, canChange ? adding : nil)
        let (signals, reporting) = (look.signalen.map(signal), canChange ? reporting : nil)
        let sheets =
            [giving, adding, reporting].compactMap(\.self) + steps.flatMap(\.proofs).compactMap(\.withdrawal)
            + signals.flatMap(\.reports).compactMap(\.weighing)
        return VroegsignaleringPage(
            number: look.zaak.nummer, zaak: ZaakPaths.zaak(look.zaak.id), name: look.partij.naam,
            problems: ZaakPage.Problems(of: sent, in: sheets), duty: duty, steps: steps,
            signals: signals, gates: look.poorten.map { words.gate($0, path: nil) },
            giving: giving, isRaise: isRaise, adding: adding, reporting: reporting)
    }

    private var given: [Signaal] { look.signalen.map(\.signaal) }
    /// A signal that is on its way or there, and not refused; another goes only with more haste.
    private var standing: [Signaal] { given.filter { $0.isAangekomen || $0.isOnderweg && $0.staat == .klaar } }
    private var isRaise: Bool { !standing.isEmpty }
    private var canGive: Bool {
        look.isPlicht && look.verdict == .verplicht && !standing.contains(where: \.isCrisis)
    }

    private var duty: String {
        guard look.isPlicht else { return words("early.no_duty") }
        let isThere = given.contains(where: \.isAangekomen)
        switch look.verdict {
        case .nietToegestaan(let obstacle):
            return words(isThere ? "early.told_before" : "early.not_allowed_\(obstacle.word)")
        case .nogNiet where isThere, .verplicht where isThere: return words("early.was_given")
        case .nogNiet: return words("early.not_yet")
        case .verplicht, nil: return words("early.must")
        }
    }

    /// The four steps as the gate weighs them, then what forbids a signal.
    private func steps(_ poort: Poort) -> [VroegsignaleringPage.Step] {
        let rules: [Poort.Punt] = [.contact, .schuldhulp, .herinnering, .aanbod]
        let gate = words.gate(poort, path: nil)
        let four = zip(poort.regels, gate.lines).filter { rules.contains($0.0.punt) }.map { rule, line in
            VroegsignaleringPage.Step(
                title: line.text, article: line.article, state: line.state,
                proofs: Bewijsstuk.Soort(rawValue: rule.punt.rawValue).map { look.voorwerk.stukken($0).map(proof) }
                    ?? [])
        }
        let against = [Bewijsstuk.Soort.bezwaar, .vertrokken].compactMap { soort -> VroegsignaleringPage.Step? in
            let found = look.voorwerk.stukken(soort)
            guard !found.isEmpty else { return nil }
            return .init(
                title: words("early.kind_\(soort.rawValue)"), article: "Bgs art. 2",
                state: Chip(words("early.no_signal"), "note"), proofs: found.map(proof))
        }
        return four + against
    }

    private func proof(_ one: Bewijsstuk) -> VroegsignaleringPage.Proof {
        VroegsignaleringPage.Proof(
            day: words.date(one.dag), what: what(one),
            detail: one.isKlaargelegd ? words("zaak.delivery_laid_why") : one.bewijs,
            document: one.document.map { ZaakPaths.document($0) }, withdrawal: withdrawal(of: one))
    }

    private func what(_ one: Bewijsstuk) -> String {
        let how =
            one.soort == .contact
            ? words(
                one.bereikt ? "early.reached" : "early.not_reached",
                [
                    "channel": one.kanaal.map { words("early.channel_\($0)") } ?? "",
                    "part": one.dagdeel.map { words("early.part_\($0.rawValue)") } ?? "",
                ]) : nil
        let source =
            switch one.bron {
            case .brief(let template): words.text("letters.\(template)") ?? template
            case .taak(let form): words.text("early.form_\(form)") ?? words("early.form")
            case .vastgelegd: words("early.recorded")
            case .toegevoegd(_, let who): words("early.added", ["who": look.colleagues.name(of: who, words)])
            }
        return [how, source].compactMap(\.self).joined(separator: " · ")
    }

    private func withdrawal(of one: Bewijsstuk) -> Sheet? {
        guard canChange, case .toegevoegd(let id, _) = one.bron else { return nil }
        return Sheet(
            SignaalPaths.withdrawal(id),
            [Field("reden", words("zaak.reason"), .text(""), id: "intrekking-\(id.text)", isRequired: true)],
            sent: sent)
    }

    private func signal(_ one: (signaal: Signaal, tries: VroegsignaleringLook.Tries?))
        -> VroegsignaleringPage.Signal
    {
        let signal = one.signaal
        return .init(
            title: "\(signal.gemeente), \(words.money(signal.bedrag))",
            detail: words(
                signal.isCrisis ? "early.given_crisis" : "early.given",
                ["day": words.date(signal.dag), "since": words.date(signal.sinds)]),
            state: state(of: signal, one.tries), file: ZaakPaths.document(signal.document),
            answer: answer(to: signal),
            tries: one.tries.map { words($0.isGivenUp ? "early.given_up" : "early.tried", count: $0.times) },
            raw: signal.antwoordcode.map { "\($0) \(signal.antwoord ?? "")" },
            reports: look.terugmeldingen.filter { $0.signaal == signal.id }.map(report))
    }

    private func state(of signal: Signaal, _ tries: VroegsignaleringLook.Tries?) -> Chip {
        if signal.ingetrokken != nil { return Chip(words("early.taken_back"), "note") }
        if tries?.isGivenUp == true { return Chip(words("early.not_there"), "urgent") }
        return switch signal.staat {
        case .bevestigd where !signal.telt: Chip(words("early.not_counted"), "urgent")
        case .bevestigd: Chip(words("early.arrived"), "calm")
        case .geweigerd: Chip(words("early.refused"), "urgent")
        case .klaar: Chip(words("early.underway"), "attention")
        }
    }

    /// What the municipality said, or why it was not told.
    private func answer(to signal: Signaal) -> String? {
        if let why = signal.ingetrokken {
            return words("early.taken_back_why", ["why": words("postponed.\(why.rawValue)")])
        }
        let day = signal.beantwoord.map { words.date($0.day) } ?? ""
        guard let said = signal.uitspraak else {
            return signal.isAangekomen
                ? words("early.brought", ["day": day, "proof": signal.antwoord ?? ""]) : nil
        }
        let reference = said.reference.map { words("early.under_reference", ["reference": $0]) } ?? ""
        guard !said.isTaken else { return words("early.answer_taken", ["day": day, "reference": reference]) }
        return words("early.answer_refused", ["day": day, "why": said.words ?? String(said.status)])
    }

    /// The municipality that knows of the arrears is told again only with haste.
    private var giving: Sheet {
        let yesNo = [Option("ja", words("common.answer_yes")), Option("nee", words("common.answer_no"), chosen: true)]
        let crisis = Field(
            "crisis", words("early.crisis"), .yesNo(yesNo), id: "signaal-crisis", hint: words("early.crisis_hint"),
            isRequired: true)
        let warm = Field(
            "warm", words("early.warm"), .yesNo(yesNo), id: "signaal-warm", hint: words("early.warm_hint"),
            isRequired: true)
        return isRaise
            ? Sheet(
                SignaalPaths.signal(look.zaak.id), [warm], hidden: [.init(name: "crisis", value: "ja")], sent: sent)
            : Sheet(SignaalPaths.signal(look.zaak.id), [crisis, warm], sent: sent)
    }

    private var adding: Sheet {
        let channels = ["telefoon", "huisbezoek", "balie", "sms", "email", "kaartje"]
        let papers = look.documenten.map(words.option)
        let contact = Field.Condition(field: "soort", values: "contact")
        return Sheet(
            SignaalPaths.proof(look.zaak.id),
            [
                Field(
                    "soort", words("early.shows"),
                    .list(Bewijsstuk.Soort.allCases.map { Option($0.rawValue, words("early.kind_\($0.rawValue)")) }),
                    id: "bewijs-soort", isRequired: true),
                Field("dag", words("spec.on_day"), .date(today.description), id: "bewijs-dag", isRequired: true),
                Field(
                    "kanaal", words("early.channel"), .list(channels.map { Option($0, words("early.channel_\($0)")) }),
                    id: "bewijs-kanaal", isRequired: true, condition: contact),
                Field(
                    "dagdeel", words("early.part"),
                    .list(
                        ContactAttempt.PartOfDay.allCases.map {
                            Option($0.rawValue, words("early.part_\($0.rawValue)"))
                        }),
                    id: "bewijs-dagdeel", isRequired: true, condition: contact),
                Field(
                    "bereikt", words("early.was_reached"),
                    .yesNo(words.yesNo()),
                    id: "bewijs-bereikt", condition: contact),
                Field(
                    "bewijs", words("states.proof"), .text(""), id: "bewijs-bewijs", hint: words("early.proof_hint"),
                    isRequired: true),
            ]
                + (papers.isEmpty
                    ? [] : [Field("document", words("states.document"), .list(papers), id: "bewijs-document")]),
            sent: sent)
    }
}
