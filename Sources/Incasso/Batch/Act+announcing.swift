import Basics
import Exchange
import Recht
import Zaken

extension Incassobatch {
    /// The letter that announces a collection.
    static let aankondiging = "incasso_aankondiging"
}

extension Act {
    /// The day on which these amounts were announced: an arrangement announces all its instalments at once, after the
    /// mandate was signed; a claim, and a second try, is announced each time.
    func announced(_ due: [Verschuldigd], of zaak: Zaak, _ one: Machtiging) throws -> Day? {
        guard let regeling = try tx.regelingen.running(for: zaak.id) else { return nil }
        for amount in due where try !tx.incassobatches.regels(for: amount.sleutel).isEmpty { return nil }
        let since = max(regeling.overeengekomen, one.getekend)
        return try tx.brieven.all(of: zaak.id).first {
            $0.sjabloon == Incassobatch.aankondiging && $0.opgemaakt >= since && $0.verzonden != nil
                && !$0.isIngetrokken
        }?.verzonden?.day
    }

    /// The day on which an announcement leaves that is made now.
    func announcementDay(to zaak: Zaak, _ recht: RechtTables) throws -> Day {
        let earlier = try contacts(with: zaak.partij)
        guard recht.contact.refusal(at: now, after: earlier) != nil else { return today }
        return recht.contact.nextMoment(from: now, after: earlier)?.day ?? today
    }

    /// Orders the letter that announces what is planned; false when none can be made.
    func announce(_ zaak: Zaak) throws -> Bool {
        do {
            try Brief.Making(zaak: zaak.id, sjabloon: Incassobatch.aankondiging).run(in: self)
            return true
        } catch BriefRefusal.nothingOpen { return true } catch is BriefRefusal { return false }
    }

    /// What the announcement says: how much, when, from which account, and what follows each month.
    func announcementFacts(for zaak: Zaak) throws -> JSON {
        let lines = try tx.incassobatches.planned(for: zaak.id)
        guard let first = lines.last, let batch = try tx.incassobatches.find(first.batch),
            let mandate = try tx.machtigingen.find(first.machtiging)
        else { return .null }
        let own = lines.filter { $0.batch == batch.id }
        let later = try tx.regelingen.running(for: zaak.id)?.termijnen.filter { $0.vervaldag > batch.incassodag } ?? []
        let creditor = try tx.schuldeisers.find(batch.schuldeiser)
        return [
            "bedrag": JSON(own.map(\.bedrag).sum), "dag": JSON(batch.incassodag),
            "rekening": .string(mandate.iban.text), "machtiging": .string(mandate.kenmerk),
            "incassant": .string(creditor?.incassant ?? ""), "daarna": JSON(!later.isEmpty),
            "termijnen": .array(later.map { ["vervaldag": JSON($0.vervaldag), "bedrag": JSON($0.bedrag)] }),
        ]
    }

    /// Lines that will not be collected.
    func drop(_ lines: [Incassobatch.Regel], because weigering: Weigering) throws {
        for var line in lines {
            (line.staat, line.reden) = (.vervallen, weigering.rawValue)
            try tx.incassobatches.save(line)
        }
    }
}
