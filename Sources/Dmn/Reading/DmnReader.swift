public import Basics
import Xml

/// A DMN file as it was read: the model, and the flaws in it.
public struct DmnFile: Sendable {
    public let model: DmnModel
    public let diagnostics: [Diagnostic]

    /// Reads a file of DMN 1.1 to 1.5; `nil` where it is no DMN at all, with the reason in `diagnostics`.
    public init?(_ bytes: [UInt8], diagnostics: inout [Diagnostic]) {
        do {
            let document = try XmlDocument(bytes)
            guard document.root.name.local == "definitions" else {
                let name = document.root.name.local
                diagnostics.append(Diagnostic(.error, "not-dmn", "the root is <\(name)>, not <definitions>", line: 1))
                return nil
            }
            var reader = DmnReader(namespace: document.root.name.namespace)
            model = reader.model(document.root)
            self.diagnostics = document.warnings + reader.diagnostics
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}

/// Turns elements into values; names are matched in the namespace of the root, so that every version of DMN reads alike.
struct DmnReader {
    let namespace: String?
    var diagnostics: [Diagnostic] = []

    init(namespace: String?) { self.namespace = namespace }

    mutating func model(_ root: XmlElement) -> DmnModel {
        var model = DmnModel()
        model.namespace = root["namespace"] ?? ""
        model.id = root["id"] ?? ""
        model.name = root["name"] ?? ""
        for child in root.children where child.name.namespace == namespace { add(child, to: &model) }
        return model.withImpliedInputs
    }

    private mutating func add(_ element: XmlElement, to model: inout DmnModel) {
        switch element.name.local {
        case "import":
            let name = element["name"] ?? ""
            model.imports.append(DmnImport(name: name, namespace: element["namespace"] ?? "", line: element.line))
        case "itemDefinition": model.types.append(itemDefinition(element))
        case "inputData":
            let input = DmnInput(id: element["id"] ?? "", variable: variable(of: element), line: element.line)
            model.inputs.append(input)
        case "decision": model.decisions.append(decision(element))
        case "businessKnowledgeModel": model.knowledge.append(knowledge(element))
        case "decisionService": model.services.append(service(element))
        default: break
        }
    }

    /// The variable of an element that has one, or its own name.
    private func variable(of element: XmlElement) -> DmnVariable {
        let variable = child("variable", of: element)
        let name = variable?["name"].flatMap { $0.isEmpty ? nil : $0 } ?? element["name"] ?? ""
        return DmnVariable(name: DmnReader.trimmed(name), type: variable.flatMap { type($0) })
    }

    func variable(_ element: XmlElement) -> DmnVariable {
        DmnVariable(name: DmnReader.trimmed(element["name"] ?? ""), type: type(element))
    }

    /// What Camunda 7 calls kinds of number, which FEEL has one of.
    private static let numbers: Set = ["integer", "long", "double"]

    /// A type's name, as an attribute or as an element.
    func type(_ element: XmlElement) -> String? {
        (element["typeRef"] ?? child("typeRef", of: element)?.text).flatMap(DmnReader.typeName)
    }

    /// The name that FEEL has for a type as it was written.
    static func typeName(_ written: String) -> String? {
        let name = trimmed(written)
        return name.isEmpty ? nil : numbers.contains(name) ? "number" : name
    }

    func child(_ name: String, of element: XmlElement) -> XmlElement? { element.child(name, in: namespace) }
    func children(_ name: String, of element: XmlElement) -> [XmlElement] { element.children(name, in: namespace) }

    /// The text in an element's `text` child.
    func text(_ element: XmlElement?) -> String? {
        element.flatMap { child("text", of: $0)?.text }
    }

    static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension DmnReader {
    private func itemDefinition(_ element: XmlElement) -> DmnItemDefinition {
        var item = DmnItemDefinition(name: DmnReader.trimmed(element["name"] ?? ""), line: element.line)
        item.base = type(element)
        item.isCollection = element["isCollection"] == "true"
        item.components = children("itemComponent", of: element).map { itemDefinition($0) }
        item.allowedValues = text(child("allowedValues", of: element))
        item.typeConstraint = text(child("typeConstraint", of: element))
        item.function = child("functionItem", of: element).map { function in
            DmnFunctionItem(
                parameters: children("parameters", of: function).map { variable($0) },
                result: function["outputTypeRef"])
        }
        return item
    }

    private mutating func decision(_ element: XmlElement) -> DmnDecision {
        DmnDecision(
            id: element["id"] ?? "", name: DmnReader.trimmed(element["name"] ?? ""), variable: variable(of: element),
            question: child("question", of: element)?.text,
            information: references("informationRequirement", ["requiredInput", "requiredDecision"], in: element),
            knowledge: references("knowledgeRequirement", ["requiredKnowledge"], in: element),
            logic: logic(in: element), line: element.line)
    }

    private mutating func knowledge(_ element: XmlElement) -> DmnKnowledge {
        let logic = child("encapsulatedLogic", of: element)
        return DmnKnowledge(
            id: element["id"] ?? "", name: DmnReader.trimmed(element["name"] ?? ""), variable: variable(of: element),
            function: logic.map { function($0) },
            knowledge: references("knowledgeRequirement", ["requiredKnowledge"], in: element), line: element.line)
    }

    private func service(_ element: XmlElement) -> DmnService {
        func list(_ name: String) -> [DmnReference] {
            children(name, of: element).map { DmnReference(href: $0["href"] ?? "", line: $0.line) }
        }
        return DmnService(
            id: element["id"] ?? "", name: DmnReader.trimmed(element["name"] ?? ""), variable: variable(of: element),
            outputs: list("outputDecision"), inputDecisions: list("inputDecision"), inputData: list("inputData"),
            line: element.line)
    }

    private func references(_ name: String, _ kinds: [String], in element: XmlElement) -> [DmnReference] {
        children(name, of: element).flatMap { requirement in
            requirement.children.filter { kinds.contains($0.name.local) }
                .map { DmnReference(href: $0["href"] ?? "", line: $0.line) }
        }
    }
}
