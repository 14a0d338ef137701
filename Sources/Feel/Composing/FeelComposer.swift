/// Builds one program out of several texts and the boxes around them, as the boxed expressions of DMN are.
package struct FeelComposer {
    private var names: FeelNames
    private var builder = FeelBuilder()
    private var locals: [FeelParser.Local] = []
    private var items: [Int32] = []
    private var slots: Int32 = 0
    private var text = ""
    private var length = 0
    private var symbols: FeelSymbols

    package init(names: FeelNames, symbols: FeelSymbols = FeelSymbols()) {
        self.names = names
        self.symbols = symbols
    }

    /// Adds an expression of FEEL.
    package mutating func expression(_ text: String, line: Int) throws(FeelSyntaxError) -> FeelNodeID {
        try parse(text, line) { parser throws(FeelSyntaxError) in try parser.whole() }
    }

    /// Adds what a loop walks through: an expression, or `1..10`.
    package mutating func domain(_ text: String, line: Int) throws(FeelSyntaxError) -> FeelNodeID {
        try parse(text, line) { parser throws(FeelSyntaxError) in try parser.wholeDomain() }
    }

    /// Adds unary tests of the value in a local; `nil` for tests that anything passes.
    package mutating func tests(_ text: String, of slot: Int32, line: Int) throws(FeelSyntaxError) -> FeelNodeID? {
        let id = try parse(text, line) { parser throws(FeelSyntaxError) in try parser.wholeUnaryTests(of: slot) }
        if case .boolean(true) = builder.constant(id) { return nil }
        return id
    }

    /// Adds unary tests one by one, in their order.
    package mutating func testList(
        _ text: String, of slot: Int32, line: Int
    ) throws(FeelSyntaxError) -> [FeelNodeID] {
        let id = try parse(text, line) { parser throws(FeelSyntaxError) in try parser.wholeUnaryTests(of: slot) }
        guard case .tests(let parts, false) = builder.nodes[Int(id)] else {
            if case .test = builder.nodes[Int(id)] { return [id] }
            return []
        }
        return Array(builder.children[Int(parts.first)..<Int(parts.first + parts.count)])
    }

    private mutating func parse(
        _ fragment: String, _ line: Int, _ parse: (inout FeelParser) throws(FeelSyntaxError) -> FeelNodeID
    ) throws(FeelSyntaxError) -> FeelNodeID {
        var parser = try FeelParser(fragment, names: names, symbols: symbols)
        (parser.builder, parser.locals, parser.items, parser.slots) = (builder, locals, items, slots)
        parser.builder.base = length
        parser.builder.fragments.append(FeelFragment(start: length, line: line))
        let id: FeelNodeID
        do throws(FeelSyntaxError) {
            id = try parse(&parser)
        } catch {
            let place = error.position
            throw FeelSyntaxError(error.reason, at: FeelPosition(line: place.line + line - 1, column: place.column))
        }
        (builder, symbols) = (parser.builder, parser.symbols)
        text += fragment + "\n"
        length += parser.text.count + 1
        return id
    }

    /// The program as an expression.
    package func finished(_ root: FeelNodeID) -> FeelExpression {
        FeelExpression(FeelProgram(builder, root: root, text: text), symbols)
    }
}

extension FeelComposer {
    /// Makes a name known in what follows; gives the number of its local.
    package mutating func declare(_ name: String) -> Int32 {
        locals.append(FeelParser.Local(pieces: NameSet.pieces(name), name: name, slot: slots))
        slots += 1
        return slots - 1
    }

    package mutating func forget(_ count: Int) {
        locals.removeLast(count)
        slots -= Int32(count)
    }

    /// Declares the item of a filter, whose entries are names as well.
    package mutating func declareItem() -> Int32 {
        let item = declare("item")
        items.append(item)
        return item
    }

    package mutating func forgetItem() {
        items.removeLast()
        forget(1)
    }

    package mutating func constant(_ value: FeelValue) -> FeelNodeID { builder.constant(value, at: 0) }

    package mutating func local(_ slot: Int32) -> FeelNodeID { emit(.local(slot)) }

    package mutating func list(_ elements: [FeelNodeID]) -> FeelNodeID { emit(.list(builder.parts(elements))) }

    /// Entries that were declared one after the other, from the local `first` on.
    package mutating func context(
        _ keys: [String], _ values: [FeelNodeID], first: Int32
    ) -> FeelNodeID {
        let shape = FeelBuilder.add(FeelShape(keys), to: &builder.shapes)
        return emit(.context(shape: shape, builder.parts(values), first: first))
    }

    package mutating func path(_ value: FeelNodeID, _ name: String) -> FeelNodeID {
        emit(.path(value, name: builder.name(name)))
    }

    package mutating func call(
        _ function: FeelNodeID, _ arguments: [FeelNodeID], names: [String]
    ) -> FeelNodeID {
        let list = FeelBuilder.add(names, to: &builder.nameLists)
        return emit(.namedCall(function, builder.parts(arguments), names: list))
    }

    package mutating func choice(_ condition: FeelNodeID, _ yes: FeelNodeID, _ no: FeelNodeID) -> FeelNodeID {
        emit(.choice(condition, yes, no))
    }

    package mutating func filter(_ source: FeelNodeID, _ condition: FeelNodeID, item: Int32) -> FeelNodeID {
        emit(.filter(source, condition: condition, item: item))
    }

    package mutating func loop(_ domain: FeelNodeID, _ body: FeelNodeID, partial: Int32) -> FeelNodeID {
        emit(.loop(builder.parts([domain]), body: body, partial: partial))
    }

    package mutating func some(_ domain: FeelNodeID, _ condition: FeelNodeID, first: Int32) -> FeelNodeID {
        emit(.quantified(.some, builder.parts([domain]), condition: condition, first: first))
    }

    package mutating func every(_ domain: FeelNodeID, _ condition: FeelNodeID, first: Int32) -> FeelNodeID {
        emit(.quantified(.every, builder.parts([domain]), condition: condition, first: first))
    }

    package mutating func function(
        _ parameters: [FeelFunction.Parameter], _ body: FeelNodeID, captured: Int32
    ) -> FeelNodeID {
        let list = FeelBuilder.add(parameters, to: &builder.parameters)
        return emit(.function(parameters: list, body: body, captured: captured, own: -1))
    }

    /// Lets a function call itself by the name of the local in which it comes to stand.
    package mutating func bind(_ function: FeelNodeID, to own: Int32) { builder.bind(function, to: own) }

    package mutating func typed(_ value: FeelNodeID, _ type: FeelType) -> FeelNodeID {
        if case .any = type { return value }
        return emit(.typed(value, type: FeelBuilder.add(type, to: &builder.types)))
    }

    package mutating func table(_ table: FeelTable) -> FeelNodeID {
        emit(.table(FeelBuilder.add(CompiledTable(table, builder), to: &builder.tables)))
    }

    private mutating func emit(_ node: FeelNode) -> FeelNodeID { builder.emit(node, at: 0) }
}
