import Basics
import Engine
import Jobs
import Klanten

extension Processignaal {
    /// A zaak of its own for the person of the zaak that threw it; its process starts in a job about it, so that a pause stops that as well.
    func begin(_ zaaktype: String, in act: Act) throws {
        guard let type = act.playbook.zaaktypen[zaaktype], let van, let thrower = try act.tx.zaken.find(van),
            let partij = try act.tx.partijen.find(thrower.partij),
            act.playbook.processen.newest(type.proces)?.begins(with: naam) == true
        else { return }
        var zaak = try Zaak.Opening(zaaktype: zaaktype, partij: partij, omschrijving: type.omschrijving.nl).run(in: act)
        try record("processignaal_ontvangen", of: zaak.id, in: act)
        try order(.start(zaak.id), of: zaak.id, in: act)
        try act.followPause(of: &zaak)
    }

    /// Its process starts, unless it was closed meanwhile; for someone who is paused, when the pause is over.
    func start(_ zaak: Identifier<Zaak>, in act: Act) throws {
        guard var zaak = try act.tx.zaken.find(zaak), zaak.isOpen, try act.tx.processen.instance(of: zaak.id) == nil
        else { return }
        try act.followPause(of: &zaak)
        if try isPutOff(for: zaak, in: act) { return }
        let type = try act.zaaktype(of: zaak)
        guard let definition = act.playbook.processen.newest(type.proces), definition.begins(with: naam) else {
            throw ProcesRefusal.noProcess
        }
        var run = try ProcessRun(starting: definition.key, for: zaak, in: act)
        let given = type.variabelen.merging(variabelen) { _, carried in carried }
        try run.perform(.start(variables: given, at: .signal(naam)), after: keten + [naam])
    }
}

extension Playbook {
    /// The zaaktypen whose process a signal begins, by code.
    func zaaktypen(beginningWith signal: String) -> [String] {
        zaaktypen.filter { processen.newest($1.proces)?.begins(with: signal) == true }.keys.sorted()
    }
}
