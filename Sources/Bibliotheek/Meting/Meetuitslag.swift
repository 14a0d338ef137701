import Basics
import Procesbot

/// What came of test questions: all together as ``AdviceEvaluation`` tells it, and by the list that each comes from.
struct Meetuitslag {
    private let results: [QuestionResult]
    private let lists: [Vragenlijst]

    init(_ results: [QuestionResult], lists: [Vragenlijst]) { (self.results, self.lists) = (results, lists) }

    var json: JSON {
        guard case .object(var fields) = AdviceEvaluation(results: results).json else { return .null }
        fields["lists"] = .array(Vragenlijst.allCases.compactMap(figures))
        return .object(fields)
    }

    /// The figures of one list, without its questions; nothing where it has none.
    private func figures(_ list: Vragenlijst) -> JSON? {
        let some = zip(results, lists).filter { $0.1 == list }.map(\.0)
        guard !some.isEmpty, case .object(let all) = AdviceEvaluation(results: some).json else { return nil }
        var fields = all.filter { ["routes", "firstSteps", "refusals", "certainty"].contains($0.key) }
        fields["list"] = .string(list.rawValue)
        return .object(fields)
    }
}
