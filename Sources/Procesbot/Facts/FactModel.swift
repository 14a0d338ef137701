import Yams

/// The facts the field knows by name, and how people say, deny and ask them; optional.
public struct FactModel: Sendable {
    struct Entry: Sendable {
        let name: String
        let question: String
        let yes: [[Term]]
        let no: [[Term]]
    }

    let entries: [Entry]

    public static let empty = FactModel(entries: [])

    init(entries: [Entry]) { self.entries = entries }

    /// Reads the list of `naam`, `vraag`, `ja` and `nee` from YAML.
    public init(yaml: String, lexicon: Lexicon) throws {
        let rows = try YAMLDecoder().decode([Row].self, from: yaml)
        entries = rows.map { row in
            Entry(
                name: row.naam, question: row.vraag, yes: (row.ja ?? []).map { lexicon.terms(of: $0) },
                no: (row.nee ?? []).map { lexicon.terms(of: $0) })
        }
    }

    private struct Row: Decodable {
        let naam: String
        let vraag: String
        let ja: [String]?
        let nee: [String]?
    }

    /// The facts that words speak of, and whether they say yes or no.
    func readings(of terms: [Term], denied: Bool) -> [(entry: Entry, truth: Truth)] {
        entries.compactMap { entry in
            let no = entry.no.map { Self.cover($0, by: terms) }.max() ?? 0
            let yes = entry.yes.map { Self.cover($0, by: terms) }.max() ?? 0
            guard max(no, yes) >= 0.8 else { return nil }
            if no >= yes { return (entry, .no) }
            return (entry, denied ? .no : .yes)
        }
    }

    /// The share of a saying's words that stand in a text.
    static func cover(_ phrase: [Term], by terms: [Term]) -> Float {
        let total = phrase.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return 0 }
        let found = phrase.reduce(Float(0)) { sum, term in sum + term.weight * (terms.map(term.likeness).max() ?? 0) }
        return found / total
    }
}
