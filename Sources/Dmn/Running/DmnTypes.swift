import Basics
import Feel

/// The types that item definitions make, by name; those of imported files under the import's name.
struct DmnTypes {
    private(set) var named: [String: FeelType] = [:]
    private(set) var members: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []
    private var definitions: [String: DmnItemDefinition] = [:]
    private var underway: Set<String> = []

    init(_ model: DmnModel, imported: [(alias: String, types: DmnTypes)]) {
        for (alias, types) in imported {
            for (name, type) in types.named { named[alias.isEmpty ? name : alias + "." + name] = type }
            members.formUnion(types.members)
        }
        definitions = Dictionary(model.types.map { ($0.name, $0) }) { first, _ in first }
        for definition in model.types where named[definition.name] == nil { define(definition) }
    }

    /// The type with a name, perhaps behind a prefix as in `feel:string`; one that means nothing is any type, and is reported.
    mutating func type(_ name: String?, line: Int) -> FeelType {
        guard let name else { return .any }
        if let known = named[name] ?? FeelType.named[name] { return known }
        if let definition = definitions[name], !underway.contains(name) {
            define(definition)
            return named[name] ?? .any
        }
        if let colon = name.firstIndex(of: ":") { return type(String(name[name.index(after: colon)...]), line: line) }
        if definitions[name] == nil {
            diagnostics.append(Diagnostic(.error, "unknown-type", "there is no type \"\(name)\"", line: line))
        }
        return .any
    }

    /// The values that a named type allows, as they were written.
    func allowedValues(of name: String?) -> String? { name.flatMap { definitions[$0]?.allowedValues } }

    private mutating func define(_ definition: DmnItemDefinition) {
        underway.insert(definition.name)
        named[definition.name] = built(definition, depth: 0)
        underway.remove(definition.name)
    }

    private mutating func built(_ definition: DmnItemDefinition, depth: Int) -> FeelType {
        guard depth < 40 else { return .any }
        var type = base(of: definition, depth: depth)
        if let tests = tests(definition.allowedValues, definition) { type = .constrained(type, tests) }
        if definition.isCollection { type = .list(type) }
        if let tests = tests(definition.typeConstraint, definition) { type = .constrained(type, tests) }
        return type
    }

    private mutating func base(of definition: DmnItemDefinition, depth: Int) -> FeelType {
        if let function = definition.function {
            let parameters = function.parameters.map { type($0.type, line: definition.line) }
            return .function(parameters, type(function.result, line: definition.line))
        }
        guard !definition.components.isEmpty else { return type(definition.base, line: definition.line) }
        var fields: [String: FeelType] = [:]
        for component in definition.components {
            members.insert(component.name)
            fields[component.name] = built(component, depth: depth + 1)
        }
        return .context(fields)
    }

    private mutating func tests(_ text: String?, _ definition: DmnItemDefinition) -> UnaryTests? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        do throws(FeelSyntaxError) {
            return try UnaryTests(parsing: text)
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "bad-expression", error.reason.sentence, line: definition.line, element: definition.name)
            )
            return nil
        }
    }
}
