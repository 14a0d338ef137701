extension Composer {
    /// Adds what the chosen passages refer to: sections by number, headings and documents by name.
    mutating func follow(_ chosen: [Candidate]) {
        for candidate in chosen.prefix(3) {
            for number in references(of: candidate) where !chosen.contains(where: { $0.number == number }) {
                let target = candidates.first { $0.number == number } ?? adviser.candidate(number, score: 0, asked)
                guard asked.allows(target.document) else { continue }
                let plain = target.applicable.filter { target.verdicts[$0]?.truth != .unknown }
                let open = (plain.isEmpty ? target.applicable : plain).prefix(3)
                for rule in open { add(rule, of: target, leads: false, []) }
            }
        }
    }

    private func references(of candidate: Candidate) -> [Int] {
        let rules = candidate.applicable.filter { candidate.verdicts[$0]?.truth != .unknown }.map {
            candidate.rules[$0]
        }
        let bySection = rules.flatMap { $0.action }.filter { $0.text.hasPrefix("§") }.compactMap { section($0.text) }
        let words = rules.map { $0.action.map(\.text).joined(separator: " ") }.joined(separator: " . ")
        return bySection + named(in: " " + words + " ", from: candidate)
    }

    private func section(_ mark: String) -> Int? {
        adviser.library.places.indices.first { number in
            adviser.library.passage(number).passage.heading.hasPrefix(mark + " ")
                || adviser.library.passage(number).passage.heading == mark
        }
    }

    /// `Volg de instructie Nieuw Vaarwater`: the best passages of the document whose title begins with those words.
    private func named(in words: String, from candidate: Candidate) -> [Int] {
        guard
            words.contains(" instructie ") || words.contains(" werkinstructie ") || words.contains(" handleiding ")
                || words.contains(" document ")
        else { return [] }
        return adviser.library.documents.filter {
            $0.name != candidate.document.name && asked.allows($0)
        }.flatMap { document -> [Int] in
            let title = Tokenizer.tokens(of: document.title).map(\.text)
            guard title.count >= 2, words.contains(" " + title.prefix(2).joined(separator: " ") + " ") else {
                return []
            }
            return instructions(of: document)
        }
    }

    /// The passages of a document that say most plainly what to do, in the order of the document.
    private func instructions(of document: LibraryDocument) -> [Int] {
        let all = adviser.library.places.indices.filter {
            adviser.library.documents[adviser.library.places[$0].document].name == document.name
        }
        let weighed = all.map { number -> (number: Int, weight: Float) in
            let candidate = candidates.first { $0.number == number } ?? adviser.candidate(number, score: 0, asked)
            let orders = candidate.rules.count { $0.condition == nil && $0.isOrder }
            return (number, candidate.score * 0.3 + 0.3 * Float(min(3, orders)))
        }
        return weighed.sorted { ($0.weight, -$0.number) > ($1.weight, -$1.number) }.prefix(3).map(\.number).sorted()
    }
}
