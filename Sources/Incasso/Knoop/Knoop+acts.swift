public import Basics
import Jobs
public import Klanten
import Recht
public import Zaken

extension Knoop {
    /// One act: everything of a person pauses, one colleague becomes the fixed contact, and the guidance opens.
    public struct Beginning: Sendable {
        public var partij: Identifier<Partij>
        public var contact: Medewerker
        public var reden: String
        public var door: Medewerker

        public init(partij: Identifier<Partij>, contact: Medewerker, reden: String, door: Medewerker) {
            (self.partij, self.contact, self.reden, self.door) = (partij, contact, reden, door)
        }

        @discardableResult
        public func run(in act: Act) throws -> Knoop {
            try act.requireReason(reden)
            guard !contact.rawValue.isEmpty else { throw KnoopRefusal.contactMissing }
            guard try act.tx.knopen.running(for: partij) == nil else { throw KnoopRefusal.alreadyRuns }
            guard let person = try act.tx.partijen.find(partij) else { throw ZaakRefusal.unknownZaak }
            let policy = Beleid(act.playbook)
            // The day of the yes is day 1.
            let last = act.today + policy.dagen - 1
            if let running = try act.tx.pauzes.running(for: partij) { try Pauze.Ending(pauze: running.id).run(in: act) }
            let pauze = try Pauze.Beginning(partij: partij, einde: last, reden: reden, door: door).run(in: act)
            // Only a person ends it: its own clock is taken away.
            try act.tx.jobs.cancel(key: "pauze:\(pauze.id.text)")
            var zaak = try Zaak.Opening(zaaktype: Knoop.zaaktype, partij: person, omschrijving: "Uit de Knoop").run(
                in: act)
            zaak.behandelaar = contact
            try act.save(&zaak)
            let knoop = Knoop(
                id: act.newID(), partij: partij, zaak: zaak.id, pauze: pauze.id, contact: contact, begin: act.today,
                einde: last, isVerlengd: false, uitkomst: nil, afgesloten: nil, nazorg: 0)
            try act.tx.knopen.add(knoop)
            try act.note(
                "knoop_begonnen", knoop,
                ["tot": JSON(last), "aan": .string(contact.rawValue), "reden": .string(reden)])
            try Zaak.Start(zaak: zaak.id).run(in: act)
            try act.askToTellBailiff(of: partij)
            return knoop
        }
    }

    /// A team lead gives more time, once, with a reason.
    public struct Extension: Sendable {
        public var knoop: Identifier<Knoop>
        public var reden: String

        public init(knoop: Identifier<Knoop>, reden: String) { (self.knoop, self.reden) = (knoop, reden) }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var one = try act.running(knoop)
            guard !one.isVerlengd else { throw KnoopRefusal.alreadyExtended }
            one.einde = one.einde + Beleid(act.playbook).verlenging
            one.isVerlengd = true
            try act.tx.knopen.save(one)
            try act.tx.pauzes.move(one.pauze, to: one.einde)
            try act.note("knoop_verlengd", one, ["tot": JSON(one.einde), "reden": .string(reden)])
        }
    }

    /// Another colleague becomes the fixed contact.
    public struct Handover: Sendable {
        public var knoop: Identifier<Knoop>
        public var aan: Medewerker

        public init(knoop: Identifier<Knoop>, aan: Medewerker) { (self.knoop, self.aan) = (knoop, aan) }

        public func run(in act: Act) throws {
            guard !aan.rawValue.isEmpty else { throw KnoopRefusal.contactMissing }
            guard var one = try act.tx.knopen.find(knoop) else { throw KnoopRefusal.unknown }
            one.contact = aan
            try act.tx.knopen.save(one)
            var zaak = try act.openZaak(one.zaak)
            zaak.behandelaar = aan
            try act.save(&zaak)
            for taak in try act.tx.taken.waiting(for: zaak.id) where taak.behandelaar != nil {
                try Taak.Assignment(taak: taak.id, aan: aan).run(in: act)
            }
            try act.note("knoop_contact", one, ["aan": .string(aan.rawValue)])
        }
    }

    /// Ends the pause earlier than its process, in one act with a choice; the process goes on with aftercare.
    public struct Closing: Sendable {
        public var knoop: Identifier<Knoop>
        public var uitkomst: Uitkomst
        public var toelichting: String

        public init(knoop: Identifier<Knoop>, uitkomst: Uitkomst, toelichting: String) {
            (self.knoop, self.uitkomst, self.toelichting) = (knoop, uitkomst, toelichting)
        }

        public func run(in act: Act) throws {
            try act.requireReason(toelichting)
            let one = try act.running(knoop)
            let zaak = try act.openZaak(one.zaak)
            let facts: [String: JSON] = [
                "uitkomst": .string(uitkomst.rawValue), "toelichting": .string(toelichting),
            ]
            guard try act.deliver("KnoopAfgesloten", to: zaak, variables: facts) else { throw KnoopRefusal.notRunning }
        }
    }
}

extension Incassodienst {
    /// Ends the pause of a guidance; where something is still open a person is asked first, nothing begins by itself.
    func closeKnoop(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard var knoop = try act.tx.knopen.find(zaak: vraag.zaak.id) else { return .failed(reason: "no-knoop") }
        let word = vraag.invoer["uitkomst"]?.text ?? ""
        guard let uitkomst = Knoop.Uitkomst(rawValue: word) else { return .failed(reason: "input-missing uitkomst") }
        guard knoop.afgesloten == nil else { return .done(["knoopUitkomst": .string(word)]) }
        (knoop.uitkomst, knoop.afgesloten) = (uitkomst, act.today)
        try act.tx.knopen.save(knoop)
        if let pauze = try act.tx.pauzes.find(knoop.pauze), pauze.opgeheven == nil {
            try Pauze.Ending(pauze: pauze.id).run(in: act)
        }
        let reason = vraag.invoer["toelichting"]?.text ?? word
        try act.note("knoop_afgesloten", knoop, ["uitkomst": .string(word), "reden": .string(reason)])
        for zaak in try act.tx.zaken.all(of: knoop.partij) where zaak.isOpen && zaak.id != knoop.zaak {
            if try act.tx.regelingen.running(for: zaak.id)?.isKept(on: act.today, recht) == true { continue }
            try act.deliver("UitzonderingGemeld", to: zaak, variables: ["melding": ["reden": .string(reason)]])
        }
        return .done(["knoopUitkomst": .string(word)])
    }

    /// The day of the next aftercare contact; none once all were planned.
    func planNazorg(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard var knoop = try act.tx.knopen.find(zaak: vraag.zaak.id), let from = knoop.afgesloten else {
            return .failed(reason: "no-knoop")
        }
        let months = Knoop.Beleid(act.playbook).nazorgMaanden.sorted()
        guard knoop.nazorg < months.count else { return .done(["nazorgOp": .null]) }
        let day = max(act.today, from.adding(months: months[knoop.nazorg]))
        try act.record(
            "nazorg_gepland", of: knoop.zaak,
            ["maand": JSON(months[knoop.nazorg]), "tot": JSON(from), "plan": .string(knoop.uitkomst?.rawValue ?? "")])
        knoop.nazorg += 1
        try act.tx.knopen.save(knoop)
        return .done(["nazorgOp": JSON(day)])
    }
}

extension Act {
    func running(_ id: Identifier<Knoop>) throws -> Knoop {
        guard let one = try tx.knopen.find(id) else { throw KnoopRefusal.unknown }
        guard one.afgesloten == nil else { throw KnoopRefusal.notRunning }
        return one
    }

    /// Records it of the person, of the guidance and of all their open zaken.
    func note(_ kind: String, _ knoop: Knoop, _ content: JSON) throws {
        try record(kind, of: .klant(knoop.partij), content)
        for zaak in try tx.zaken.all(of: knoop.partij) where zaak.isOpen {
            try record(kind, of: zaak.id, content)
        }
    }
}
