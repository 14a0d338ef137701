import Basics
import Bpmn
import Engine
import Incasso
import Zaken

extension ZaakPageMaker {
    /// The steps to go on at instead, each with whose work it passes by; and why others are not among them.
    func deviation(from taak: Taak) -> TaakPart.Deviation? {
        guard let element = look.instance?.place(of: taak), let here = look.instance?[element] else { return nil }
        let ways = zijwegen[taak.id] ?? []
        let all = ways.filter { $0.refusal == nil }.map(\.step)
        let kept = look.overdracht == nil ? [] : all.filter { $0.detour.leaves.contains(Overdracht.terughalen) }
        let free = all.filter { step in !kept.contains { $0.step == step.step } }
        let steps = free.filter { !$0.isHeavy || may(.zaakAfwijkenZwaar) }
        let checked = free.filter { $0.check != nil && (may(.zaakAfwijkenZwaar) || zaaktype?.isZwaar($0.step) != true) }
        let notes =
            (kept.isEmpty ? [] : [withBailiff]) + checked.compactMap { pastCheck($0, here: here.node.id) } + shut(ways)
        guard !steps.isEmpty || !notes.isEmpty else { return nil }
        return TaakPart.Deviation(
            sheet: steps.isEmpty ? nil : sheet(for: steps, from: taak, here: here.node.id), notes: notes)
    }

    /// The steps that are forbidden now or need what is not there, by the reason; not what takes a team lead anyhow.
    private func shut(_ ways: [Zijweg]) -> [TaakPart.Deviation.Note] {
        let mine = ways.filter { !$0.step.isHeavy || may(.zaakAfwijkenZwaar) }
        let told = mine.compactMap { way in
            way.refusal.map { (way.step, $0, $0.wayShut(by: look.stand.toestanden, words, look.colleagues)) }
        }
        var reasons: [String] = []
        for one in told where !reasons.contains(one.2) { reasons.append(one.2) }
        return reasons.compactMap { why in
            let same = told.filter { $0.2 == why }
            let names = same.map { words.drawn($0.0.detour.way.name ?? called($0.0.step)) }
            return same.first.map { one in
                .init(
                    text: words("zaak.deviate_shut", ["steps": words.row(names, "common.and"), "why": why]),
                    link: page(of: one.1))
            }
        }
    }

    /// Where what shuts a way is looked at.
    private func page(of refusal: Refusal) -> Way? {
        switch refusal {
        case .toestand where may(.klantZien): Way(words("mishaps.way_forbidden"), ToestandPaths.list(zaak.partij))
        case .poort: Way(words("mishaps.way_gate"), SignaalPaths.page(zaak.id))
        case .verjaring: Way(words("mishaps.way_lapsed"), SpecificatiePaths.specification(zaak.id))
        default: nil
        }
    }

    private func sheet(for steps: [Sidestep], from taak: Taak, here: String) -> Sheet {
        let (id, adopted) = ("taak-\(taak.id.text)", adopted(for: taak))
        return sheet(
            ZaakPaths.deviation(zaak.id),
            [
                Field(
                    "naar", words("zaak.deviate_to"), .list(steps.map { Option($0.step, label(of: $0, here: here)) }),
                    id: id + "-naar", isRequired: true),
                Field("bron", words("zaak.deviate_source"), .text(adopted?.sources ?? ""), id: id + "-bron"),
                Field(
                    "reden", words("zaak.reason"), .longText(adopted?.reason ?? ""), id: id + "-reden",
                    isRequired: true),
            ], hidden: [.init(name: "taak", value: taak.id.text)])
    }

    /// The step and whose work it goes past, then where it stands: a list that is closed shows only how a line begins. The work that
    /// is left is known.
    private func label(of step: Sidestep, here: String) -> String {
        let way = step.detour.way
        let name = words.drawn(way.name ?? called(way.node))
        let place = ([way.process].compactMap(\.self) + way.inside).map(words.drawn).joined(separator: " › ")
        let passed = step.detour.passes.filter {
            ($0.id != here || $0.id == step.check?.id) && !(step.detour.isBack && isDone($0.id))
        }.map(title)
        let again = again(step, here: here)
        let notes = [
            again.map {
                $0.isEmpty ? words("zaak.deviate_again") : words("zaak.deviate_again_with", ["steps": short($0)])
            },
            passed.isEmpty ? nil : words("zaak.deviate_past", ["steps": short(passed)]),
        ].compactMap(\.self)
        let told = notes.isEmpty ? name : "\(name) (\(notes.joined(separator: "; ")))"
        return place.isEmpty ? told : "\(told) · \(place)"
    }

    /// The work after a step that was done before and is done again; nothing where the step itself was not done.
    private func again(_ step: Sidestep, here: String) -> [String]? {
        guard isDone(step.step) else { return nil }
        let stops = Set((look.instance?.activeElements ?? []).map { ElementID($0.node.id) })
        let scopes = drawn.values.lazy.flatMap(\.scope.allScopes)
        guard let scope = scopes.first(where: { $0.nodes[ElementID(step.step)] != nil }) else { return [] }
        let between = scope.nodes(after: ElementID(step.step), until: stops.union([ElementID(here)]))
        return between.filter { $0.activity != nil && $0.name?.isEmpty == false && isDone($0.id.text) }
            .map { Stap.name(words.drawn($0.name ?? "")) }
    }

    private func isDone(_ step: String) -> Bool { look.gang.done.contains(step) }

    private func short(_ steps: [String]) -> String {
        guard steps.count > 3, let last = steps.last else { return words.row(steps, "common.and") }
        return words("zaak.deviate_past_more", ["n": words.number(steps.count - 1), "step": last])
    }

    private var withBailiff: TaakPart.Deviation.Note {
        may(.overdrachtBesluiten)
            ? .init(
                text: words("zaak.deviate_with_bailiff"),
                link: Way(words("zaak.deviate_recall"), OverdrachtPaths.zaak(zaak.id)))
            : .init(text: words("zaak.deviate_with_bailiff_asks"))
    }

    private func pastCheck(_ step: Sidestep, here: String) -> TaakPart.Deviation.Note? {
        step.check.map { check in
            let name = words.drawn(step.detour.way.name ?? called(step.step))
            let key =
                may(.zaakAfwijkenZwaar)
                ? "deviate_check_may" : check.id == here ? "deviate_check_here" : "deviate_check"
            return .init(text: words("zaak.\(key)", ["step": name, "check": title(check)]))
        }
    }

    private func title(_ node: Node) -> String {
        Stap.name(words.drawn(node.name ?? called(node.id)))
    }

    private func called(_ step: String) -> String { playbook.processen.called(step) ?? words("work.unnamed_step") }
}
