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
        let rules = candidate.rules.indices.filter { candidate.verdicts[$0]?.truth ?? .yes == .yes }.map {
            candidate.rules[$0]
        }
        let bySection = rules.flatMap { $0.action }.filter { $0.text.hasPrefix("§") }.compactMap {
            section($0.text, from: candidate)
        }
        // Between two rules stands a word that no title has.
        let words = rules.flatMap { $0.action.map(\.text) + ["."] }
        return bySection + named(in: words, from: candidate)
    }

    /// The passage under a section mark: in the same document, else the first of the library.
    private func section(_ mark: String, from candidate: Candidate) -> Int? {
        let found = adviser.library.register.passages(under: mark).filter {
            adviser.library.isCurrent(adviser.library.places[$0].document)
        }
        let own = adviser.library.places[candidate.number].document
        return found.first { adviser.library.places[$0].document == own } ?? found.first
    }

    /// `Volg de instructie Nieuw Vaarwater`: the best passages of the document whose title begins with those words.
    private func named(in words: [String], from candidate: Candidate) -> [Int] {
        guard words.contains(where: { ["instructie", "werkinstructie", "handleiding", "document"].contains($0) }) else {
            return []
        }
        return Set(adviser.library.register.documents(namedIn: words)).sorted().flatMap { number -> [Int] in
            let document = adviser.library.documents[number]
            guard adviser.library.isCurrent(number), document.name != candidate.document.name, asked.allows(document)
            else { return [] }
            return instructions(of: number)
        }
    }

    /// The passages of a document that say most plainly what to do, in the order of the document.
    private func instructions(of document: Int) -> [Int] {
        let all = adviser.library.register.passages[document]
        let weighed = all.map { number -> (number: Int, weight: Float) in
            let candidate = candidates.first { $0.number == number } ?? adviser.candidate(number, score: 0, asked)
            let orders = candidate.rules.count { $0.condition == nil && $0.isOrder }
            return (number, candidate.score * 0.3 + 0.3 * Float(min(3, orders)))
        }
        return weighed.sorted { ($0.weight, -$0.number) > ($1.weight, -$1.number) }.prefix(3).map(\.number).sorted()
    }
}
