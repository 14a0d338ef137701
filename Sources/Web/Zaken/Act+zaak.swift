import Basics
import Hummingbird
import Incasso
import Zaken

extension Act {
    /// Refuses to bring a message to a process without the right that its zaaktype asks for it.
    func requireRight(_ rights: Set<Permission>, toReport message: String, on zaak: Identifier<Zaak>) throws {
        guard let zaak = try tx.zaken.find(zaak) else { throw ZaakRefusal.unknownZaak }
        let kind = playbook.zaaktypen[zaak.zaaktype]?.meldingen.first { $0.bericht == message }
        guard let right = kind.flatMap({ Permission(rawValue: $0.recht) }) else {
            throw ZaakRefusal.notAwaited(message)
        }
        guard rights.contains(right) else { throw HTTPError(.forbidden) }
    }

    /// Brings the proposal of the planner into the process.
    func propose(_ zaak: Identifier<Zaak>, _ form: FormFields) throws {
        guard let amount = form["perMaand"].flatMap(Money.init(written:)) else { throw RegelingRefusal.amountTooSmall }
        guard let day = form["eersteDag"].flatMap(Day.init(written:)) else {
            throw RegelingRefusal.firstDayInPast(today)
        }
        try Betalingsregeling.Proposal(zaak: zaak, perMaand: amount, eersteDag: day).run(in: self)
    }
}

extension Zaak {
    /// Someone else becomes the one who handles the zaak; its waiting taken go along.
    struct Handover {
        let zaak: Identifier<Zaak>
        let aan: Medewerker?

        func run(in act: Act) throws {
            var zaak = try act.openZaak(zaak)
            guard zaak.behandelaar != aan else { return }
            zaak.behandelaar = aan
            try act.save(&zaak)
            let person: JSON = aan.map { .string($0.rawValue) } ?? .null
            try act.record("zaak_toegewezen", of: zaak.id, ["aan": person])
            for taak in try act.tx.taken.waiting(for: zaak.id) {
                try Taak.Assignment(taak: taak.id, aan: aan).run(in: act)
            }
        }
    }
}
