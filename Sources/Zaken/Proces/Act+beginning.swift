import Basics
import Engine
import Klanten

/// A zaak whose process a signal or message of another zaak begins (BPMN 10.5.2).
extension Act {
    /// A zaak of its own for the person of the zaak that it came from; nothing where that is not known any more.
    func openZaak(_ zaaktype: String, forPersonOf van: Identifier<Zaak>?) throws -> Zaak? {
        guard let van, let type = playbook.zaaktypen[zaaktype], let sender = try tx.zaken.find(van),
            let partij = try tx.partijen.find(sender.partij)
        else {
            return nil
        }
        return try Zaak.Opening(zaaktype: zaaktype, partij: partij, omschrijving: type.omschrijving.nl).run(in: self)
    }

    /// A zaak that was opened so, which stands still while its person is paused; nothing where it was closed or began meanwhile.
    func notBegun(_ id: Identifier<Zaak>) throws -> Zaak? {
        guard var zaak = try tx.zaken.find(id), zaak.isOpen, try tx.processen.instance(of: id) == nil else {
            return nil
        }
        try followPause(of: &zaak)
        return zaak
    }

    /// Its process starts with what was handed on; refused where that begins it no more.
    func beginProcess(
        of zaak: Zaak, at point: StartPoint, carrying variabelen: [String: JSON], after keten: [String]
    ) throws {
        let type = try zaaktype(of: zaak)
        guard let definition = playbook.processen.newest(type.proces), definition.begins(at: point) else {
            throw ProcesRefusal.noProcess
        }
        var run = try ProcessRun(starting: definition.key, for: zaak, in: self)
        let given = type.variabelen.merging(variabelen) { _, carried in carried }
        try run.perform(.start(variables: given, at: point), after: keten)
    }
}

extension Playbook {
    /// The zaaktypen whose process a signal or message begins, by code.
    func zaaktypen(beginningAt point: StartPoint) -> [String] {
        zaaktypen.filter { begins($1, at: point) }.keys.sorted()
    }

    func begins(_ zaaktype: Zaaktype, at point: StartPoint) -> Bool {
        processen.newest(zaaktype.proces)?.begins(at: point) == true
    }
}
