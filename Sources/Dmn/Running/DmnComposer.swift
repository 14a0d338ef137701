import Basics
import Feel

/// Turns boxed expressions into one program of FEEL; what cannot be parsed is reported and is null.
struct DmnComposer {
    var feel: FeelComposer
    var types: DmnTypes
    var diagnostics: [Diagnostic] = []
    private var depth = 0

    init(names: FeelNames, types: DmnTypes) {
        feel = FeelComposer(names: names)
        self.types = types
    }

    mutating func compose(_ expression: DmnExpression) -> FeelNodeID {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else { return refused("too-deep", "boxes nest too deep", expression.line) }
        return feel.typed(composed(expression), types.type(expression.type, line: expression.line))
    }

    private mutating func composed(_ expression: DmnExpression) -> FeelNodeID {
        switch expression.kind {
        case .literal(let text): return literal(text, expression.line)
        case .table(let table): return compose(table)
        case .context(let entries): return context(entries)
        case .list(let elements):
            let ids = elements.map { compose($0) }
            return feel.list(ids)
        case .relation(let columns, let rows): return relation(columns, rows)
        case .function(let function): return compose(function)
        case .invocation(let callee, let bindings): return invocation(callee, bindings)
        case .conditional(let condition, let yes, let no):
            let (test, first, second) = (compose(condition), compose(yes), compose(no))
            return feel.choice(test, first, second)
        case .filter(let source, let match): return filter(source, match)
        case .iteration(let iteration): return compose(iteration)
        }
    }

    /// An expression's text; an empty one is null.
    mutating func literal(_ text: String, _ line: Int) -> FeelNodeID {
        guard !text.allSatisfy(\.isWhitespace) else { return feel.constant(.null) }
        do throws(FeelSyntaxError) {
            return try feel.expression(text, line: line)
        } catch {
            return refused(error)
        }
    }

    mutating func refused(_ error: FeelSyntaxError) -> FeelNodeID {
        refused("bad-expression", error.reason.sentence, error.position.line)
    }

    private mutating func refused(_ code: String, _ message: Phrase, _ line: Int) -> FeelNodeID {
        diagnostics.append(Diagnostic(.error, code, message, line: line))
        return feel.constant(.null)
    }
}

extension DmnComposer {
    /// Entries see those before them; an entry without a name is the result.
    private mutating func context(_ entries: [DmnEntry]) -> FeelNodeID {
        var (keys, values, first): ([String], [FeelNodeID], Int32) = ([], [], 0)
        for (index, entry) in entries.enumerated() {
            let name = entry.variable?.name ?? ""
            let (value, slot) = named(name.isEmpty ? " result" : name, entry.value) { $0.value(of: entry) }
            if index == 0 { first = slot }
            keys.append(name)
            values.append(value)
        }
        feel.forget(entries.count)
        let context = feel.context(keys, values, first: first)
        return keys.last == "" ? feel.path(context, "") : context
    }

    /// Composes what will be known by a name, and declares that; a function may call itself by it.
    mutating func named(
        _ name: String, _ expression: DmnExpression?, _ compose: (inout DmnComposer) -> FeelNodeID
    ) -> (value: FeelNodeID, slot: Int32) {
        guard expression?.definesFunction ?? false else {
            let value = compose(&self)
            return (value, feel.declare(name))
        }
        let slot = feel.declare(name)
        let value = compose(&self)
        feel.bind(value, to: slot)
        return (value, slot)
    }

    private mutating func value(of entry: DmnEntry) -> FeelNodeID {
        guard let expression = entry.value else { return feel.constant(.null) }
        return feel.typed(compose(expression), types.type(entry.variable?.type, line: expression.line))
    }

    private mutating func relation(_ columns: [DmnVariable], _ rows: [[DmnExpression]]) -> FeelNodeID {
        var contexts: [FeelNodeID] = []
        for row in rows {
            let first = feel.declare(" row")
            var values = row.prefix(columns.count).map { compose($0) }
            while values.count < columns.count { values.append(feel.constant(.null)) }
            feel.forget(1)
            contexts.append(feel.context(columns.map(\.name), values, first: first))
        }
        return feel.list(contexts)
    }

    mutating func compose(_ function: DmnFunction) -> FeelNodeID {
        let parameters = parameters(function)
        let captured = feel.declare(" function")
        feel.forget(1)
        for parameter in parameters { _ = feel.declare(parameter.name) }
        let body = body(function)
        feel.forget(parameters.count)
        return feel.function(parameters, body, captured: captured)
    }

    mutating func parameters(_ function: DmnFunction) -> [FeelFunction.Parameter] {
        function.parameters.map { FeelFunction.Parameter($0.name, types.type($0.type, line: function.line)) }
    }

    /// A function's body; one of another language is null, and said to be.
    mutating func body(_ function: DmnFunction) -> FeelNodeID {
        switch function.language {
        case .feel: return function.body.map { compose($0) } ?? feel.constant(.null)
        case .java, .pmml:
            let message: Phrase = "functions in \(function.language.rawValue) are not supported; write it in FEEL"
            return refused("external-function", message, function.line)
        }
    }

    private mutating func invocation(_ callee: DmnExpression, _ bindings: [DmnEntry]) -> FeelNodeID {
        let function = compose(callee)
        let values = bindings.map { value(of: $0) }
        return feel.call(function, values, names: bindings.map { $0.variable?.name ?? "" })
    }

    private mutating func filter(_ source: DmnExpression, _ match: DmnExpression) -> FeelNodeID {
        let domain = compose(source)
        let item = feel.declareItem()
        let condition = compose(match)
        feel.forgetItem()
        return feel.filter(domain, condition, item: item)
    }

    private mutating func compose(_ iteration: DmnIteration) -> FeelNodeID {
        let isLoop = iteration.kind == .for
        let partial = isLoop ? feel.declare("partial") : 0
        let domain = domain(iteration.domain)
        let variable = feel.declare(iteration.variable)
        let body = compose(iteration.body)
        feel.forget(isLoop ? 2 : 1)
        switch iteration.kind {
        case .for: return feel.loop(domain, body, partial: partial)
        case .some: return feel.some(domain, body, first: variable)
        case .every: return feel.every(domain, body, first: variable)
        }
    }

    /// What a loop walks through: a list, or `1..10` without brackets.
    private mutating func domain(_ expression: DmnExpression) -> FeelNodeID {
        guard case .literal(let text) = expression.kind, expression.type == nil else { return compose(expression) }
        do throws(FeelSyntaxError) {
            return try feel.domain(text, line: expression.line)
        } catch {
            return refused(error)
        }
    }
}

extension DmnExpression {
    /// Whether it is a function, in a box or as text.
    fileprivate var definesFunction: Bool {
        switch kind {
        case .function: true
        case .literal(let text): text.drop { $0.isWhitespace }.hasPrefix("function")
        case .table, .context, .list, .relation, .invocation, .conditional, .filter, .iteration: false
        }
    }
}
