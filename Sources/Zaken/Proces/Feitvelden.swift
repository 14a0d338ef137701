import Basics
public import Engine

/// The parts of the facts that the house gives each process, by the name of the fact; a fact without parts has none.
public struct Feitvelden: Sendable {
    public let velden: [String: Set<String>]
    /// The parts that run on with the days and the payments, such as `saldo.totaal`: they describe a zaak and are no rule.
    public let lopend: Set<String>
    /// What services answer under a name of their own, by the service.
    public let antwoorden: [String: Set<String>]

    public init(
        _ velden: [String: Set<String>], lopend: Set<String> = [], antwoorden: [String: Set<String>] = [:]
    ) {
        (self.velden, self.lopend, self.antwoorden) = (velden, lopend, antwoorden)
    }
}

extension Playbook {
    /// The facts that the house gives each process.
    static let facts: Set<String> = ["vandaag", "zaak", "saldo", "klant", "regeling"]

    /// Facts that tell nothing of why a zaak goes another way: amounts, totals that run on, and days.
    public var lopendeFeiten: Set<String> {
        let asked = formulieren.values.flatMap(\.velden).filter { $0.soort == .bedrag || $0.soort == .datum }.map(\.id)
        return (diensten.kept(Feitvelden.self)?.lopend ?? []).union(asked)
    }

    /// What the house says the parts of a fact are; nothing where it does not say.
    private func velden(of name: String) -> Set<String>? {
        if let velden = diensten.kept(Feitvelden.self)?.velden[name] { return velden.isEmpty ? nil : velden }
        let begun = zaaktypen.values.compactMap { $0.variabelen[name]?.fields?.keys }
        return begun.isEmpty ? nil : Set(begun.joined())
    }

    /// Whether the house itself gives a part of a fact, as far as it says which there are.
    func gives(_ path: FactPath, in value: JSON) -> Bool {
        guard let part = path.part else { return true }
        return velden(of: path.name)?.contains(part) ?? (value.fields?[part] != nil)
    }

    /// Whether something gives a value of that name: a step, a form, a zaaktype or the house.
    public func knows(_ name: String, in definition: ProcessDefinition) -> Bool {
        Playbook.facts.contains(name) || definition.writtenNames.contains(name)
            || zaaktypen.values.contains { $0.variabelen[name] != nil }
            || formulieren.values.contains { $0.velden.contains { $0.id == name } } || isAnswered(name, in: definition)
    }

    /// Whether a service that the drawing asks for answers under that name.
    func isAnswered(_ name: String, in definition: ProcessDefinition) -> Bool {
        let answering = diensten.kept(Feitvelden.self)?.antwoorden.filter { $0.value.contains(name) } ?? [:]
        return definition.namedWorks.contains { work in
            if case .service(let service) = work.asked { answering[service] != nil } else { false }
        }
    }

    /// The same of a part of a fact, where the house says what parts that has.
    public func knows(_ path: FactPath, in definition: ProcessDefinition) -> Bool {
        guard knows(path.name, in: definition) else { return false }
        guard let part = path.part, let velden = velden(of: path.name) else { return true }
        return velden.contains(part) || definition.writes(path)
    }

    /// What the expressions of a drawing ask for and neither the house gives, nor this drawing, nor one that it calls or that calls it;
    /// nothing of drawings that will only be published with it.
    func unknownFacts(of definition: ProcessDefinition, beside others: Set<String>) -> [Diagnostic] {
        guard knowsAll(others, but: definition) else { return [] }
        let family = family(of: definition)
        return definition.expressions.flatMap { asking in
            asking.paths.filter { path in
                !family.contains { knows(path, in: $0) } && !mayBeTold(path.name, at: asking.node, family)
            }.map { path in
                let near = nearest(to: path, in: family)
                return Diagnostic(
                    .warning, "unknown-fact", asking.sentence(missing: path, near: near), line: asking.node.line,
                    element: asking.node.title)
            }
        }
    }

    /// The name that was meant: the most like it of all that something gives.
    func nearest(to path: FactPath, in family: [ProcessDefinition]) -> String? {
        guard let part = path.part, family.contains(where: { knows(path.name, in: $0) }) else {
            let names = Playbook.facts.union(zaaktypen.values.flatMap(\.variabelen.keys))
                .union(formulieren.values.flatMap(\.velden).map(\.id))
            let near = path.name.nearest(of: names.union(family.flatMap(\.writtenNames)))
            return near.map { name in [name, path.part].compactMap(\.self).joined(separator: ".") }
        }
        return part.nearest(of: velden(of: path.name) ?? []).map { "\(path.name).\($0)" }
    }

    /// Whether all that will be published beside a drawing is here.
    func knowsAll(_ others: Set<String>, but definition: ProcessDefinition) -> Bool {
        others.subtracting([definition.key.process]).allSatisfy { processen.newest($0) != nil }
    }

    /// Whether a message may have brought a fact of that name to a step of the first of a family: none does that the house gives.
    func mayBeTold(_ name: String, at node: Node, _ family: [ProcessDefinition]) -> Bool {
        guard !Playbook.facts.contains(name), velden(of: name) == nil else { return false }
        return family.dropFirst().contains(where: \.mayBeToldAnything)
            || family.first?.mayBeToldAnything(before: node.id) == true
    }

    /// A drawing with those around it: what one gives, the others see.
    func family(of definition: ProcessDefinition) -> [ProcessDefinition] {
        let all = processen.newestKeys.compactMap { processen[$0] }.filter { $0.key.process != definition.key.process }
        var (found, rest) = ([definition], all)
        while let next = rest.firstIndex(where: { one in found.contains { one.isBeside($0) } }) {
            found.append(rest.remove(at: next))
        }
        return found
    }
}

extension ProcessDefinition {
    /// Whether one of both calls the other.
    fileprivate func isBeside(_ other: ProcessDefinition) -> Bool {
        calledNames.contains(other.key.process) || other.calledNames.contains(key.process)
    }
}

extension AskingExpression {
    /// That nothing gives what it asks for, what was meant, and what comes of it.
    fileprivate func sentence(missing path: FactPath, near: String?) -> Phrase {
        let (name, result): (String, Phrase) = (
            path.description, use.isNeeded ? "a zaak gets stuck there" : "it stays empty there"
        )
        guard let near else {
            return "\(use.phrase) “\(text)” asks for “\(name)”, which nothing gives; \(result)"
        }
        return "\(use.phrase) “\(text)” asks for “\(name)”, which nothing gives; \(result); did you mean “\(near)”?"
    }
}
