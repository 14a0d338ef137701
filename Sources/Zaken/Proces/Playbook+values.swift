import Basics
import Dmn
import Engine

/// The texts that a fact can be, and whether it can be no other.
struct Feitwaarden {
    var texts: Set<String> = []
    var isWhole = true
}

extension Playbook {
    /// What the forms, mappings, scripts and decisions of drawings that see each other give a fact, and how a zaak begins with it.
    func values(of name: String, in family: [ProcessDefinition]) -> Feitwaarden {
        var (found, names, waiting) = (Feitwaarden(), Set([name]), [name])
        while let name = waiting.popLast() {
            if isGivenElsewhere(name, family) { found.isWhole = false }
            found.texts.formUnion(zaaktypen.values.compactMap { $0.variabelen[name]?.text })
            for giving in Set(family.flatMap { $0.giving(name) }) {
                if case .fact(let other) = giving {
                    if names.insert(other).inserted { waiting.append(other) }
                } else {
                    add(giving, of: name, to: &found)
                }
            }
        }
        return found
    }

    private func isGivenElsewhere(_ name: String, _ family: [ProcessDefinition]) -> Bool {
        Playbook.facts.contains(name) || family.contains { isAnswered(name, in: $0) }
    }

    private func add(_ giving: Giving, of name: String, to found: inout Feitwaarden) {
        let texts: Set<String>? =
            switch giving {
            case .texts(let texts): texts
            case .form(let form): if let field = field(name, on: form) { field.texts } else { [] }
            case .decision(let decision): outcomes(of: decision)
            case .fact, .anything: nil
            }
        found.texts.formUnion(texts ?? [])
        if texts == nil { found.isWhole = false }
    }

    /// What a form asks under a name.
    func field(_ name: String, on form: String) -> Formulier.Veld? {
        formulieren[form]?.velden.first { $0.id == name }
    }

    /// What every version of a decision can say; nothing where one says what is not listed.
    private func outcomes(of decision: String) -> Set<String>? {
        let tables = beslissingen.versions(of: decision).map { version in
            version.program.model.decisions.first { $0.id == decision }?.table?.outcomes ?? []
        }
        guard !tables.isEmpty, tables.allSatisfy({ !$0.isEmpty }) else { return nil }
        return Set(tables.joined())
    }
}

extension Formulier.Veld {
    /// What can be chosen; nothing where anything can be filled in.
    var texts: Set<String>? { soort == .keuze && uitZaak == nil ? Set(opties.map(\.waarde)) : nil }
}
