extension FeelEvaluator {
    mutating func global(_ number: Int32, _ id: FeelNode.ID) -> FeelValue {
        if Int(number) < globals.count, let value = globals[Int(number)] { return value }
        current = id
        return fail(.noVariable(name(of: id)))
    }

    /// The word in the text where a step stands.
    private func name(of id: FeelNode.ID) -> String {
        let rest = program.text.unicodeScalars.dropFirst(Int(program.places[Int(id)]))
        return String(String.UnicodeScalarView(rest.prefix { $0.isNamePart }))
    }

    mutating func member(_ item: Int32, _ name: Int32, _ otherwise: FeelNode.ID) -> FeelValue {
        if case .context(let context) = local(item), let value = context[program.names[Int(name)]] {
            return value
        }
        return value(otherwise)
    }

    mutating func path(_ operand: FeelNode.ID, _ name: Int32, _ id: FeelNode.ID) -> FeelValue {
        let value = value(operand)
        current = id
        return member(program.names[Int(name)], of: value)
    }

    private mutating func member(_ name: String, of value: FeelValue) -> FeelValue {
        switch value {
        case .null, .unknown: return value
        case .context(let context): return context[name] ?? fail(.noMember(name))
        case .list(let elements):
            guard spend(elements.count), make(elements.count) else { return .null }
            return .list(elements.map { member(name, of: $0) })
        default: return value.property(name) ?? fail(.noMember(name))
        }
    }

    mutating func list(_ parts: FeelNode.Parts) -> FeelValue {
        made(.list(values(parts)))
    }

    mutating func context(_ shape: Int32, _ parts: FeelNode.Parts, _ first: Int32) -> FeelValue {
        var values: [FeelValue] = []
        values.reserveCapacity(Int(parts.count))
        for index in 0..<parts.count {
            let value = value(program.children[Int(parts.first + index)])
            set(first + index, to: value)
            values.append(value)
        }
        return made(.context(FeelContext(shape: program.shapes[Int(shape)], values: values)))
    }

    mutating func function(
        _ parameters: Int32, _ body: FeelNode.ID, _ captured: Int32, _ own: Int32
    ) -> FeelValue {
        var kept = Array(locals.prefix(Int(captured)))
        while kept.count < Int(captured) { kept.append(.null) }
        let lists = kept.reduce(0) { if case .list(let values) = $1 { $0 + values.count } else { $0 } }
        guard make(kept.count + lists) else { return .null }
        let variables = FeelKept.Variables(locals: kept, globals: globals)
        let closure = FeelClosure(
            program: program, body: body, kept: FeelKept(variables), own: Int(own))
        return .function(FeelFunction(parameters: program.parameters[Int(parameters)], body: .closure(closure)))
    }

    mutating func instance(_ operand: FeelNode.ID, _ type: Int32) -> FeelValue {
        let value = value(operand)
        if value.hasUnknowns, mayMeetUnknowns { return .unknown(value.unknowns) }
        let type = program.types[Int(type)]
        if value.isNull { return .boolean(type.isNull) }
        return .boolean(type.admits(value))
    }

    mutating func choice(_ condition: FeelNode.ID, _ yes: FeelNode.ID, _ no: FeelNode.ID) -> FeelValue {
        switch value(condition) {
        case .boolean(true): return value(yes)
        case .unknown(let names):
            let (first, second) = (value(yes), value(no))
            if first == second, !first.hasUnknowns { return first }
            return .unknown(names.joined(with: first.unknowns).joined(with: second.unknowns))
        default: return value(no)
        }
    }
}

extension FeelType {
    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
