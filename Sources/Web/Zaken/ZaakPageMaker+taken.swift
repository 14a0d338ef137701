import Basics
import Engine
import Incasso
import Journal
import Klanten
import Zaken

extension ZaakPageMaker {
    func part(_ taak: Taak) -> TaakPart {
        let isFree = may(.taakDoen) && isDoable(taak)
        let canWork = isFree && forOthers(taak) == nil
        let canDo = canWork && (taak.behandelaar.map { $0.rawValue == user.login } ?? true || may(.taakVerdelen))
        let path = WorkPaths.completion(taak.id)
        return TaakPart(
            id: "taak-\(taak.id.text)", name: name(of: taak), step: Stap.code(taak.stap),
            due: taak.staat == .rust ? Chip(words("zaak.rests")) : words.due(taak.uiterlijk, today: today),
            stuck: taak.soort == .storing ? Chip(words("work.stuck"), "urgent") : nil, why: why(taak), how: how(taak),
            handler: taak.behandelaar.map(look.colleagues.name), reach: taak.soort == .storing ? [] : reach,
            sentBack: sentBack(taak), waiting: waiting(for: taak),
            advice: adopted(for: taak).map { .init(steps: $0.steps, path: $0.path) },
            proposal: canWork ? proposal(for: taak) : nil, gate: gate(of: taak),
            form: canDo ? form(of: taak, path) : nil,
            choices: canDo ? choices(of: taak, path) : nil, mishap: canDo ? mishap(of: taak) : nil,
            resting: taak.staat == .rust ? resting : nil, forOthers: isFree ? forOthers(taak) : nil,
            taking: canWork && taak.behandelaar?.rawValue != user.login ? taking(taak) : nil,
            returning: canWork && taak.behandelaar?.rawValue == user.login ? WorkPaths.assignment(taak.id) : nil,
            deviation: canDo && may(.zaakAfwijken) ? deviation(from: taak) : nil)
    }

    /// Whether a taak is about money that waits: what the process asks, and the question itself.
    func isAboutWaiting(_ taak: Taak) -> Bool { taak.soort != .los || taak.formulier == Betaling.vraag }

    /// Whether money that waits is told at a taak: once, and where one asks about it, there.
    private func tellsOfMoney(_ taak: Taak) -> Bool {
        let asking = look.taken.first { $0.formulier == Betaling.vraag }
        return !look.stand.wachtend.isEmpty && taak.id == (asking ?? look.taken.first(where: isAboutWaiting))?.id
    }

    /// Money to look at before the process asks for more.
    private func waiting(for taak: Taak) -> Banner? {
        guard tellsOfMoney(taak) else { return nil }
        return look.stand.wachtend.first.map { $0.banner(words, today: today) }
    }

    /// For whom it is, when this reader may not do it.
    private func forOthers(_ taak: Taak) -> String? {
        let reader = Bevoegdheid(groepen: user.groepen, rechten: rights.map(\.rawValue))
        do { try reader.require(taak, playbook, as: Medewerker(user.login)) } catch {
            return error.sentence(words, look.colleagues)
        }
        return nil
    }

    /// What the taak before this one came to, where this one takes a right to decide on it; changing what is known of a person
    /// decides on no proposal.
    private func proposal(for taak: Taak) -> TaakPart.Proposal? {
        guard playbook.decides(taak.formulier), let entry = look.entries.first(where: { $0.kind == "taak_afgerond" })
        else { return nil }
        let naming = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        let outcome = entry.content["uitkomst"]
        let lines =
            naming.answers(of: entry.content["formulier"].text ?? "", outcome, words)
            + (taak.formulier == "regeling_akkoord" ? above(outcome) + length(of: outcome) : [])
        let who = look.colleagues.name(of: entry.actor.description, words)
        return lines.isEmpty
            ? nil : .init(who: "\(who), \(words.ago(entry.moment.day, today: today))", lines: lines)
    }

    /// That a colleague sent the proposal back, what was decided and why.
    private func sentBack(_ taak: Taak) -> Banner? {
        guard let back = look.teruggestuurd[taak.id] else { return nil }
        let naming = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        let kept = back.voorstel.formulier == taak.formulier ? [words("zaak.sent_back_kept")] : []
        return Banner(
            tone: "attention",
            title: words(
                "zaak.sent_back",
                [
                    "name": look.colleagues.name(of: back.besluit.door),
                    "day": words.ago(back.besluit.op.day, today: today),
                ]),
            text: (naming.answers(of: back.besluit.formulier, back.besluit.uitkomst, words) + kept)
                .joined(separator: " · "))
    }

    /// That an arrangement is more than the klant says to be able to spare, and what fits; nothing where it fits.
    private func above(_ proposed: JSON) -> [String] {
        guard let amount = proposed["perMaand"].money, let room = proposed["ruimte"].money, amount > room else {
            return []
        }
        return [
            words(
                "zaak.proposal_above",
                ["amount": words.money(amount), "room": words.money(room), "more": words.money(amount - room)])
        ]
    }

    /// How long an arrangement that was proposed takes, its last day, and how long a casemanager may agree alone.
    private func length(of proposed: JSON) -> [String] {
        guard let amount = proposed["perMaand"].money else { return [] }
        let bound = words("zaak.proposal_bound", ["n": words.number(longest)])
        do {
            let first = max(proposed["eersteDag"].day ?? today, today)
            let plan = try Betalingsregeling.plan(amount, from: first, for: zaak.bedrag, on: today)
            guard let last = plan.last else { return [] }
            let told = words(
                "zaak.proposal", count: plan.count,
                ["amount": words.money(last.bedrag), "day": words.date(last.vervaldag)])
            return [told, bound]
        } catch { return [error.sentence(words), bound] }
    }

    private func gate(of taak: Taak) -> GatePart? {
        taak.formulier.flatMap { poorten[$0] }.map { words.gate($0, path: SignaalPaths.page(zaak.id)) }
    }

    func name(of taak: Taak) -> String {
        words.name(of: taak, playbook)
    }

    private func taking(_ taak: Taak) -> TaakPart.Taking {
        let from = taak.behandelaar.map { other in
            let why = Field(
                "reden", words("zaak.reason"), .text(""), id: "taak-\(taak.id.text)-overname", isRequired: true)
            return TaakPart.Taking.From(
                sentence: words(
                    may(.zaakAfwijken) && !may(.taakVerdelen) ? "zaak.take_over_to_deviate" : "zaak.take_over_from",
                    ["name": look.colleagues.name(of: other)]),
                sheet: sheet(
                    WorkPaths.assignment(taak.id), [why],
                    hidden: [.init(name: "van", value: other.rawValue), .init(name: "aan", value: user.login)]))
        }
        return TaakPart.Taking(path: WorkPaths.assignment(taak.id), me: user.login, from: from)
    }

    /// What the taak says itself, else the newest fact of the zaak before it came up: a step that failed and goes on is none, and what rests has none now.
    private func why(_ taak: Taak) -> String? {
        guard taak.soort != .storing, taak.staat != .rust else { return nil }
        // What the question about money is there for, its banner tells.
        if taak.formulier == Betaling.vraag, tellsOfMoney(taak) { return nil }
        if let own = playbook.ownReason(of: taak) { return own }
        let names = Naming(zaaktype: zaaktype, formulieren: playbook.formulieren, language: language)
        let before = look.entries.lazy.filter { $0.kind != "storing" && $0.moment <= taak.ontstaan }
        return before.compactMap {
            Aanleiding($0, words: words, today: today, naming: names)?.text
        }.first
    }

    private func how(_ taak: Taak) -> String? {
        switch taak.soort {
        case .storing: nil
        case .los where taak.formulier.flatMap { playbook.formulieren[$0]?.eigenReden } == true: nil
        case .los where taak.formulier == Procesbericht.formulier: undelivered(taak.waarom)
        case .formulier, .keuze, .activiteiten, .los: taak.waarom.isEmpty ? nil : taak.waarom
        }
    }

    /// Why a message goes nowhere, of its name, key and the code of the cause.
    private func undelivered(_ parts: String) -> String {
        let parts = parts.split(separator: " · ").map(String.init)
        guard let name = parts.first, let code = parts.last, parts.count > 1 else { return parts.joined() }
        return words("zaak.message_\(code)", ["name": parts.count > 2 ? "\(name) \(parts[1])" : name])
    }

    private var resting: String {
        look.pauze.map { words("zaak.taak_rests_until", ["day": words.day($0.einde, today: today)]) }
            ?? words("zaak.taak_rests")
    }

    private func form(of taak: Taak, _ path: String) -> TaakPart.Form? {
        guard taak.soort == .formulier || taak.soort == .los else { return nil }
        let form = taak.formulier.flatMap { playbook.formulieren[$0] }
        return TaakPart.Form(
            path: path, fields: (form?.velden ?? []).map { field($0, of: taak) }.focusingFirstProblem,
            intro: form?.inleiding?[language], acts: buttons(of: taak, form))
    }

    /// What the button says; where it closes the zaak, what is written off with it.
    private func buttons(of taak: Taak, _ form: Formulier?) -> [TaakPart.Button] {
        let done = words("zaak.complete")
        guard taak.formulier == Slotvraag.formulier, let veld = form?.velden.first(where: { $0.soort == .keuze }) else {
            return [.init(label: done, condition: nil)]
        }
        let results = veld.opties(known: known).map(\.waarde).filter { $0 != Slotvraag.terug }
        let closes =
            zaak.bedrag.isZero
            ? words("zaak.close_as_it_is") : words("zaak.close_writing_off", ["amount": words.money(zaak.bedrag)])
        func shown(_ label: String, _ values: [String]) -> TaakPart.Button {
            .init(label: label, condition: .init(field: veld.id, values: values.joined(separator: " ")))
        }
        let unanswered = TaakPart.Button(
            label: done, condition: .init(field: veld.id, values: ""), needsScript: false)
        return [unanswered, shown(closes, results), shown(words("zaak.back_to_step"), [Slotvraag.terug])]
    }

    func kind(_ veld: Formulier.Veld, _ value: String) -> Field.Kind {
        switch veld.soort {
        case .keuze:
            .choice(veld.opties(known: known).map { Option($0.waarde, $0.label[language], chosen: $0.waarde == value) })
        case .tekst, .getal, .iban: .text(value)
        case .langeTekst: .longText(value)
        case .bedrag: .amount(value)
        case .datum: .date(value)
        case .jaNee:
            .yesNo(words.yesNo(typed: value))
        }
    }

    func problem(_ veld: Formulier.Veld) -> String? {
        guard case .taak(.invalid(let fields)) = refusal, let wrong = fields.first(where: { $0.field == veld.id })
        else {
            return nil
        }
        return wrong.reason.sentence(words, veld.label[language])
    }
}

extension Words {
    /// What people call a taak: by its form, else by its step, with the round that it is in.
    func name(of taak: Taak, _ playbook: Playbook) -> String {
        let form = taak.formulier.flatMap { playbook.formulieren[$0]?.naam[language.rawValue] }
        return titled(form ?? taak.shownName(self, playbook.processen), taak.rondes)
    }
}

extension Playbook {
    /// Why a taak outside the process is there, where it says so itself.
    func ownReason(of taak: Taak) -> String? {
        guard taak.soort == .los, let form = taak.formulier.flatMap({ formulieren[$0] }), form.eigenReden,
            !taak.waarom.isEmpty, taak.waarom != form.inleiding?.nl
        else { return nil }
        return taak.waarom
    }
}

extension Taak {
    /// The name by which a list and a page show it: of the step, in the words of the drawing.
    func shownName(_ words: Words, _ library: ProcessLibrary) -> String {
        let drawn = naam == stap ? library.called(stap) : naam
        return drawn.map { Stap.name(words.drawn($0)) } ?? words("work.unnamed_step")
    }
}

extension [Field] {
    /// The same fields; reading begins at the first that is wrong.
    fileprivate var focusingFirstProblem: [Field] {
        guard let first = firstIndex(where: { $0.problem != nil }) else { return self }
        var fields = self
        fields[first] = fields[first].focused
        return fields
    }
}
