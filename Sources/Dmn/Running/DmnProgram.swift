public import Basics
import Feel

/// A DMN model with the models it imports, compiled: decisions by name, ready to be made.
public final class DmnProgram: Sendable {
    public let model: DmnModel
    /// The models that it and its imports may name.
    public let imports: [DmnModel]
    /// The flaws that were found while compiling; a part that is flawed is null when it is evaluated.
    public let diagnostics: [Diagnostic]
    let elements: [DmnElement]
    let numbers: [DmnKey: Int]
    /// The elements whose values come from outside.
    let given: [Int]
    private let named: [String: Int]

    /// Compiles a model; `imports` are the models that it and its imports may name.
    public init(_ model: DmnModel, imports: [DmnModel] = []) {
        var compiler = DmnCompiler(main: model, imports: imports)
        compiler.compile()
        self.model = model
        self.imports = imports
        diagnostics = compiler.diagnostics
        elements = compiler.elements
        numbers = compiler.numbers
        given = compiler.elements.indices.filter { compiler.elements[$0].isGiven }
        let own = compiler.elements.enumerated().filter { $1.namespace == model.namespace }
        let all = (own + compiler.elements.enumerated()).map { ($1.name, $0) }
        named = Dictionary(all) { first, _ in first }
    }

    /// What the check says of a table of the model, with the types that the model and its imports describe.
    public func check(_ table: DmnTable) -> [DmnFinding] { table.check(in: model, imports: imports) }

    /// The decisions of the model itself, in the order of the file.
    public var decisions: [String] { model.decisions.map(\.variable.name) }

    /// The inputs of the model itself.
    public var inputs: [String] { model.inputs.map(\.variable.name) }

    /// The number of an element by its name; one of the model itself goes before those of imports.
    func number(named name: String) -> Int? { named[name] }
}

/// The place of an element: its file's namespace and its identifier.
struct DmnKey: Hashable, Sendable {
    let namespace: String
    let id: String
}

/// A compiled element.
struct DmnElement: Sendable {
    enum Kind: Sendable {
        case input
        case decision(DmnLogic?)
        case knowledge(DmnLogic, [FeelFunction.Parameter])
        case service(outputs: [Int], parameters: [Int])
    }

    let namespace: String
    let name: String
    let type: FeelType
    let kind: Kind
}

/// An expression, and where the names in it come from.
struct DmnLogic: Sendable {
    enum Source: Sendable {
        case element(Int)
        /// An import's name: a context of the elements that are needed from it.
        case imported([(name: String, element: Int)])
        case missing
    }

    let expression: FeelExpression
    let sources: [Source]

    /// The names that it uses and nothing gives.
    var missing: [String] {
        zip(expression.variables, sources).compactMap { name, source in if case .missing = source { name } else { nil }
        }
    }
}
