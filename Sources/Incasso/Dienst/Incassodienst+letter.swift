import Basics
import Zaken

extension Incassodienst {
    /// Makes the letter that a step asks for; where all is paid by now there is none, and that is no mishap.
    func letter(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let template = vraag.invoer["sjabloon"]?.text else { return .failed(reason: "input-missing sjabloon") }
        do {
            let brief = try Brief.Making(
                zaak: vraag.zaak.id, sjabloon: template, kanaal: vraag.invoer["kanaal"]?.text,
                deurwaarder: vraag.invoer["deurwaarder"]?.text
            ).run(in: act, by: self)
            return .done(["brief": brief.facts])
        } catch BriefRefusal.nothingOpen {
            return .done(["brief": .null])
        } catch let refusal as BriefRefusal {
            guard case .pressRefuses(.sjabloon) = refusal else { return .failed(reason: refusal.code) }
            return .failed(reason: "\(refusal.code) \(template)")
        }
    }
}
