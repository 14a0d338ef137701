import Basics
import Xml

extension DmnReader {
    /// The expression among the children of an element, if there is one.
    mutating func logic(in element: XmlElement) -> DmnExpression? {
        for child in element.children where child.name.namespace == namespace {
            if let found = expression(child) { return found }
        }
        return nil
    }

    /// The element as an expression; `nil` when it is another thing.
    private mutating func expression(_ element: XmlElement) -> DmnExpression? {
        guard let kind = kind(element) else { return nil }
        return DmnExpression(kind: kind, type: type(element), line: element.line)
    }

    private mutating func kind(_ element: XmlElement) -> DmnExpressionKind? {
        switch element.name.local {
        case "literalExpression": literal(element)
        case "decisionTable": .table(table(element))
        case "context": .context(children("contextEntry", of: element).map { entry($0) })
        case "list": .list(element.children.compactMap { expression($0) })
        case "relation": relation(element)
        case "functionDefinition": .function(function(element))
        case "invocation": invocation(element)
        case "conditional":
            .conditional(part("if", element), then: part("then", element), otherwise: part("else", element))
        case "filter": .filter(part("in", element), match: part("match", element))
        case "for": iteration(.for, element, body: "return")
        case "some": iteration(.some, element, body: "satisfies")
        case "every": iteration(.every, element, body: "satisfies")
        default: nil
        }
    }

    /// FEEL is the only language that is understood; an expression in another is reported and reads as null.
    private mutating func literal(_ element: XmlElement) -> DmnExpressionKind {
        let language = element["expressionLanguage"]?.lowercased() ?? ""
        guard language.isEmpty || language.contains("feel") || language.contains("spec/dmn") else {
            diagnostics.append(
                Diagnostic(
                    .error, "unsupported-language", "write this in FEEL instead of \(language)", line: element.line))
            return .literal("null")
        }
        return .literal(text(element) ?? "")
    }

    /// The expression inside a named child; an empty one is reported and reads as null.
    private mutating func part(_ name: String, _ element: XmlElement) -> DmnExpression {
        if let child = child(name, of: element), let found = logic(in: child) { return found }
        diagnostics.append(
            Diagnostic(
                .warning, "missing-part", "<\(element.name.local)> has no expression in <\(name)>", line: element.line))
        return DmnExpression(kind: .literal("null"), type: nil, line: element.line)
    }

    private mutating func entry(_ element: XmlElement) -> DmnEntry {
        DmnEntry(variable: child("variable", of: element).map { variable($0) }, value: logic(in: element))
    }

    private mutating func relation(_ element: XmlElement) -> DmnExpressionKind {
        let columns = children("column", of: element).map { variable($0) }
        let rows = children("row", of: element).map { row in row.children.compactMap { expression($0) } }
        return .relation(columns: columns, rows: rows)
    }

    mutating func function(_ element: XmlElement) -> DmnFunction {
        DmnFunction(
            language: DmnFunction.Language(rawValue: element["kind"] ?? "FEEL") ?? .java,
            parameters: children("formalParameter", of: element).map { variable($0) }, body: logic(in: element),
            line: element.line)
    }

    private mutating func invocation(_ element: XmlElement) -> DmnExpressionKind {
        let callee = logic(in: element) ?? DmnExpression(kind: .literal("null"), type: nil, line: element.line)
        let bindings = children("binding", of: element).map { binding in
            DmnEntry(variable: child("parameter", of: binding).map { variable($0) }, value: logic(in: binding))
        }
        return .invocation(callee, bindings)
    }

    private mutating func iteration(
        _ kind: DmnIteration.Kind, _ element: XmlElement, body: String
    ) -> DmnExpressionKind {
        .iteration(
            DmnIteration(
                kind: kind, variable: element["iteratorVariable"] ?? "", domain: part("in", element),
                body: part(body, element)))
    }
}

extension DmnReader {
    private mutating func table(_ element: XmlElement) -> DmnTable {
        DmnTable(
            policy: policy(element), inputs: children("input", of: element).map { input($0) },
            outputs: children("output", of: element).map { output($0) },
            annotations: children("annotation", of: element).map { $0["name"] ?? "" },
            rules: children("rule", of: element).map { rule($0) }, line: element.line)
    }

    private mutating func policy(_ element: XmlElement) -> DmnHitPolicy {
        switch element["hitPolicy"] ?? "UNIQUE" {
        case "UNIQUE": return .unique
        case "ANY": return .any
        case "PRIORITY": return .priority
        case "FIRST": return .first
        case "OUTPUT ORDER": return .outputOrder
        case "RULE ORDER": return .ruleOrder
        case "COLLECT": return .collect(element["aggregation"].flatMap { DmnHitPolicy.Aggregator(rawValue: $0) })
        case let other:
            diagnostics.append(
                Diagnostic(.error, "unknown-hit-policy", "there is no hit policy \"\(other)\"", line: element.line))
            return .unique
        }
    }

    private func input(_ element: XmlElement) -> DmnInputClause {
        let expression = child("inputExpression", of: element)
        return DmnInputClause(
            label: element["label"], expression: text(expression) ?? "", type: expression.flatMap { type($0) },
            allowed: text(child("inputValues", of: element)), line: expression?.line ?? element.line)
    }

    private func output(_ element: XmlElement) -> DmnOutputClause {
        DmnOutputClause(
            label: element["label"], name: element["name"].map(DmnReader.trimmed), type: type(element),
            allowed: text(child("outputValues", of: element)),
            fallback: text(child("defaultOutputEntry", of: element)), line: element.line)
    }

    private func rule(_ element: XmlElement) -> DmnRule {
        DmnRule(
            id: element["id"], tests: children("inputEntry", of: element).map { cell($0) },
            outputs: children("outputEntry", of: element).map { cell($0) },
            annotations: children("annotationEntry", of: element).map { text($0) ?? "" }, line: element.line)
    }

    private func cell(_ element: XmlElement) -> DmnCell {
        DmnCell(text: text(element) ?? "", line: child("text", of: element)?.line ?? element.line)
    }
}
