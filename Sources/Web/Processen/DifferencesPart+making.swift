import Bpmn
import Zaken

extension DifferencesPart {
    init(
        _ comparison: ModelComparison, old: Definitions, new: Definitions, _ words: Words, _ playbook: Playbook? = nil
    ) {
        let (before, after) = (ElementNames(old, words), ElementNames(new, words))
        let changed = comparison.changed.filter { $0.aspects != [.place] }
        self.init(
            summary: words(
                "comparison.summary",
                [
                    "added": words.number(comparison.added.count), "removed": words.number(comparison.removed.count),
                    "changed": words.number(changed.count),
                ]),
            added: comparison.added.map { Item(text: after.full($0.text), element: $0.text) },
            removed: comparison.removed.map { Item(text: before.full($0.text), element: $0.text) },
            changed: changed.map { change in
                let aspects = change.aspects.filter { $0 != .place }
                return Line(
                    name: after.full(change.element.text), element: change.element.text,
                    what: aspects.map { $0.sentence(before, after, words, playbook) }.joined(separator: "; "))
            })
    }
}

extension ModelComparison.Aspect {
    func sentence(_ before: ElementNames, _ after: ElementNames, _ words: Words, _ playbook: Playbook?) -> String {
        switch self {
        case .id(let old): words("comparison.id", ["id": old.text])
        case .name(let old?, let new?): words("comparison.name", ["old": old, "new": new])
        case .name(nil, let new): words("comparison.name_new", ["new": new ?? ""])
        case .name(let old?, nil): words("comparison.name_gone", ["old": old])
        case .kind: words("comparison.kind")
        case .connection: words("comparison.connection")
        case .condition(let old?, let new?):
            words("comparison.condition", ["old": old.asFormula, "new": new.asFormula])
        case .condition(nil, let new): words("comparison.condition_new", ["new": new?.asFormula ?? ""])
        case .condition(let old?, nil): words("comparison.condition_gone", ["old": old.asFormula])
        case .defaultFlow: words("comparison.default_flow")
        case .lane(let old, let new):
            words(
                "comparison.lane",
                [
                    "old": old.map { before($0.text) } ?? words("comparison.nobody"),
                    "new": new.map { after($0.text) } ?? words("comparison.nobody"),
                ])
        case .parts(let changes): changes.map { words.sentence($0, playbook) }.joined(separator: "; ")
        case .place: words("comparison.place")
        }
    }
}
