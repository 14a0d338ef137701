import Basics
import Feel

/// Compiles the elements of a model and its imports, and ties the names in expressions to what they stand for.
struct DmnCompiler {
    private let models: [DmnModel]
    private var types: [DmnTypes] = []
    private(set) var elements: [DmnElement] = []
    private(set) var numbers: [DmnKey: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private var names: [String] = []

    init(main: DmnModel, imports: [DmnModel]) {
        var (reached, queue): ([DmnModel], [DmnModel]) = ([], [main])
        while let model = queue.popLast() {
            guard !reached.contains(where: { $0.namespace == model.namespace }), reached.count < 200 else { continue }
            reached.append(model)
            queue += model.imports.compactMap { wanted in imports.first { $0.namespace == wanted.namespace } }
        }
        models = reached
    }

    mutating func compile() {
        for index in models.indices { number(models[index]) }
        types = models.map { DmnTypes($0, imported: []) }
        for _ in models {
            types = models.map { model in
                let imported = model.imports.compactMap { wanted in
                    modelIndex(wanted.namespace).map { (alias: wanted.name, types: types[$0]) }
                }
                return DmnTypes(model, imported: imported)
            }
        }
        for index in models.indices {
            checkImports(of: models[index])
            diagnostics += models[index].rings
            compile(models[index], types[index])
        }
        diagnostics += types.flatMap(\.diagnostics)
    }

    private func modelIndex(_ namespace: String) -> Int? { models.firstIndex { $0.namespace == namespace } }

    private mutating func checkImports(of model: DmnModel) {
        for wanted in model.imports
        where modelIndex(wanted.namespace) == nil && wanted.isOfModels {
            diagnostics.append(
                Diagnostic(
                    .error, "missing-import",
                    "imports the model with the namespace \(wanted.namespace), which is not here: hand in the file with that namespace too",
                    line: wanted.line, element: wanted.name.isEmpty ? nil : wanted.name))
        }
    }

    /// Gives every element its number, in the order in which they will be compiled.
    private mutating func number(_ model: DmnModel) {
        let ids =
            model.inputs.map { ($0.id, $0.variable.name) } + model.knowledge.map { ($0.id, $0.variable.name) }
            + model.services.map { ($0.id, $0.variable.name) } + model.decisions.map { ($0.id, $0.variable.name) }
        for (id, name) in ids {
            numbers[DmnKey(namespace: model.namespace, id: id)] = names.count
            names.append(name)
        }
    }

    private mutating func compile(_ model: DmnModel, _ types: DmnTypes) {
        var types = types
        for input in model.inputs {
            add(model, input.variable, types.type(input.variable.type, line: input.line), .input)
        }
        for knowledge in model.knowledge { compile(knowledge, model, types) }
        for service in model.services { compile(service, model, types) }
        for decision in model.decisions { compile(decision, model, types) }
    }

    private mutating func add(
        _ model: DmnModel, _ variable: DmnVariable, _ type: FeelType, _ kind: DmnElement.Kind
    ) {
        elements.append(DmnElement(namespace: model.namespace, name: variable.name, type: type, kind: kind))
    }

    /// A business knowledge model also knows itself, so that it may recur.
    private mutating func compile(_ knowledge: DmnKnowledge, _ model: DmnModel, _ types: DmnTypes) {
        let required = [elements.count] + required(knowledge.knowledge, model, knowledge.name)
        var composer = DmnComposer(names: names(required, model, types), types: types)
        let function =
            knowledge.function
            ?? DmnFunction(language: .feel, parameters: [], body: nil, line: knowledge.line)
        let parameters = composer.parameters(function)
        for parameter in parameters { _ = composer.feel.declare(parameter.name) }
        let body = composer.body(function)
        let type = composer.types.type(knowledge.variable.type, line: knowledge.line)
        report(composer, knowledge.name)
        let compiled = logic(composer.feel.finished(body), required, model)
        add(model, knowledge.variable, type.resultOfFunction, .knowledge(compiled, parameters))
    }

    private mutating func compile(_ service: DmnService, _ model: DmnModel, _ types: DmnTypes) {
        var types = types
        let outputs = required(service.outputs, model, service.name)
        let parameters = required(service.inputData + service.inputDecisions, model, service.name)
        let type = types.type(service.variable.type, line: service.line).resultOfFunction
        add(model, service.variable, type, .service(outputs: outputs, parameters: parameters))
    }

    private mutating func compile(_ decision: DmnDecision, _ model: DmnModel, _ types: DmnTypes) {
        let required = required(decision.information + decision.knowledge, model, decision.name)
        var composer = DmnComposer(names: names(required, model, types), types: types)
        let root = decision.logic.map { logic in
            composer.named(decision.variable.name, logic) { $0.compose(logic) }.value
        }
        let type = composer.types.type(decision.variable.type, line: decision.line)
        report(composer, decision.name)
        let compiled = root.map { logic(composer.feel.finished($0), required, model) }
        for name in compiled?.missing ?? [] {
            diagnostics.append(
                Diagnostic(
                    .warning, "unknown-name", "uses “\(name)”, which nothing gives it", line: decision.line,
                    element: decision.name))
        }
        add(model, decision.variable, type, .decision(compiled))
    }

    private mutating func report(_ composer: DmnComposer, _ element: String) {
        diagnostics += composer.diagnostics.map {
            Diagnostic($0.severity, $0.code, $0.message, line: $0.line, element: element)
        }
    }
}

extension DmnCompiler {
    /// The numbers of the elements that are referred to.
    private mutating func required(_ references: [DmnReference], _ model: DmnModel, _ element: String) -> [Int] {
        references.compactMap { reference in
            if let number = numbers[key(reference, model)] { return number }
            diagnostics.append(
                Diagnostic(
                    .error, "dangling-reference", "nothing has the identifier \(reference.href)", line: reference.line,
                    element: element))
            return nil
        }
    }

    private func key(_ reference: DmnReference, _ model: DmnModel) -> DmnKey {
        let parts = reference.href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return DmnKey(namespace: model.namespace, id: reference.href) }
        let namespace = parts[0].isEmpty ? model.namespace : String(parts[0])
        return DmnKey(namespace: namespace, id: String(parts[1]))
    }

    private func model(ofElement number: Int) -> DmnModel? {
        var left = number
        for model in models {
            let count = model.inputs.count + model.knowledge.count + model.services.count + model.decisions.count
            if left < count { return model }
            left -= count
        }
        return nil
    }

    /// The name under which a model knows the elements of another; `nil` for its own.
    private func alias(of number: Int, in model: DmnModel) -> String? {
        guard let owner = self.model(ofElement: number), owner.namespace != model.namespace else { return nil }
        return model.imports.first { $0.namespace == owner.namespace }?.name
    }

    private func names(_ required: [Int], _ model: DmnModel, _ types: DmnTypes) -> FeelNames {
        var known = FeelNames([String](), members: types.members)
        for number in required {
            if let alias = alias(of: number, in: model), !alias.isEmpty {
                known.insert(variable: alias)
                known.insert(member: names[number])
            } else {
                known.insert(variable: names[number])
            }
        }
        known.types = types.named
        return known
    }

    private func logic(_ expression: FeelExpression, _ required: [Int], _ model: DmnModel) -> DmnLogic {
        let sources = expression.variables.map { name -> DmnLogic.Source in
            let own = required.last { names[$0] == name && (alias(of: $0, in: model) ?? "").isEmpty }
            if let own { return .element(own) }
            let imported = required.filter { alias(of: $0, in: model) == name }
            return imported.isEmpty ? .missing : .imported(imported.map { (names[$0], $0) })
        }
        return DmnLogic(expression: expression, sources: sources)
    }
}

extension FeelType {
    /// What a function of this type gives; another type stands for the result itself.
    fileprivate var resultOfFunction: FeelType {
        if case .function(_, let result) = self { result } else { self }
    }
}
