import Basics
import Engine
import Klanten

extension Procesbericht {
    /// A zaak of its own for the person of the zaak that sent it; its process starts in a job about it, so that a pause stops that as well.
    /// Where the process begins with it no more, it looks for its receiver anew.
    func begin(_ zaaktype: String, in act: Act) throws {
        guard let type = act.playbook.zaaktypen[zaaktype],
            act.playbook.processen.newest(type.proces)?.begins(withMessage: naam) == true
        else { return try deal(in: act) }
        guard let van, let sender = try act.tx.zaken.find(van), let partij = try act.tx.partijen.find(sender.partij)
        else { return }
        var zaak = try Zaak.Opening(zaaktype: zaaktype, partij: partij, omschrijving: type.omschrijving.nl).run(in: act)
        try record("bericht_ontvangen", of: zaak.id, in: act)
        try order(.start(zaak.id), of: zaak, in: act)
        try act.followPause(of: &zaak)
    }

    /// Its process starts, unless it was closed meanwhile; for someone who is paused, when the pause is over.
    func start(_ zaak: Identifier<Zaak>, in act: Act) throws {
        guard var zaak = try act.tx.zaken.find(zaak), zaak.isOpen, try act.tx.processen.instance(of: zaak.id) == nil
        else { return }
        try act.followPause(of: &zaak)
        if zaak.opgeschort != nil { return try order(werk, of: zaak, in: act) }
        let type = try act.zaaktype(of: zaak)
        guard let definition = act.playbook.processen.newest(type.proces), definition.begins(withMessage: naam) else {
            throw ProcesRefusal.noProcess
        }
        var run = try ProcessRun(starting: definition.key, for: zaak, in: act)
        let given = type.variabelen.merging(variabelen) { _, carried in carried }
        try run.perform(
            .start(variables: given, at: .message(naam)), after: keten.afterMessage(with: []).begun(with: naam))
    }
}

extension Playbook {
    /// The zaaktypen whose process a message begins, by code.
    func zaaktypen(beginningWithMessage message: String) -> [String] {
        zaaktypen.filter { processen.newest($1.proces)?.begins(withMessage: message) == true }.keys.sorted()
    }
}
