public import Basics

/// Gives advice from a library: deterministic, without network, without any way to write to a zaak.
public struct Adviser: Sendable {
    public internal(set) var library: Library
    let phrases: Phrasebook
    let statements: StatementReader
    let rules: RuleReader
    let model: FactModel
    let dangers: DangerTable
    let needs: NeedTable
    let specials: SpecialTable
    let budget: BudgetTable
    let acts: ActTable
    let reading = ReadingRoom()

    public init(_ library: Library, _ content: AdviserContent) throws {
        self.library = library
        phrases = content.phrases
        (dangers, needs, specials) = (content.dangers, content.needs, content.specials)
        (budget, acts) = (content.budget, content.acts)
        let places = PlaceReader(towns: content.towns)
        statements = StatementReader(lexicon: library.lexicon, places: places)
        rules = RuleReader(lexicon: library.lexicon, places: places)
        model = content.factModel.isEmpty ? .empty : try FactModel(yaml: content.factModel, lexicon: library.lexicon)
    }

    /// A proposed route for a question and what is known of the case, on a day; `meaning` is what a model makes of the question.
    public func advise(
        _ question: String, facts given: JSON? = nil, corrections: [Correction] = [], on day: Day,
        for scope: SourceScope = .all, meaning: Meaning? = nil
    ) -> Advice {
        func ask(_ text: String) -> Inquiry {
            Inquiry(text, given: given, corrections: corrections, on: day, for: scope, adviser: self)
        }
        var asked = ask(String(question.prefix(Self.longestQuestion)))
        asked.meaning = meaning
        var advice = warning(doubting(barring(advised(on: asked, ask), asked), asked), asked)
        advice.isOnlyTold = asked.form.onlyTells
        guard GivenOrder.isGiven(in: question), [nil, .noSupport].contains(advice.refused?.reason) else {
            return advice
        }
        return leave(advice, to: .asksAct, asked)
    }

    private func advised(on asked: Inquiry, _ ask: (String) -> Inquiry) -> Advice {
        if let advice = advise(onDanger: asked, ask) { return advice }
        let advice = composed(asked)
        guard advice.refused?.reason == .noSupport else { return advice }
        return advise(onPartOf: asked, ask) ?? advice
    }

    /// What is read in a question of facts, before anything is looked up.
    public func facts(
        in question: String, given: JSON? = nil, corrections: [Correction] = [], on day: Day,
        for scope: SourceScope = .all
    ) -> [FoundFact] {
        let text = String(question.prefix(Self.longestQuestion))
        return Inquiry(text, given: given, corrections: corrections, on: day, for: scope, adviser: self).found
    }

    /// What the library says to this, by itself.
    func composed(_ asked: Inquiry) -> Advice {
        var advice = Advice(day: asked.facts.today)
        advice.facts = asked.found
        advice.readAs = asked.query.filter { $0.weight > 0 }.compactMap { term in
            term.meant.map { (term.term.token.text, $0) }
        }
        if let reason = asked.gate { return refuse(reason, asked, advice) }
        var composer = Composer(self, asked)
        composer.compose(into: &advice)
        return advice
    }

    private static let longestQuestion = 2_000
    /// Beside a refusal only what is rather likely to be meant is shown.
    private static let leastBesideRefusal = 0.25

    /// What only a person may do is refused. What instructions say of the matter stays to be read; a drawing only shows where it stands.
    func leave(_ advice: Advice, to reason: Refusal.Reason, _ asked: Inquiry) -> Advice {
        func isWritten(_ step: AdviceStep) -> Bool {
            advice.confidence >= Self.leastBesideRefusal && !step.sources.contains { DocumentForm.isModel($0.document) }
        }
        var left = advice
        (left.route, left.also) = (advice.route.filter(isWritten), advice.also.filter(isWritten))
        left.conflicts = []
        left.refused = refuse(reason, asked, advice).refused
        left.confidence = 0
        return left
    }

    func refuse(_ reason: Refusal.Reason, _ asked: Inquiry, _ advice: Advice) -> Advice {
        var advice = advice
        (advice.route, advice.also) = ([], [])
        advice.missing = []
        advice.refused = Refusal(
            reason: reason, explanation: phrases("weigering." + reason.rawValue),
            instead: (asked.dangers.map(\.first) + [phrases("weigering." + reason.rawValue + ".wel")]).joined(
                separator: " "))
        advice.confidence = 0
        return advice
    }
}
