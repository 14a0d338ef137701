import Basics

/// An act that may or can not be done in a zaak now, as whoever asks has it on record, and why.
struct Obstacle: Hashable {
    /// The name of the act in `handelingen.yaml`.
    let act: String
    /// Why not, as a clause behind `want`.
    let because: String
    /// The state on record that bars it, where that is one.
    let state: String?

    /// The key under which they are given with a question: `[{"handeling": "bellen", "omdat": "toestand", "toestand": "bewind"}]`.
    static let key = "nu niet"

    /// Those among what is given with a question.
    static func all(in given: JSON?, _ phrases: Phrasebook) -> [Obstacle] {
        (given?[key].elements ?? []).compactMap { one in
            guard let act = one["handeling"].text, let why = one["omdat"].text else { return nil }
            let values = (one.fields ?? [:]).compactMapValues(\.text)
            return Obstacle(act: act, because: phrases("nuniet." + why, values), state: values["toestand"])
        }
    }
}

extension Adviser {
    /// A step that the zaak bars is told as such, with why, and proposed by nothing: the first of each, where it stands.
    func barring(_ advice: Advice, _ asked: Inquiry) -> Advice {
        guard !asked.obstacles.isEmpty else { return advice }
        var (advice, told) = (advice, Set<String>())
        (advice.route, advice.also) = (barred(advice.route, asked, &told), barred(advice.also, asked, &told))
        advice.tell = advice.tell.filter { obstacle(to: $0, asked) == nil }
        return forbidding(advice, asked)
    }

    /// Who asks leave for an act that a state bars gets that for an answer, with what the library says of the state.
    private func forbidding(_ advice: Advice, _ asked: Inquiry) -> Advice {
        guard asked.form.isPolar, [nil, .noSupport].contains(advice.refused?.reason),
            let barred = asked.obstacles.first(where: { $0.state != nil && acts.isSpokenOf($0.act, in: asked.tokens) }),
            let source = barred.state.flatMap({ source(onState: $0, asked) })
        else { return advice }
        let answer = AdviceStep(
            step: phrases("nuniet.regel", ["omdat": barred.because, "zin": source.quote]),
            why: phrases("waarom.feiten", ["feiten": barred.because, "kop": source.heading]), sources: [source],
            facts: [barred.because])
        var advice = advice
        advice.route = [answer] + advice.route.filter { !$0.sources.contains(source) }.prefix(Self.longestBehind)
        (advice.refused, advice.near) = (nil, [])
        advice.confidence = max(advice.confidence, Advice.Certainty.likely.least)
        return advice
    }

    private static let longestBehind = 7

    private func barred(_ steps: [AdviceStep], _ asked: Inquiry, _ told: inout Set<String>) -> [AdviceStep] {
        steps.compactMap { step in
            guard let obstacle = obstacle(to: step, asked) else { return step }
            guard told.insert(obstacle.act).inserted else { return nil }
            var step = step
            step.step = phrases("nuniet", ["omdat": obstacle.because, "zin": bare(step.step)])
            step.isExcluded = true
            return step
        }
    }

    private func obstacle(to step: AdviceStep, _ asked: Inquiry) -> Obstacle? {
        guard !step.isExcluded else { return nil }
        // What comes behind a step of a drawing has its turn when it is reached.
        let next = " " + phrases("model.daarna", ["stap": ""])
        let tokens = Tokenizer.tokens(of: step.step.split(separator: next, maxSplits: 1).first.map { String($0) } ?? "")
        return asked.obstacles.first { acts.isSpokenOf($0.act, in: tokens) }
    }

    /// Without the yes or no that a question asked for.
    private func bare(_ step: String) -> String {
        let openings = ["ja", "nee"].map { phrases($0, ["zin": ""]) }
        return openings.first { step.hasPrefix($0) }.map { String(step.dropFirst($0.count)) } ?? step
    }
}
