import Basics

/// Danger to people comes first: what the library says of it, and never a passage on something else that shares a word with it.
extension Adviser {
    /// Advice on the danger, then on what else was asked; a refusal that says what to do first when the library has nothing on it.
    func advise(onDanger asked: Inquiry, _ ask: (String) -> Inquiry) -> Advice? {
        guard asked.gate == nil, !asked.dangers.isEmpty else { return nil }
        let rest = ask(asked.rest)
        var advice = rest.asksByItself ? composed(rest) : Advice(day: asked.facts.today)
        let steps = asked.dangers.flatMap { self.steps(on: $0, asked) }
        guard !steps.isEmpty || advice.refused == nil && !advice.route.isEmpty else {
            return refuse(.noSupport, asked, Advice(day: asked.facts.today, asked))
        }
        let all = distinct(steps) + advice.route
        advice.also = Array((all.dropFirst(Self.longest) + advice.also).prefix(Composer.longestAlso))
        advice.route = Array(all.prefix(Self.longest))
        advice.missing = Array(
            (asked.dangers.map { MissingFact(fact: $0.name, question: $0.first, isDanger: true) } + advice.missing)
                .prefix(5))
        if !steps.isEmpty {
            (advice.refused, advice.near) = (nil, [])
            // What danger asks comes first; what the rest asks is read behind it.
            advice.confidence = Support.mostForPart
        }
        advice.facts = asked.found
        return advice
    }

    /// Signs of danger choose no passage: they ask the reader to make sure, above an advice as beside a refusal.
    func doubting(_ advice: Advice, _ asked: Inquiry) -> Advice {
        var advice = advice
        let doubts = asked.feared.compactMap { danger in danger.doubt.map { (danger.name, $0) } }
        advice.missing.insert(
            contentsOf: doubts.map { MissingFact(fact: $0, question: $1, isDanger: true) }, at: 0)
        return advice
    }

    private func distinct(_ steps: [AdviceStep]) -> [AdviceStep] {
        var seen: Set<QuotedSource> = []
        return steps.filter { step in step.sources.contains { seen.insert($0).inserted } }
    }

    /// What the passage says that is plainest on a danger: all of it when its heading names the danger, else the paragraph that does.
    private func steps(on danger: Danger, _ asked: Inquiry) -> [AdviceStep] {
        let words = library.query(Tokenizer.tokens(of: danger.search))
        let composer = Composer(self, asked)
        let found = library.search(words, on: asked.facts.today, for: asked.scope, limit: Composer.breadth)
            .map { candidate($0.number, score: Float($0.score), asked) }
            .map { (candidate: $0, plain: plainness(of: $0, danger)) }
            .filter { $0.plain > 0 }
        guard let best = found.max(by: { ($0.plain, $0.candidate.score) < ($1.plain, $1.candidate.score) }) else {
            return []
        }
        let why = phrases("waarom.gevaar", ["gevaar": danger.name, "kop": best.candidate.heading])
        return rules(of: best.candidate, danger).prefix(Self.longest).map {
            composer.step(best.candidate, $0, why: why)
        }
    }

    private static let longest = 8

    private func plainness(of candidate: Candidate, _ danger: Danger) -> Int {
        let heading = danger.plainness(of: Tokenizer.tokens(of: candidate.passage.heading))
        let text = candidate.sentences.filter { danger.plainness(of: $0.tokens) > 0 }
        let helps = candidate.sentences.contains { sentence in
            Self.helping.contains { word in sentence.tokens.contains { $0.text.hasPrefix(word) } }
        }
        guard heading > 0 || !text.isEmpty else { return 0 }
        return heading * 7 + (text.map { danger.plainness(of: $0.tokens) }.max() ?? 0) * 3 + (helps ? 4 : 0)
            - (candidate.document.isModel ? 3 : 0)
    }

    /// What one is told to do in danger: whom to call, whom to warn.
    private static let helping = [
        "112", "113", "politie", "aangifte", "leidinggevende", "teamleider", "collega", "alarm", "waarschuw", "meld",
        "brandweer", "veilig",
    ]

    private func rules(of candidate: Candidate, _ danger: Danger) -> [Int] {
        func named(_ range: Range<Int>) -> Bool {
            candidate.sentences[range].contains { danger.plainness(of: $0.tokens) == 2 }
        }
        let all = Array(candidate.rules.indices)
        let own = all.filter { named(candidate.rules[$0].sentences) }
        let heading = danger.plainness(of: Tokenizer.tokens(of: candidate.passage.heading))
        if heading == 2 || own.isEmpty { return all }
        // Of a section on more than the danger, what is said of the danger comes first.
        if heading == 1 { return own + all.filter { !own.contains($0) } }
        let blocks = Set(own.flatMap { candidate.sentences[candidate.rules[$0].sentences].map(\.block) })
        return own
            + all.filter { rule in
                !own.contains(rule)
                    && candidate.sentences[candidate.rules[rule].sentences].contains { blocks.contains($0.block) }
            }
    }
}

extension Inquiry {
    /// Whether there is a subject left to ask about.
    fileprivate var asksByItself: Bool { query.count { $0.weight >= 0.6 && $0.isKnown } >= 2 }
}

extension Advice {
    fileprivate init(day: Day, _ asked: Inquiry) {
        self.init(day: day)
        facts = asked.found
    }
}
