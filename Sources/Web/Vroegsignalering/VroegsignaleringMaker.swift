import Basics
import Incasso
import Klanten
import Recht
import Zaken

/// All that the page of the early warning tells of, read in one transaction.
struct VroegsignaleringLook: Sendable {
    let zaak: Zaak
    let partij: Partij
    let voorwerk: Voorwerk
    let signalen: [(signaal: Signaal, isAangekomen: Bool)]
    let poorten: [Poort]
    let documenten: [Document]
    let isPlicht: Bool
    let verdict: SignalVerdict?

    init?(_ id: Identifier<Zaak>, in act: Act, recht: RechtTables) throws {
        guard let zaak = try act.tx.zaken.find(id), let partij = try act.tx.partijen.find(zaak.partij) else {
            return nil
        }
        (self.zaak, self.partij) = (zaak, partij)
        voorwerk = try act.voorwerk(of: zaak, recht: recht)
        signalen = try act.tx.signalen.all(of: id).map { ($0, try act.tx.signalen.isAangekomen($0)) }
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
    private var canChange: Bool { mayChange && look.zaak.isOpen }

    func page() -> VroegsignaleringPage {
        let steps = look.poorten.first.map(steps) ?? []
        let (giving, adding) = (canChange && canGive ? giving : nil, canChange ? adding : nil)
        let sheets = [giving, adding].compactMap(\.self) + steps.flatMap(\.proofs).compactMap(\.withdrawal)
        return VroegsignaleringPage(
            number: look.zaak.nummer, zaak: ZaakPaths.zaak(look.zaak.id), name: look.partij.naam,
            problems: ZaakPage.Problems(of: sent, in: sheets), duty: duty, steps: steps,
            signals: look.signalen.map(signal), gates: look.poorten.map { words.gate($0, path: path) },
            giving: giving, adding: adding)
    }

    private var canGive: Bool {
        let underway = look.signalen.contains { $0.signaal.staat == .klaar && !$0.isAangekomen }
        return look.isPlicht && look.verdict == .verplicht && !underway
    }

    private var duty: String {
        guard look.isPlicht else { return words("early.no_duty") }
        if look.signalen.contains(where: \.isAangekomen) { return words("early.was_given") }
        switch look.verdict {
        case .nietToegestaan(let obstacle): return words("early.not_allowed_\(obstacle.word)")
        case .nogNiet: return words("early.not_yet")
        case .verplicht, nil: return words("early.must")
        }
    }

    /// The four steps as the gate weighs them, then what forbids a signal.
    private func steps(_ poort: Poort) -> [VroegsignaleringPage.Step] {
        let rules: [Poort.Punt] = [.contact, .schuldhulp, .herinnering, .aanbod]
        let gate = words.gate(poort, path: path)
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
            detail: Brief.isLaidDown(one.bewijs) ? words("zaak.delivery_laid_why") : one.bewijs,
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
            case .toegevoegd(_, let who): words("early.added", ["who": who])
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

    private func signal(_ one: (signaal: Signaal, isAangekomen: Bool)) -> VroegsignaleringPage.Signal {
        let signal = one.signaal
        let state: Chip =
            one.isAangekomen
            ? Chip(words("early.arrived"), "calm")
            : signal.staat == .geweigerd
                ? Chip(words("early.refused"), "urgent") : Chip(words("early.underway"), "attention")
        return .init(
            title: "\(signal.gemeente), \(words.money(signal.bedrag))",
            detail: words(
                signal.isCrisis ? "early.given_crisis" : "early.given",
                ["day": words.date(signal.dag), "since": words.date(signal.sinds)]),
            state: state, file: ZaakPaths.document(signal.document),
            answer: signal.antwoordcode.map { "\($0) \(signal.antwoord ?? "")" })
    }

    private var giving: Sheet {
        Sheet(
            SignaalPaths.signal(look.zaak.id),
            [
                Field(
                    "crisis", words("early.crisis"), .yesNo(words.yesNo(false)), id: "signaal-crisis",
                    hint: words("early.crisis_hint"), isRequired: true),
                Field(
                    "warm", words("early.warm"), .yesNo(words.yesNo(false)), id: "signaal-warm",
                    hint: words("early.warm_hint"),
                    isRequired: true),
            ], sent: sent)
    }

    private var adding: Sheet {
        let channels = ["telefoon", "huisbezoek", "balie", "sms", "email", "kaartje"]
        let papers = look.documenten.map { Option($0.id.text, $0.titel) }
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
