import Basics
import Yams

/// The facts the field knows by name, and how people say, deny and ask them; optional.
public struct FactModel: Sendable {
    struct Entry: Sendable {
        let name: String
        let kind: FactKind
        let question: String
        let yes: [Saying]
        let no: [Saying]
    }

    /// A way to say something: its small words count too, as `bij ons` is not `bij anderen`.
    struct Saying: Sendable {
        let isDenied: Bool
        private let words: [String]
        private let terms: [Term]
        /// What a saying of several words is recognised by as a whole.
        private let whole: [Term.Key]
        private let total: Float

        init(_ text: String, _ lexicon: Lexicon) {
            let tokens = Tokenizer.tokens(of: text)
            isDenied = Denial.isDenied(tokens)
            words = tokens.map(\.text).filter {
                FunctionWords.all.contains($0) && !["de", "het", "een", "is"].contains($0)
            }
            let all = lexicon.terms(of: tokens)
            whole = all.filter { $0.tokens.count > 1 }.flatMap(\.keys)
            // The words of a saying may stand apart: `inkomen is helemaal weggevallen`.
            let single = all.filter { $0.tokens.count == 1 && !$0.isJoined }
            terms = single.isEmpty ? all : single
            total = terms.reduce(0) { $0 + $1.weight } + Float(words.count) * 0.5
        }

        /// The share of the saying that stands in some words.
        func fit(_ tokens: [Token], _ others: [Term]) -> Float {
            guard total > 0, !others.contains(where: saysWhole) else { return total > 0 ? 1 : 0 }
            // A denial of whatever else is no `niet bereikt`.
            let own = terms.filter { !$0.isCustomer }
            guard own.isEmpty || own.contains(where: { term in others.contains { term.likeness(to: $0) > 0 } }) else {
                return 0
            }
            let small = Float(words.count { word in tokens.contains { $0.text == word } }) * 0.5
            let large = terms.reduce(Float(0)) { sum, term in
                let likeness = others.map(term.likeness).max() ?? 0
                return sum + term.weight * (likeness >= 0.7 ? 1 : likeness)
            }
            return (small + large) / total
        }

        private func saysWhole(_ other: Term) -> Bool {
            !whole.isEmpty && other.tokens.count > 1
                && other.keys.contains { key in whole.contains { $0.symbol == key.symbol } }
        }
    }

    let entries: [Entry]

    public static let empty = FactModel(entries: [])

    init(entries: [Entry]) { self.entries = entries }

    /// Reads the list of `naam`, `type`, `vraag`, `ja`, `nee` and `waarden` from YAML.
    public init(yaml: String, lexicon: Lexicon) throws {
        entries = try (Yams.compose(yaml: yaml)?.sequence ?? []).map { try Entry($0, lexicon) }
    }

    /// The facts that words speak of, and whether they say yes or no.
    func readings(of tokens: [Token], _ terms: [Term], denied: Bool) -> [(entry: Entry, truth: Truth)] {
        entries.compactMap { entry in
            let no = entry.no.map { $0.fit(tokens, terms) }.max() ?? 0
            let said = entry.yes.map { (saying: $0, fit: $0.fit(tokens, terms)) }.max { $0.fit < $1.fit }
            let yes = said?.fit ?? 0
            guard max(no, yes) >= 0.85 else { return nil }
            // `geen gehoor` says yes by denying, also where the table knows it as a saying.
            let deniesItself = said?.saying.isDenied ?? false
            let isDenied = (deniesItself ? Denial.isDenied(tokens) : denied) != deniesItself
            if no > yes || no == yes && isDenied { return (entry, .no) }
            return (entry, isDenied ? .no : .yes)
        }
    }

    /// The share of a phrase's words that stand in a text.
    static func cover(_ phrase: [Term], by terms: [Term]) -> Float {
        let total = phrase.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return 0 }
        let found = phrase.reduce(Float(0)) { sum, term in sum + term.weight * (terms.map(term.likeness).max() ?? 0) }
        return found / total
    }
}

extension FactModel.Entry {
    fileprivate init(_ row: Node, _ lexicon: Lexicon) throws {
        let line = row.mark?.line ?? 0
        func text(_ key: String) throws -> String {
            guard let text = row[key]?.string, !text.isEmpty else {
                throw FactModelFault(line: line, reason: .missing(key))
            }
            return text
        }
        func sayings(_ key: String) -> [FactModel.Saying] {
            (row[key]?.sequence ?? []).compactMap(\.string).map { FactModel.Saying($0, lexicon) }
        }
        let (type, values) = (try text("type"), (row["waarden"]?.sequence ?? []).compactMap(\.string))
        guard let kind = FactKind(type, values: values) else {
            throw FactModelFault(
                line: row["type"]?.mark?.line ?? line,
                reason: type == "keuze" ? .choiceWithoutValues : .unknownKind(type))
        }
        self.init(
            name: try text("naam"), kind: kind, question: try text("vraag"), yes: sayings("ja"), no: sayings("nee"))
    }
}

extension FactModel {
    /// What was given for a fact of the model, as its type reads it; not known where it is of another.
    func typed(_ given: GivenFacts.Sentence) -> GivenFacts.Sentence {
        guard let named = given.named, let own = named.names.first,
            let entry = entries.first(where: { ModelName($0.name).map(own.isSame) == true })
        else { return given }
        let value = entry.kind.read(named.value)
        let text =
            switch (entry.kind, value) {
            case (.amount, JSON.number(let number)):
                entry.name + " " + number.description.replacing(".", with: ",") + " euro"
            default: GivenFacts.sentences(.object([entry.name: value])).first?.text ?? given.text
            }
        return (text, named.being(value))
    }
}
