public import Basics
import Xml

extension DmnFile {
    /// The file with another text in the cells of one decision's table, and rules added or left out; all else stays as it is.
    ///
    /// `nil` where the bytes are no DMN or the decision has no table.
    public static func replacing(
        tableOf decision: String, with table: DmnTable, in bytes: [UInt8], diagnostics: inout [Diagnostic]
    ) -> [UInt8]? {
        do {
            var document = try XmlDocument(bytes)
            let editor = TableEditor(namespace: document.root.name.namespace, table: table)
            guard editor.edit(&document.root, decision) else { return nil }
            return Array(document.root.written().utf8)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}

/// Writes a table's rules into the element of a decision.
struct TableEditor {
    let namespace: String?
    let table: DmnTable

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
            writeRules(in: &element)
            decision.nodes[index] = .element(element)
            return true
        }
        return false
    }

    /// Keeps the elements of rules that are still there, so that what others put in them stays.
    private func writeRules(in element: inout XmlElement) {
        let old = element.children("rule", in: namespace)
        element.nodes.removeAll { node in
            if case .element(let child) = node { child.name.local == "rule" } else { false }
        }
        let prefix = element.name.prefix
        element.nodes += table.rules.map { rule in
            let kept = old.first { rule.id != nil && $0["id"] == rule.id }
            return .element(written(rule, kept, prefix))
        }
    }

    private func written(_ rule: DmnRule, _ kept: XmlElement?, _ prefix: String?) -> XmlElement {
        var element = kept ?? XmlElement(XmlName("rule", in: namespace, prefix: prefix))
        if let id = rule.id { element["id"] = id }
        let cells = ["inputEntry": rule.tests, "outputEntry": rule.outputs].mapValues { $0.map(\.text) }
        let entries = element.children
        element.nodes.removeAll { node in
            guard case .element(let child) = node else { return false }
            return ["inputEntry", "outputEntry", "annotationEntry"].contains(child.name.local)
        }
        for (name, texts) in [
            ("inputEntry", cells["inputEntry"] ?? []), ("outputEntry", cells["outputEntry"] ?? []),
            ("annotationEntry", rule.annotations),
        ] {
            let before = entries.filter { $0.name.local == name }
            for (index, text) in texts.enumerated() {
                let cell =
                    index < before.count ? before[index] : XmlElement(XmlName(name, in: namespace, prefix: prefix))
                element.nodes.append(.element(written(text, cell, prefix)))
            }
        }
        return element
    }

    private func written(_ text: String, _ cell: XmlElement, _ prefix: String?) -> XmlElement {
        var cell = cell
        cell.nodes.removeAll { node in
            if case .element(let child) = node { child.name.local == "text" } else { false }
        }
        let child = XmlElement(XmlName("text", in: namespace, prefix: prefix), nodes: [.text(text)])
        cell.nodes.append(.element(child))
        return cell
    }
}
