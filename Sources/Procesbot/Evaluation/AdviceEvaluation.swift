public import Basics

/// How advice does on a list of test questions.
public struct AdviceEvaluation: Sendable {
    public let results: [QuestionResult]

    /// Asks each question of the adviser; `day` is for questions without a day of their own, `meanings` what a model makes of them.
    public init(
        _ questions: [TestQuestion], of adviser: Adviser, on day: Day, meanings: [String: Meaning] = [:]
    ) {
        results = questions.map { question in
            let day = question.datum.flatMap(Day.init(written:)) ?? day
            return QuestionResult(
                question,
                adviser.advise(
                    question.vraag, facts: question.feiten, on: day, for: question.scope,
                    meaning: meanings[question.vraag]),
                adviser.library)
        }
    }

    /// What came of questions that were asked in parts.
    public init(results: [QuestionResult]) { self.results = results }

    private var answerable: [QuestionResult] { results.filter { !$0.shouldRefuse } }
    private var refusable: [QuestionResult] { results.filter(\.shouldRefuse) }

    public var routesRight: Int { answerable.count(where: \.isRight) }
    /// Questions of which the first step alone comes from an expected source and says what is asked.
    public var firstRight: Int { answerable.count(where: \.isFirstRight) }
    public var routes: Int { answerable.count }
    public var refusalsRight: Int { refusable.count(where: \.isRight) }
    public var refusals: Int { refusable.count }
    /// Answerable questions that were refused.
    public var wronglyRefused: Int { answerable.count(where: \.isRefused) }
    public var quotesRight: Int { results.map(\.quotesRight).reduce(0, +) }
    public var quotes: Int { results.map(\.quotes).reduce(0, +) }

    /// The mean share of the expected sources among the first `count` that were cited.
    public func recall(at count: Int) -> Double {
        let sourced = answerable.filter { !$0.expected.isEmpty }
        guard !sourced.isEmpty else { return 0 }
        return sourced.map { $0.recall(at: count) }.reduce(0, +) / Double(sourced.count)
    }

    /// The share of questions of which one of the first `count` cited sources was expected.
    public func hits(at count: Int) -> Double {
        let sourced = answerable.filter { !$0.expected.isEmpty }
        guard !sourced.isEmpty else { return 0 }
        return Double(sourced.count { $0.recall(at: count) > 0 }) / Double(sourced.count)
    }

    /// What was answered, by the word that stands beside it: of how many the first step was right, and of how many others the whole
    /// route. An answer to a question that should have been refused is wrong.
    public var certainties: [(said: Advice.Certainty, count: Int, firstRight: Int, later: Int)] {
        Advice.Certainty.allCases.filter { $0 != .insufficient }.map { word in
            let said = results.filter { $0.certainty == word }
            return (word, said.count, said.count(where: \.isFirstRight), said.count { $0.isRight && !$0.isFirstRight })
        }
    }

    /// Advice by stated confidence: how often it was right in each tenth, and how often its first step was.
    public var calibration: [(from: Double, count: Int, right: Int, firstRight: Int)] {
        (0..<10).compactMap { tenth in
            let bin = answerable.filter { !$0.isRefused && Int($0.confidence * 10) == tenth }
            return bin.isEmpty
                ? nil
                : (Double(tenth) / 10, bin.count, bin.count(where: \.isRight), bin.count(where: \.isFirstRight))
        }
    }
}
