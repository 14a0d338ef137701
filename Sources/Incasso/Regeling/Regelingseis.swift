import Basics
import Engine
import Recht
import Zaken

/// What of an arrangement must be there before a step has any sense, by the word that content says it with.
enum Regelingseis: String, Sendable {
    /// One runs, so that it can be watched, confirmed or let go.
    case loopt = "regeling.loopt"
    /// Someone agreed on one with the klant, so that it can be decided on and recorded.
    case voorgesteld = "regeling.voorgesteld"

    func require(of zaak: Zaak, in act: Act) throws {
        switch self {
        case .loopt:
            guard try act.tx.regelingen.running(for: zaak.id) != nil else { throw RegelingRefusal.noneRunning }
        case .voorgesteld:
            let known = try act.tx.processen.instance(of: zaak.id)?.variables() ?? [:]
            guard known["perMaand"]?.money != nil else { throw RegelingRefusal.noneProposed }
        }
    }
}

extension Incassodienst {
    /// What a service amounts to and needs, whatever its inputs.
    func asking(
        _ handeling: CollectionAct?, _ eis: Regelingseis? = nil
    ) -> @Sendable ([String: JSON]) -> [String] {
        let words = [handeling?.rawValue, eis?.rawValue].compactMap(\.self)
        return { _ in words }
    }
}

extension Brief {
    /// What a step that sends a letter amounts to, and whether the letter tells of an arrangement that runs.
    @Sendable static func asks(_ inputs: [String: JSON]) -> [String] {
        guard let template = inputs["sjabloon"]?.text else { return [] }
        let tellsOfOne = ["regeling_bevestigd", "gemiste_termijn"].contains(template)
        return [handeling(of: template).rawValue] + (tellsOfOne ? [Regelingseis.loopt.rawValue] : [])
    }
}
