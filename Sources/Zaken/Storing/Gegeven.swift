public import Basics
public import Engine

/// A fact on which a step that failed depends, and that a person may put right.
public struct Gegeven: Sendable {
    /// The variable, or the part of one.
    public let pad: FactPath
    /// What the process has now.
    public let waarde: JSON
    /// Whether anything gave it; what nobody gave is asked for here.
    public let isGegeven: Bool
    /// The field of a form that asks for it.
    public let veld: Formulier.Veld?
    /// The only kind of value with which the formulas that need it come to an outcome; nothing where no kind or several do.
    public let maat: Maat?

    /// A kind of value that a formula may ask for.
    public enum Maat: Sendable, CaseIterable { case getal, jaNee, datum }
}

extension Gegeven {
    /// What the drawing calls it: `perMaand`, or `klant.taal` for a part.
    public var naam: String { pad.description }

    /// The facts that what failed looks at, in the order of the drawing: simple values that the process has, what it never got, and none
    /// that are read anew from the records at each step (`feiten`).
    public static func all(
        of incident: Incident, in instance: ProcessInstance, feiten: Set<String>, _ playbook: Playbook
    ) -> [Gegeven] {
        let known = instance.variables(of: incident.element)
        let forms = instance.drawing(of: incident).map { playbook.formulieren(in: $0) } ?? []
        let paths = instance.looksAt(incident, in: playbook.processen).map { $0.asKept(in: known) }
        return paths.enumerated().compactMap { place, path in
            let whole = known[path.name] ?? .null
            guard !paths.prefix(place).contains(path),
                !feiten.contains(path.name) || whole.fields != nil && !playbook.gives(path, in: whole)
            else { return nil }
            let given = path.part.map { whole.fields?[$0] } ?? known[path.name]
            switch given ?? .null {
            case .array, .object: return nil
            case .null, .bool, .number, .string:
                let formulas = instance.formulas(needing: path, of: incident, in: playbook.processen)
                return Gegeven(
                    pad: path, waarde: given ?? .null, isGegeven: given != nil,
                    veld: path.part == nil ? forms.veld(path.name, with: given ?? .null) : nil,
                    maat: .needed(by: formulas, for: path, knowing: known))
            }
        }
    }

    /// The value as typed; refused when it is of another kind than the field asks, or than what is known.
    func read(_ text: String, knowing known: [String: JSON]) throws(FieldFault) -> JSON {
        if !isGegeven, text.allSatisfy(\.isWhitespace) { return .null }
        if let veld {
            switch veld.read(text, known) {
            case .success(let value): return value
            case .failure(let refusal): throw FieldFault(refusal: FieldRefusal(field: naam, reason: refusal.reason))
            }
        }
        // What is sent back as it was stays what it was, also a text that reads as a number, or an empty fact.
        if case .string(text) = waarde { return waarde }
        if case .null = waarde, text.isEmpty { return .null }
        guard text.count <= Formulier.longest else {
            throw FieldFault(refusal: FieldRefusal(field: naam, reason: .tooLong(Formulier.longest)))
        }
        let typed = JSON(typed: isDutchNumber(text) ? text.filter { $0 != "." } : text)
        switch (waarde, typed) {
        case (.null, let value) where maat?.takes(value) == false: throw FieldFault(refusal: refusal)
        case (_, .null): throw FieldFault(refusal: FieldRefusal(field: naam, reason: .missing))
        case (.bool, .bool), (.number, .number), (.null, _): return typed
        case (.string, _): return typed
        case (.bool, _): throw FieldFault(refusal: FieldRefusal(field: naam, reason: .notAnOption(text)))
        default: throw FieldFault(refusal: FieldRefusal(field: naam, reason: .notANumber))
        }
    }

    /// What is said of a value of another kind than the formulas take.
    private var refusal: FieldRefusal {
        switch maat {
        case .getal: FieldRefusal(field: naam, reason: .notANumber)
        case .datum: FieldRefusal(field: naam, reason: .notADay)
        case .jaNee, nil: FieldRefusal(field: naam, reason: .notAnOption(naam))
        }
    }
}

extension FactPath {
    /// Of a single value, what is asked of it is no part that someone gave, such as the year of a day.
    fileprivate func asKept(in known: [String: JSON]) -> FactPath {
        switch known[name] {
        case .bool, .number, .string, .array: FactPath([name])
        case .null, .object, nil: self
        }
    }
}

extension [String: JSON] {
    /// These with a fact, or a part of one, become another value.
    func putting(_ value: JSON, at path: FactPath) -> Self {
        merging([
            path.name: path.part.map { part in
                var whole = self[path.name] ?? .null
                whole[part] = value
                return whole
            } ?? value
        ]) { $1 }
    }

    /// The facts of the house over what a process has; a part that the house does not know of stays as it was filled in.
    func learning(_ facts: [String: JSON]) -> Self {
        merging(facts) { known, fact in
            guard let had = known.fields, let now = fact.fields else { return fact }
            return .object(had.merging(now) { $1 })
        }
    }
}

/// `1.500`, `1.500,25`: points that part thousands.
private func isDutchNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /\s*\d{1,3}(?:\.\d{3})+(?:,\d+)?\s*/) != nil
}

/// One field that cannot be read.
struct FieldFault: Error { let refusal: FieldRefusal }

extension Playbook {
    /// The forms that a drawing uses first, then all others.
    fileprivate func formulieren(in key: DefinitionKey) -> [Formulier] {
        let own = (processen[key]?.nodes ?? []).compactMap(\.form).compactMap { formulieren[$0] }
        return own + formulieren.values.sorted { $0.code < $1.code }
    }
}

extension [Formulier] {
    /// The field of this name that may have this answer.
    fileprivate func veld(_ name: String, with value: JSON) -> Formulier.Veld? {
        lazy.flatMap(\.velden).first { $0.id == name && $0.mayBe(value) }
    }
}

extension Formulier.Veld {
    fileprivate func mayBe(_ value: JSON) -> Bool {
        switch (soort, value) {
        case (_, .null), (.jaNee, .bool), (.bedrag, .number), (.getal, .number): true
        case (.keuze, .string(let text)): opties.contains { $0.waarde == text }
        case (.tekst, .string), (.langeTekst, .string), (.datum, .string), (.iban, .string): true
        case (.keuze, _), (.jaNee, _), (.bedrag, _), (.getal, _), (.tekst, _), (.langeTekst, _), (.datum, _),
            (.iban, _):
            false
        }
    }
}
