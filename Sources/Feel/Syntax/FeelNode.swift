/// One step of a parsed expression; it points at its parts by number, so that evaluating walks plain arrays.
enum FeelNode: Sendable {
    typealias ID = Int32

    enum Arithmetic: Sendable { case add, subtract, multiply, divide, power }
    enum Comparison: Sendable { case equal, notEqual, less, atMost, greater, atLeast }
    enum Quantifier: Sendable { case some, every }

    /// A run of parts in the program's list of children.
    struct Parts: Sendable {
        var first: Int32
        var count: Int32
    }

    case constant(Int32)
    case local(Int32)
    case global(Int32)
    /// Inside a filter: the entry of the item that has this name, or else what the name means outside.
    case member(item: Int32, name: Int32, otherwise: ID)
    case negate(ID)
    case arithmetic(Arithmetic, ID, ID)
    case comparison(Comparison, ID, ID)
    case and(ID, ID)
    case or(ID, ID)
    case between(ID, ID, ID)
    case isIn(ID, Parts)
    case path(ID, name: Int32)
    case filter(ID, condition: ID, item: Int32)
    case call(ID, Parts)
    case namedCall(ID, Parts, names: Int32)
    case builtin(Builtin, Parts)
    case choice(ID, ID, ID)
    case loop(Parts, body: ID, partial: Int32)
    case quantified(Quantifier, Parts, condition: ID, first: Int32)
    /// The numbers or dates from one to another, as a loop walks them.
    case span(ID, ID)
    case list(Parts)
    case context(shape: Int32, Parts, first: Int32)
    /// A context in which two entries have this name, so that it has no value (DMN 1.5, 10.3.2.6).
    case doubleKey(name: Int32)
    case interval(ID, ID, includesStart: Bool, includesEnd: Bool)
    case relation(FeelRange.Form, ID)
    /// A function that in `own`, where that is a local, finds itself.
    case function(parameters: Int32, body: ID, captured: Int32, own: Int32)
    case instance(ID, type: Int32)
    /// Whether the value in a local passes: it is that value, in that list or range or, where it mentions `?`, it is true.
    case test(ID, mentionsInput: Bool, input: Int32)
    /// Whether one of the tests passes, or with `not` none.
    case tests(Parts, negated: Bool)
    /// A value that must have a type, by conversion if need be.
    case typed(ID, type: Int32)
    case table(Int32)
}

/// A parsed expression: its steps with their places in the text, and what they refer to.
final class FeelProgram: Sendable {
    let nodes: [FeelNode]
    let places: [Int32]
    let children: [FeelNode.ID]
    let constants: [FeelValue]
    let names: [String]
    let nameLists: [[String]]
    let shapes: [FeelShape]
    let parameters: [[FeelFunction.Parameter]]
    let types: [FeelType]
    let tables: [CompiledTable]
    let fragments: [FeelFragment]
    let root: FeelNode.ID
    let text: String

    init(_ builder: FeelBuilder, root: FeelNode.ID, text: String) {
        nodes = builder.nodes
        places = builder.places
        children = builder.children
        constants = builder.constants
        names = builder.names
        nameLists = builder.nameLists
        shapes = builder.shapes
        parameters = builder.parameters
        types = builder.types
        tables = builder.tables
        fragments = builder.fragments
        self.root = root
        self.text = text
    }

    func position(of node: FeelNode.ID) -> FeelPosition {
        guard places.indices.contains(Int(node)) else { return FeelPosition(line: 1, column: 1) }
        let place = Int(places[Int(node)])
        let fragment = fragments.last { $0.start <= place } ?? FeelFragment(start: 0, line: 1)
        let before = text.unicodeScalars.dropFirst(fragment.start).prefix(place - fragment.start)
        let position = FeelPosition(in: before)
        return FeelPosition(line: position.line + fragment.line - 1, column: position.column)
    }
}

/// One of several texts that make up a program: where it begins, and on which line of its file.
struct FeelFragment: Sendable {
    let start: Int
    let line: Int
}

/// Collects the steps of an expression while it is parsed.
struct FeelBuilder {
    var nodes: [FeelNode] = []
    var places: [Int32] = []
    var children: [FeelNode.ID] = []
    var constants: [FeelValue] = []
    var names: [String] = []
    var nameLists: [[String]] = []
    var shapes: [FeelShape] = []
    var parameters: [[FeelFunction.Parameter]] = []
    var types: [FeelType] = []
    var tables: [CompiledTable] = []
    var fragments: [FeelFragment] = []
    /// Where the text at work begins among all.
    var base = 0

    mutating func emit(_ node: FeelNode, at place: Int) -> FeelNode.ID {
        nodes.append(node)
        places.append(Int32(truncatingIfNeeded: base + place))
        return FeelNode.ID(nodes.count - 1)
    }

    mutating func constant(_ value: FeelValue, at place: Int) -> FeelNode.ID {
        emit(.constant(FeelBuilder.add(value, to: &constants)), at: place)
    }

    /// Lets a function call itself by the name of the local in which it comes to stand.
    mutating func bind(_ id: FeelNode.ID, to own: Int32) {
        switch nodes[Int(id)] {
        case .function(let parameters, let body, let captured, _):
            nodes[Int(id)] = .function(parameters: parameters, body: body, captured: captured, own: own)
        case .typed(let operand, _): bind(operand, to: own)
        default: break
        }
    }

    /// The value of a step that is always the same.
    func constant(_ id: FeelNode.ID) -> FeelValue? {
        guard case .constant(let index) = nodes[Int(id)] else { return nil }
        return constants[Int(index)]
    }

    mutating func parts(_ ids: [FeelNode.ID]) -> FeelNode.Parts {
        let first = Int32(children.count)
        children += ids
        return FeelNode.Parts(first: first, count: Int32(ids.count))
    }

    mutating func name(_ name: String) -> Int32 {
        if let known = names.firstIndex(of: name) { return Int32(known) }
        return FeelBuilder.add(name, to: &names)
    }

    static func add<Item>(_ item: Item, to list: inout [Item]) -> Int32 {
        list.append(item)
        return Int32(list.count - 1)
    }
}

extension FeelPosition {
    init(in before: some Collection<Unicode.Scalar>) {
        let lines = before.count { $0 == "\n" }
        let column = before.reduce(0) { $1 == "\n" ? 0 : $0 + 1 }
        self.init(line: lines + 1, column: column + 1)
    }
}
