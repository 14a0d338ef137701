import Yams

/// What falls under a line of a household budget: wages, benefits and allowances are income.
///
/// For sums only: rent and energy are both fixed costs, and no other words for each other.
struct BudgetTable: Sendable {
    /// The names of a line, cut into roots, by the line.
    let lines: [(name: String, names: [[String]])]

    static let empty = BudgetTable(lines: [])

    private init(lines: [(name: String, names: [[String]])]) { self.lines = lines }

    /// Reads lines with groups of names under each.
    init(yaml: String, stemmer: Stemmer = Stemmer()) throws {
        let read = try YAMLDecoder().decode([String: [[String]]].self, from: yaml)
        lines = read.sorted { $0.key < $1.key }.map { name, groups in
            (name, groups.joined().map { Tokenizer.tokens(of: $0).map { stemmer.root(of: $0.text) } })
        }
    }

    /// The line that some words name first; nothing where they name none.
    func line(of tokens: [Token], _ lexicon: Lexicon) -> Int? {
        let whole = tokens.indices.compactMap { SeparableVerb.whole(at: $0, in: tokens) }
        let roots = (whole + tokens.map(\.text)).map { lexicon.root(of: $0) }
        return roots.indices.lazy.compactMap { place in
            lines.indices.first { line in
                lines[line].names.contains { Self.stands($0, at: place, in: roots) }
            }
        }.first
    }

    /// A name of one word of some length is known in a compound too: `zorgtoeslag`, `huurprijs`.
    private static func stands(_ name: [String], at place: Int, in roots: [String]) -> Bool {
        guard name.count == 1, let word = name.first else { return roots[place...].starts(with: name) }
        let root = roots[place]
        return root == word || word.utf8.count >= 4 && (root.hasPrefix(word) || root.hasSuffix(word))
    }
}
