import Basics
import Zaken

extension BeslissingRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .flaws(let flaws): words("refusals.decision_flaws", count: flaws.count)
        case .decisionElsewhere(let decision, let model):
            words("refusals.decision_elsewhere", ["decision": decision, "model": model])
        case .notItsVersion(let model): words("refusals.decision_not_its_version", ["model": model])
        case .unchanged: words("refusals.decision_unchanged")
        case .beforeItsPredecessor(let day): words("refusals.decision_early", ["day": words.date(day)])
        case .inThePast(let today, let version):
            words("refusals.decision_past", ["day": words.date(today), "n": words.number(version)])
        case .notMade: words("refusals.decision_not_made")
        case .notAnOutcome: words("refusals.decision_not_an_outcome")
        }
    }
}
