extension Composer {
    /// Adds what the chosen passages refer to: sections by number, headings and documents by name.
    mutating func follow(_ chosen: [Candidate]) {
        for candidate in chosen.prefix(3) {
            for number in references(of: candidate) where !chosen.contains(where: { $0.number == number }) {
                let target = candidates.first { $0.number == number } ?? adviser.candidate(number, score: 0, asked)
                guard target.document.isValid(on: asked.facts.today) else { continue }
                let open = target.applicable.sorted { (target.relevance[$0], -$0) > (target.relevance[$1], -$1) }.prefix(2).sorted()
                for rule in open { add(rule, of: target, leads: false, []) }
            }
        }
    }

    private func references(of candidate: Candidate) -> [Int] {
        let rules = candidate.applicable.map { candidate.rules[$0] }
        let bySection = rules.flatMap { $0.action }.filter { $0.text.hasPrefix("§") }.compactMap { section($0.text) }
        let words = rules.map { $0.action.map(\.text).joined(separator: " ") }.joined(separator: " . ")
        return bySection + named(in: " " + words + " ", from: candidate)
    }

    private func section(_ mark: String) -> Int? {
        adviser.library.places.indices.first { number in
            adviser.library.passage(number).passage.heading.hasPrefix(mark + " ") || adviser.library.passage(number).passage.heading == mark
        }
    }

    /// `Volg de instructie Nieuw Vaarwater`: the best passages of the document whose title begins with those words.
    private func named(in words: String, from candidate: Candidate) -> [Int] {
        guard words.contains(" instructie ") || words.contains(" werkinstructie ") || words.contains(" handleiding ") || words.contains(" document ") else { return [] }
        return adviser.library.documents.filter { $0.name != candidate.document.name && $0.isValid(on: asked.facts.today) }.flatMap { document -> [Int] in
            let title = Tokenizer.tokens(of: document.title).map(\.text)
            guard title.count >= 2, words.contains(" " + title.prefix(2).joined(separator: " ") + " ") else { return [] }
            return Array(candidates.filter { $0.document.name == document.name }.prefix(4).map(\.number))
        }
    }
}
