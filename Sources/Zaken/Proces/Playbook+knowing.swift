public import Basics
public import Engine

extension Playbook {
    /// What a process asks for that is not here, by the step that asks: a service is an error, for no zaak could pass; a decision,
    /// process or form may still be published, and is a warning; a group
    /// in which nobody can be is an error, and a name that nothing gives, also in a condition, a warning. Processes that will be published with it are here.
    public func misses(of definition: ProcessDefinition, beside others: Set<String> = []) -> [Diagnostic] {
        definition.namedWorks.filter { !$0.isOne(of: others) }.compactMap { work in
            guard let message = miss(work.asked, in: definition) else { return nil }
            return Diagnostic(
                work.asked.severity, work.asked.code, message, line: work.node.line, element: work.node.title)
        } + [resultless(definition)].compactMap(\.self) + unknownFacts(of: definition, beside: others)
            + unknownAnswers(of: definition, beside: others) + brokenTerms(of: definition)
    }

    /// That zaken begin with a process in which nothing says with which result they close.
    private func resultless(_ definition: ProcessDefinition) -> Diagnostic? {
        guard let type = zaaktypen(beginningWith: definition.key.process).first, !setsResult(definition, []) else {
            return nil
        }
        let codes = list(type.resultaten.map(\.code))
        return Diagnostic(
            .warning, "no-result",
            "sets no result: its zaken close as “\(type.standaardresultaat)”, and a person is asked where that is not true; set one with a service task of the type zaak.resultaat and the input resultaat: \(codes)",
            element: definition.name ?? definition.key.process)
    }

    /// Whether a step of a process, or of one that it calls, sets the result; also where a step chooses its service only when it is done.
    private func setsResult(_ definition: ProcessDefinition, _ seen: Set<String>) -> Bool {
        if definition.nodes.contains(where: { $0.asksService && $0.fixedService == nil }) { return true }
        let seen = seen.union([definition.key.process])
        return definition.namedWorks.contains { work in
            switch work.asked {
            case .service(let name): name == Playbook.resultaatdienst
            case .process(let name):
                !seen.contains(name) && processen.newest(name).map { setsResult($0, seen) } ?? false
            case .decision, .form, .group, .person: false
            }
        }
    }

    private func miss(_ asked: NamedWork.Asked, in definition: ProcessDefinition) -> Phrase? {
        switch asked {
        case .service(let name):
            diensten[name] == nil
                ? "asks for the service “\(name)”, which is not here; these are: \(list(diensten.names))" : nil
        case .decision(let name):
            beslissingen.ids.contains(name)
                ? nil : "asks for the decision “\(name)”, which is not here; these are: \(list(beslissingen.ids))"
        case .process(let name):
            name == definition.key.process || processen.newest(name) != nil
                ? nil
                : "calls the process “\(name)”, which is not here; these are: \(list(processen.newestKeys.map(\.process)))"
        case .form(let name):
            formulieren[name] == nil
                ? "shows the form “\(name)”, which is not here; these are: \(list(formulieren.keys))" : nil
        case .group(let name):
            knows(group: name)
                ? nil : "is for the group “\(name)”, which is not here; these are: \(list(groepen))"
        case .person(let name):
            knows(name, in: definition) ? nil : unknownPerson(name, in: definition)
        }
    }

    private func unknownPerson(_ name: String, in definition: ProcessDefinition) -> Phrase {
        guard let near = nearest(to: FactPath([name]), in: [definition]) else {
            return "says who does it by “\(name)”, which nothing in this process gives"
        }
        return "says who does it by “\(name)”, which nothing in this process gives; did you mean “\(near)”?"
    }

    /// Whether people can be in a group; unknown where the house was opened without its groups.
    func knows(group name: String) -> Bool { groepen.isEmpty || groepen.contains(name) }

    private func list(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }
}

extension NamedWork {
    fileprivate func isOne(of processes: Set<String>) -> Bool {
        if case .process(let name) = asked { processes.contains(name) } else { false }
    }
}

extension NamedWork.Asked {
    fileprivate var severity: Diagnostic.Severity {
        switch self {
        case .service, .group: .error
        case .decision, .process, .form, .person: .warning
        }
    }

    fileprivate var code: String {
        switch self {
        case .service: "unknown-service"
        case .decision: "unknown-decision"
        case .process: "unknown-process"
        case .form: "unknown-form"
        case .group: "unknown-group"
        case .person: "unknown-name"
        }
    }
}

extension Node {
    /// As a diagnostic names it: `"Bellen" (Task_1)`.
    var title: String { name.map { "\"\($0)\" (\(id))" } ?? id }
}
