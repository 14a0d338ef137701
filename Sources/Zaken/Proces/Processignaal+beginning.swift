import Basics
import Engine
import Jobs

extension Processignaal {
    /// A zaak of its own for the person of the zaak that threw it; its process starts in a job about it, so that a pause stops that as well.
    func begin(_ zaaktype: String, in act: Act) throws {
        guard let type = act.playbook.zaaktypen[zaaktype], act.playbook.begins(type, at: .signal(naam)),
            var zaak = try act.openZaak(zaaktype, forPersonOf: van)
        else { return }
        try record("processignaal_ontvangen", of: zaak.id, in: act)
        try order(.start(zaak.id), of: zaak.id, in: act)
        try act.followPause(of: &zaak)
    }

    /// Its process starts, unless it was closed meanwhile; for someone who is paused, when the pause is over.
    func start(_ zaak: Identifier<Zaak>, in act: Act) throws {
        guard let zaak = try act.notBegun(zaak), try !isPutOff(for: zaak, in: act) else { return }
        try act.beginProcess(of: zaak, at: .signal(naam), carrying: variabelen, after: keten + [naam])
    }
}
