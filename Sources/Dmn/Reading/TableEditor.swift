import Xml

/// Writes a table into the element of a decision.
struct TableEditor {
    let namespace: String?
    let draft: DmnDraft

    func edit(_ root: inout XmlElement, _ decision: String) -> Bool {
        for index in root.nodes.indices {
            guard case .element(var element) = root.nodes[index], element.name.local == "decision",
                element["id"] == decision || element["name"] == decision
            else { continue }
            guard editTable(in: &element) else { return false }
            root.nodes[index] = .element(element)
            return true
        }
        return false
    }

    private func editTable(in decision: inout XmlElement) -> Bool {
        for index in decision.nodes.indices {
            guard case .element(var element) = decision.nodes[index], element.name.local == "decisionTable" else {
                continue
            }
            writePolicy(in: &element)
            writeRules(in: &element)
            writeColumns(in: &element)
            decision.nodes[index] = .element(element)
            return true
        }
        return false
    }

    private func writePolicy(in element: inout XmlElement) {
        let (policy, aggregator) = draft.table.policy.written
        if element["hitPolicy"] ?? "UNIQUE" != policy { element["hitPolicy"] = policy }
        element["aggregation"] = aggregator
    }

    private func writeColumns(in element: inout XmlElement) {
        let (table, origins) = (draft.table, draft.origins)
        let inputs = zip(table.inputs, kept("input", origins.inputs, of: element)).map(input)
        let outputs = zip(table.outputs, kept("output", origins.outputs, of: element)).map(output)
        let annotations = zip(table.annotations, kept("annotation", origins.annotations, of: element))
            .map { title, element in
                var element = element
                if element["name"] ?? "" != title { element["name"] = title }
                return element
            }
        element.replace("input", with: inputs, behind: TableEditor.order, namespace)
        element.replace("output", with: outputs, behind: TableEditor.order, namespace)
        element.replace("annotation", with: annotations, behind: TableEditor.order, namespace)
    }

    private static let entries = ["description", "extensionElements", "inputEntry", "outputEntry", "annotationEntry"]
    private static let order = ["description", "extensionElements", "input", "output", "annotation", "rule"]

    private func input(_ clause: DmnInputClause, _ element: XmlElement) -> XmlElement {
        var element = element
        if element["label"] != clause.label { element["label"] = clause.label }
        var expression = element.child("inputExpression", in: namespace) ?? new("inputExpression", beside: element)
        expression.setText(clause.expression, namespace)
        expression.setType(clause.type, namespace)
        element.replace("inputExpression", with: [expression], behind: [], namespace)
        element.setPart("inputValues", clause.allowed, behind: ["inputExpression"], namespace)
        return element
    }

    private func output(_ clause: DmnOutputClause, _ element: XmlElement) -> XmlElement {
        var element = element
        if element["label"] != clause.label { element["label"] = clause.label }
        if (element["name"] ?? "").trimmedSpace != clause.name ?? "" { element["name"] = clause.name }
        element.setType(clause.type, namespace)
        element.setPart("outputValues", clause.allowed, behind: [], namespace)
        element.setPart("defaultOutputEntry", clause.fallback, behind: ["outputValues"], namespace)
        return element
    }

    private func writeRules(in element: inout XmlElement) {
        let rules = zip(draft.table.rules, kept("rule", draft.origins.rules, of: element)).map(rule)
        element.replace("rule", with: rules, behind: TableEditor.order, namespace)
    }

    private func rule(_ rule: DmnRule, _ element: XmlElement) -> XmlElement {
        var element = element
        if let id = rule.id { element["id"] = id }
        let parts = [
            ("inputEntry", rule.tests.map(\.text), draft.origins.inputs),
            ("outputEntry", rule.outputs.map(\.text), draft.origins.outputs),
            ("annotationEntry", rule.annotations, draft.origins.annotations),
        ]
        for (name, texts, origins) in parts {
            let cells = zip(texts, kept(name, origins, of: element)).map { text, cell in
                var cell = cell
                cell.setText(text, namespace)
                return cell
            }
            element.replace(name, with: cells, behind: TableEditor.entries, namespace)
        }
        return element
    }

    /// The children of a name that came from these places, and new ones where there are none.
    private func kept(_ name: String, _ origins: [Int?], of element: XmlElement) -> [XmlElement] {
        let old = element.children(name, in: namespace)
        return origins.map { place in
            place.flatMap { old.indices.contains($0) ? old[$0] : nil } ?? new(name, beside: element)
        }
    }

    private func new(_ name: String, beside element: XmlElement) -> XmlElement {
        XmlElement(XmlName(name, in: namespace, prefix: element.name.prefix))
    }
}

extension DmnHitPolicy {
    /// The attributes that say it (DMN 1.5, table 9).
    fileprivate var written: (policy: String, aggregator: String?) {
        switch self {
        case .unique: ("UNIQUE", nil)
        case .any: ("ANY", nil)
        case .priority: ("PRIORITY", nil)
        case .first: ("FIRST", nil)
        case .outputOrder: ("OUTPUT ORDER", nil)
        case .ruleOrder: ("RULE ORDER", nil)
        case .collect(let aggregator): ("COLLECT", aggregator?.rawValue)
        }
    }
}
