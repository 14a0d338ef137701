public import Basics
import Feel

/// A DMN model with the models it imports, compiled: decisions by name, ready to be made.
public final class DmnProgram: Sendable {
    public let model: DmnModel
    /// The flaws that were found while compiling; a part that is flawed is null when it is evaluated.
    public let diagnostics: [Diagnostic]
    let elements: [DmnElement]
    let numbers: [DmnKey: Int]

    /// Compiles a model; `imports` are the models that it and its imports may name.
    public init(_ model: DmnModel, imports: [DmnModel] = []) {
        var compiler = DmnCompiler(main: model, imports: imports)
        compiler.compile()
        self.model = model
        diagnostics = compiler.diagnostics
        elements = compiler.elements
        numbers = compiler.numbers
    }

    /// The decisions of the model itself, in the order of the file.
    public var decisions: [String] { model.decisions.map(\.variable.name) }

    /// The inputs of the model itself.
    public var inputs: [String] { model.inputs.map(\.variable.name) }

    /// The number of an element of the model by its name.
    func number(named name: String, in namespace: String? = nil) -> Int? {
        let wanted = namespace ?? model.namespace
        return elements.firstIndex { $0.name == name && $0.namespace == wanted }
            ?? elements.firstIndex { $0.name == name }
    }
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
}
