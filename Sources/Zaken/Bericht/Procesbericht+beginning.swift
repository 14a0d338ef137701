import Basics
import Engine

extension Procesbericht {
    /// A zaak of its own for the person of the zaak that sent it; its process starts in a job about it, so that a pause stops that as well.
    /// Where the process begins with it no more, it looks for its receiver anew.
    func begin(_ zaaktype: String, in act: Act) throws {
        guard let type = act.playbook.zaaktypen[zaaktype], act.playbook.begins(type, at: .message(naam)) else {
            return try deal(in: act)
        }
        guard var zaak = try act.openZaak(zaaktype, forPersonOf: van) else { return }
        try record("bericht_ontvangen", of: zaak.id, in: act)
        try order(.start(zaak.id), of: zaak, in: act)
        try act.followPause(of: &zaak)
    }

    /// Its process starts, unless it was closed meanwhile; for someone who is paused, when the pause is over.
    func start(_ zaak: Identifier<Zaak>, in act: Act) throws {
        guard let zaak = try act.notBegun(zaak) else { return }
        if zaak.opgeschort != nil { return try order(werk, of: zaak, in: act) }
        try act.beginProcess(
            of: zaak, at: .message(naam), carrying: variabelen,
            after: keten.afterMessage(with: []).begun(with: naam))
    }
}
