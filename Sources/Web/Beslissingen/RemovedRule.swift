import Dmn

/// A rule that a press took out of a table, with its place: it travels along with the form until the next press.
struct RemovedRule: Hashable {
    let index: Int
    let rule: DmnTypedRule
    let origin: Int?

    /// The rule at a place of a draft.
    init?(_ index: Int, of draft: DmnDraft) {
        guard draft.table.rules.indices.contains(index) else { return nil }
        let kept = draft.table.rules[index]
        self.index = index
        rule = DmnTypedRule(
            id: kept.id, tests: kept.tests.map(\.text), outputs: kept.outputs.map(\.text),
            annotations: kept.annotations)
        origin = draft.origins.rules[index]
    }

    /// The rule that came along with a form.
    init?(_ form: FormFields, at index: Int) {
        guard let id = form.raw("oud.id") else { return nil }
        func texts(_ kind: String) -> [String] { form.all("oud.\(kind)") }
        self.index = index
        rule = DmnTypedRule(
            id: id.isEmpty ? nil : id, tests: texts("in"), outputs: texts("uit"), annotations: texts("bij"))
        origin = form["oud.bron"].flatMap { Int($0) }
    }

    func part(_ words: Words) -> BewerkingPage.Removed {
        func fields(_ kind: String, _ texts: [String]) -> [Sheet.Hidden] {
            texts.map { Sheet.Hidden(name: "oud.\(kind)", value: $0) }
        }
        return BewerkingPage.Removed(
            label: words("decisions.put_back", ["n": words.number(index + 1)]), press: "terug:\(index)",
            fields: [
                Sheet.Hidden(name: "oud.id", value: rule.id ?? ""),
                Sheet.Hidden(name: "oud.bron", value: origin.map(String.init) ?? ""),
            ] + fields("in", rule.tests) + fields("uit", rule.outputs)
                + fields("bij", rule.annotations))
    }
}
