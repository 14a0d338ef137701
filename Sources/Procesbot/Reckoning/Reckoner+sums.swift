extension Reckoner {
    /// A formula in words: `inkomen, min vaste lasten, min leefgeld` with the amounts of the case.
    func sums() -> [Outcome] {
        guard let (sentence, parts) = formula() ?? subtraction(), let known = self.known(parts) else { return [] }
        let lacking = parts.filter { part in !known.contains { $0.part.name == part.name } && !isDenied(part.terms) }
            .map(\.name)
        let facts = known.map { $0.known.statement.told }
        // Nothing can be taken off what nobody told.
        let isOpen = parts.contains { !$0.isMinus && lacking.contains($0.name) }
        guard !isOpen || known.contains(where: { !$0.part.isMinus }) else {
            return [waiting(written(parts, known), lacking, sentence, facts)]
        }
        let total = known.reduce(0) { $0 + ($1.part.isMinus ? -1 : 1) * $1.part.counted($1.known.cents) }
        let sum = known.enumerated().map {
            ($0 == 0 ? "" : $1.part.isMinus ? " − " : " + ") + $1.part.written($1.known.cents)
        }.joined()
        var first = outcome(
            "berekend.som", ["som": sum, "uitkomst": Self.written(total)], [range(sentence)], facts: facts)
        first.sources += known.compactMap(\.known.source)
        let kept = lacking.isEmpty ? settle(&first, total, sentence) : total
        if lacking.isEmpty, let consequence = consequence(of: kept) {
            first.sentence = [first.sentence, consequence.text].joined(separator: " ")
            first.sources.append(consequence.source)
        }
        return ([first] + share(of: kept, after: sentence, facts)).map { provisional($0, lacking) }
    }

    /// What comes out as the words behind a written sum round it and hold it to a least and a most.
    private func settle(_ result: inout Outcome, _ cents: Int, _ sentence: Int) -> Int {
        guard let equation = equation(in: sentence) else { return cents }
        let tail = Array(candidate.sentences[sentence].tokens[equation.tail])
        let kept = Rounding(tail)?.rounded(Ratio(cents)) ?? cents
        if kept != cents { result = rounded(result, kept) }
        let bounded = bounded(kept, QuantityReader.quantities(in: tail), tail)
        if bounded != kept { result.sentence = held(result.sentence, bounded) }
        return bounded
    }

    /// The parts with what is known of each; nothing where too little is.
    private func known(_ parts: [Part]) -> [(part: Part, known: Known)]? {
        let given = zip(parts, amounts(for: parts.map(\.terms))).map { $0.isPerHead ? $0.fixed : $1 }
        guard given.contains(where: { $0 != nil }) else { return nil }
        let found = zip(parts, given).map { part, known in
            (part: part, known: known ?? perHead(for: part.terms) ?? norm(for: part.terms))
        }
        // An amount is of one part only: the first of those whose name it fits best.
        let known = found.indices.compactMap { one -> (part: Part, known: Known)? in
            guard let mine = found[one].known else { return nil }
            let isTaken = found.indices.contains { other in
                guard other != one, !found[one].part.isPerHead, let its = found[other].known else { return false }
                return its.statement.text == mine.statement.text
                    && (its.fit > mine.fit || its.fit == mine.fit && other < one)
            }
            return isTaken ? nil : (found[one].part, mine)
        }
        // Of a household and of norms alone nothing is put together.
        guard known.count(where: { $0.known.source == nil }) >= min(2, parts.count - 1) else { return nil }
        guard known.count >= 2, known.count == parts.count || known.count >= 3 || parts.count == known.count + 1 else {
            return nil
        }
        return known
    }

    /// The sum with its names where no number is known.
    private func written(_ parts: [Part], _ known: [(part: Part, known: Known)]) -> String {
        parts.enumerated().map { place, part in
            let amount = known.first { $0.part.name == part.name }.map { part.written($0.known.cents) }
            return (place == 0 ? "" : part.isMinus ? " − " : " + ") + (amount ?? part.name)
        }.joined()
    }

    typealias Known = (cents: Int, statement: Statement, fit: Float, source: QuotedSource?)

    /// A sum in which a part is not known says so, and asks for it.
    private func provisional(_ result: Outcome, _ lacking: [String]) -> Outcome {
        guard !lacking.isEmpty else { return result }
        var result = result
        result.sentence = phrases(
            "berekend.voorlopig", ["zin": result.sentence, "zonder": lacking.joined(separator: "; ")])
        result.lacking = lacking
        return result
    }

    /// `geen regelingen`: a part that is denied is nothing.
    private func isDenied(_ terms: [Term]) -> Bool {
        asked.facts.statements.contains { statement in
            statement.isDenied && !statement.isAsked && statement.quantities.isEmpty
                && statement.terms.contains { one in terms.contains { $0.likeness(to: one) >= 0.6 } }
        }
    }

    /// What a table of the library gives for a part that the case has no amount of, in the row that the facts choose.
    private func norm(for terms: [Term]) -> Known? {
        let query = adviser.library.query(terms.map(\.token))
        let hits = adviser.library.search(query, on: asked.facts.today, for: asked.scope, limit: 6)
        for hit in hits where hit.number != candidate.number && adviser.readPassage(hit.number).hasTable {
            let table = adviser.candidate(hit.number, score: 0, asked)
            guard isAbout(terms, table) else { continue }
            for rule in table.rules.indices where !table.rules[rule].cells.isEmpty {
                let amounts = QuantityReader.quantities(in: table.rules[rule].action).filter { $0.measure == .money }
                guard let verdict = table.verdicts[rule], verdict.truth == .yes, let fact = verdict.evidence.first,
                    amounts.count == 1, let cents = amounts[0].exact
                else { continue }
                return (cents, fact, 1, Composer(adviser, asked).source(table, table.rules[rule].range))
            }
        }
        return nil
    }

    /// A table whose heading or columns name the part.
    private func isAbout(_ terms: [Term], _ table: Candidate) -> Bool {
        let heads = Set(table.rules.flatMap { $0.cells.map(\.header) }).joined(separator: " ")
        let names = adviser.library.lexicon.terms(of: table.passage.heading + " " + table.document.title + " " + heads)
        return terms.contains { term in names.contains { $0.likeness(to: term) >= 0.45 } }
    }

    struct Part {
        let name: String
        let terms: [Term]
        let isMinus: Bool
        /// Only what is above this counts: `de huur boven 2.900 euro`, in cents.
        var beyond: Int?
        /// An amount that the rule itself gives for each of a household: `110 euro per kind`.
        var isPerHead = false
        var fixed: Known?

        func counted(_ cents: Int) -> Int { beyond.map { max(0, cents - $0) } ?? cents }

        func written(_ cents: Int) -> String {
            guard let beyond else { return Reckoner.written(cents) }
            return cents > beyond ? "(\(Reckoner.written(cents)) − \(Reckoner.written(beyond)))" : "0"
        }
    }

    /// `boven 2.900 euro` in the words of a part.
    private static func beyond(in words: [Token]) -> Int? {
        QuantityReader.quantities(in: words).lazy.filter { $0.measure == .money && $0.upper == nil && $0.lower != nil }
            .filter { ["boven", "meer"].contains(words[$0.tokens].first?.text ?? "") }
            .compactMap { quantity in quantity.lower.map { quantity.isStrict ? $0 - 1 : $0 } }.first
    }

    private func formula() -> (Int, [Part])? {
        for (number, sentence) in candidate.sentences.enumerated() {
            if let parts = written(in: number) { return (number, parts) }
            let signs = sentence.tokens.indices.filter {
                ["min", "minus", "plus"].contains(sentence.tokens[$0].text)
                    && !(sentence.tokens.dropFirst($0 + 1).first?.isNumeric ?? true)
            }
            guard signs.count >= 1, let first = signs.first else { continue }
            let start = sentence.tokens[..<first].lastIndex { $0.mark == ":" || $0.text == "is" }.map { $0 + 1 } ?? 0
            let cuts = [start] + signs
            let parts = cuts.indices.map { index in
                let end = index + 1 < cuts.count ? cuts[index + 1] : sentence.tokens.count
                let words = sentence.tokens[cuts[index]..<end]
                let name = words.dropFirst(index > 0 ? 1 : 0).map(\.text).joined(separator: " ")
                return Part(
                    name: name, terms: strong(adviser.library.lexicon.terms(of: Self.unnumbered(Array(words)))),
                    isMinus: words.first?.text.hasPrefix("min") == true && index > 0,
                    beyond: Self.beyond(in: Array(words)))
            }
            return (number, parts)
        }
        return nil
    }

    /// The parts of a sum that is written out with plus and minus signs.
    private func written(in sentence: Int) -> [Part]? {
        let tokens = candidate.sentences[sentence].tokens
        return equation(in: sentence)?.terms.map { members in
            members.map { member in
                let words = Array(tokens[member.words])
                return Part(
                    name: words.map(\.text).joined(separator: " "),
                    terms: strong(adviser.library.lexicon.terms(of: Self.unnumbered(words))), isMinus: member.isMinus,
                    beyond: Self.beyond(in: words))
            }
        }
    }

    /// The words of a part without the amount above which it counts.
    private static func unnumbered(_ words: [Token]) -> [Token] {
        let numbers = QuantityReader.quantities(in: words).map(\.tokens)
        return words.indices.filter { place in !numbers.contains { $0.contains(place) } }.map { words[$0] }
    }

    func strong(_ terms: [Term]) -> [Term] { terms.filter { $0.weight >= 0.3 } }
}
