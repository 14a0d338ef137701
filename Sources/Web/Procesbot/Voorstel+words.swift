import Basics
import Bibliotheek

extension VoorstelRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknown: words("refusals.proposal_unknown")
        case .decided: words("refusals.proposal_decided")
        case .unmeasured: words("refusals.proposal_unmeasured")
        case .overtaken: words("refusals.proposal_overtaken")
        case .worse(let count): words("refusals.proposal_worse", count: count)
        }
    }

    /// What a person ticks to publish all the same.
    func tick(_ words: Words) -> String {
        switch self {
        case .unknown, .decided, .unmeasured: words("proposal.tick_unmeasured")
        case .overtaken: words("proposal.tick_overtaken")
        case .worse(let count): words("proposal.tick_worse", count: count)
        }
    }
}

extension Chip {
    /// How a proposed change stands.
    init(_ one: Wijzigingsvoorstel, _ stand: String, _ words: Words) {
        switch one.besluit {
        case .gepubliceerd: self.init(words("proposal.state_gepubliceerd"), "calm")
        case .weggegooid: self.init(words("proposal.state_weggegooid"))
        case nil:
            guard let uitslag = one.uitslag else {
                self.init(words(one.isMeasuring ? "proposal.state_measuring" : "proposal.state_stopped"), "note")
                return
            }
            let worse = uitslag.aantal(.slechter)
            if !one.isCurrent(stand) {
                self.init(words("proposal.state_overtaken"), "attention")
            } else if worse > 0 {
                self.init(words("proposal.state_worse", count: worse), "urgent")
            } else {
                self.init(words("proposal.state_fine"), "calm")
            }
        }
    }
}

extension Words {
    /// So many right of all.
    func of(_ part: JSON) -> String {
        self("measures.of", ["right": "\(part["right"].integer ?? 0)", "all": "\(part["of"].integer ?? 0)"])
    }

    /// What a test question was answered, and what was wrong with it.
    func answer(_ result: JSON) -> String {
        let refused = result["first"].text == nil
        let reason = result["refused"].text ?? ""
        let said =
            refused
            ? self("proposal.refused", ["why": text("advice.refused_\(reason.replacing("-", with: "_"))") ?? reason])
            : result["first"].text ?? ""
        let wrong = (result["differences"].elements ?? []).compactMap(\.text).map(difference)
        let cited = (result["cited"].elements ?? []).compactMap(\.text).first.map {
            self("proposal.cited", ["what": $0])
        }
        return ([said, cited] + wrong).compactMap(\.self).joined(separator: " · ")
    }
}

extension JSON {
    /// A share as whole per cents; 0 where there is none.
    var percent: Int {
        number.flatMap { ($0 * Decimal128(100))?.rounded(toPlaces: 0)?.integer }.map { Int($0) } ?? 0
    }
}
