extension Reckoner {
    /// `Krediet = 36 x afloscapaciteit`: a number of times what the case gives.
    func products() -> [Outcome] {
        let open = candidate.sentences.indices.filter { truth(of: $0) != .no }
        let held = open.filter { isHeld($0) && !times(in: $0).isEmpty }
        return (held.isEmpty ? open : held).flatMap(times)
    }

    private func truth(of sentence: Int) -> Truth? {
        candidate.rules.firstIndex { $0.sentences.contains(sentence) }.flatMap { candidate.verdicts[$0]?.truth }
    }

    /// Whether the facts fulfil the condition of a sentence.
    private func isHeld(_ sentence: Int) -> Bool {
        guard let rule = candidate.rules.firstIndex(where: { $0.sentences.contains(sentence) }) else { return false }
        return candidate.verdicts[rule]?.truth == .yes && candidate.verdicts[rule]?.evidence.isEmpty == false
    }

    private func times(in sentence: Int) -> [Outcome] {
        let tokens = candidate.sentences[sentence].tokens
        return tokens.indices.dropFirst().compactMap { sign -> Outcome? in
            guard ["x", "maal", "keer"].contains(tokens[sign].text), sign + 1 < tokens.count,
                let factor = NumberWords.whole(tokens[sign - 1]), (2...10_000).contains(factor),
                let known = known(base(after: sign, tokens), isNamed: true),
                known.cents != 100, tokens[sign].text == "x" || known.isMoney && asksAmount
            else { return nil }
            let total = known.cents.multipliedReportingOverflow(by: factor)
            guard !total.overflow else { return nil }
            let values = [
                "factor": String(factor), "geheel": Self.written(known.cents),
                "uitkomst": Self.written(total.partialValue),
            ]
            return outcome(
                phrases("berekend.product", values), total.partialValue, within: sentence, facts: [known.fact])
        }
    }

    /// `130 per maand` is the `maandbedrag`: an amount by the name of its unit of time.
    private func rate(_ terms: [Term]) -> (cents: Int, fact: String, isMoney: Bool)? {
        let units = ["maand", "week", "jaar", "dag", "kwartaal"]
        guard terms.count <= 2, let name = terms.last?.token.text,
            let unit = units.first(where: { name.hasPrefix($0) && name.count > $0.count + 3 })
        else { return nil }
        for statement in asked.facts.statements {
            for quantity in statement.quantities where quantity.measure == .money || quantity.measure == .count {
                // `1.340 netto per maand`: a word may stand between.
                let behind = statement.tokens.dropFirst(quantity.tokens.upperBound).prefix(3).map(\.text)
                guard
                    zip(behind, behind.dropFirst()).contains(where: {
                        ["per", "elke", "iedere"].contains($0) && $1 == unit
                    }),
                    let value = quantity.exact, value >= 10, let cents = quantity.cents
                else { continue }
                return (cents, statement.told, true)
            }
        }
        return nil
    }

    /// The words that name what is taken a part of, up to the end of their clause.
    func base(after place: Int, _ tokens: [Token]) -> [Term] {
        let rest = tokens[(place + 1)...].prefix(5)
        let end = rest.firstIndex { $0.mark != nil } ?? rest.endIndex - 1
        let stop = rest.firstIndex { ["bij", "met", "en", "dat", "die", "voor", "of"].contains($0.text) } ?? end + 1
        return adviser.library.lexicon.terms(of: Array(tokens[(place + 1)..<max(place + 1, min(stop, end + 1))]))
    }

    /// The amount of the case by its name; where it has none (`het bedrag`), the only amount there is.
    func known(_ terms: [Term], isNamed: Bool) -> (cents: Int, fact: String, isMoney: Bool)? {
        let strong = terms.filter { $0.weight >= 0.3 }
        guard !strong.isEmpty else { return nil }
        if isNamed {
            if let rate = rate(strong) { return rate }
            return amount(for: strong).map { found in
                let isMoney = found.statement.quantities.contains { $0.measure == .money }
                return (found.cents, found.statement.told, isMoney)
            }
        }
        return asked.facts.only(.money, from: .question).map { ($0.value, $0.statement.told, true) }
    }

    var asksAmount: Bool {
        asksMost || asksPayment || asked.form.asksValue || asked.form.wants == .amount || asked.form.wants == .count
            || asked.form.asking.contains {
                ["hoeveel", "hoog", "kosten", "kost", "bedrag", "rekenen", "reken", "bereken", "rekent"].contains(
                    $0.text)
            }
    }

    /// `Wat betaalt hij dan?`, `Moeten ze nog iets betalen?`
    private var asksPayment: Bool {
        let words = asked.form.asking.map(\.text)
        guard let what = words.firstIndex(where: { ["wat", "iets", "minder", "meer"].contains($0) }) else {
            return false
        }
        // `Wat doe ik als hij niet kan betalen?` asks what to do.
        return words[what...].contains(where: Self.paying.contains)
            && !words[what...].contains { ["doe", "doen", "als"].contains($0) }
    }

    private static let paying: Set<String> = [
        "betalen", "betaalt", "betaal", "bijbetalen", "bijbetaalt", "bijleggen", "bijlegt", "terugbetalen", "afdragen",
        "vergoeden", "vergoedt", "vergoed", "terugkrijgen", "inhouden", "uitbetalen", "overmaken", "voldoen",
    ]

    /// `Wat mag ik hooguit per maand vragen?`
    private var asksMost: Bool {
        let words = asked.form.asking.map(\.text)
        return words.first == "wat"
            && words.contains { ["hooguit", "maximaal", "hoogstens", "minimaal", "minstens"].contains($0) }
    }

    func isAsked(_ term: Term) -> Bool {
        term.weight >= 0.6 && asked.query.contains { $0.weight >= 0.6 && $0.term.likeness(to: term) >= 0.6 }
    }
}
