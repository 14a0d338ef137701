import Basics
import Jobs
import Journal
import Klanten
import Recht
import Zaken

extension Act {
    /// When a letter may leave: now, or the first moment that the hours, days and caps allow (Bki art. 4.1 and 4.2).
    ///
    /// Information that someone asked for or that thanks them counts for no cap; its hours are kept all the same.
    func moment(for template: String, on zaak: Zaak, recht: RechtTables) throws -> Moment {
        let isInformation = !Brief.asksForMoney(template)
        let earlier = isInformation ? [] : try contacts(with: zaak.partij)
        guard let refusal = recht.contact.refusal(at: now, after: earlier),
            let next = recht.contact.nextMoment(from: now, after: earlier)
        else { return now }
        try recordPostponed(template, of: zaak.id, until: next, refusal)
        return next
    }

    /// Records that a letter waits, until when and by which rule.
    func recordPostponed(
        _ template: String, of zaak: Identifier<Zaak>, until next: Moment, _ refusal: ContactRefusal
    ) throws {
        try record(
            "brief_uitgesteld", of: zaak,
            [
                "sjabloon": .string(template), "tot": JSON(next.day), "waarom": .string(refusal.word),
                "artikel": .string(refusal.article),
            ])
    }

    /// When this person was contacted before, over all channels and all their zaken: letters that ask, calls, visits and
    /// what else we sought contact for.
    func contacts(with partij: Identifier<Partij>) throws -> [Moment] {
        try tx.zaken.all(of: partij).flatMap { zaak in
            let letters = try tx.brieven.all(of: zaak.id).filter {
                !$0.isIngetrokken && $0.asksForMoney
            }
            let planned = try letters.map { try tx.jobs.find(key: $0.sendingKey)?.due }
            return zip(letters, planned).map { $0.verzonden ?? $1 ?? Moment($0.opgemaakt, hour: 12) }
                + (try tx.journal.entries(of: .zaak(zaak.id), limit: 200).filter(\.isContact).map(\.moment))
        }
    }
}

extension ContactRefusal {
    /// A stable word for the reason; the string tables keep its sentence.
    var word: String {
        switch self {
        case .hour: "uur"
        case .weekday: "dag"
        case .holiday: "feestdag"
        case .tooOften: "te_vaak"
        }
    }

    var article: String {
        switch self {
        case .hour(let article), .weekday(_, let article), .holiday(_, let article), .tooOften(_, _, let article):
            article
        }
    }
}

extension JournalEntry {
    /// Whether it is a call or a visit that someone made, or another contact that we sought.
    fileprivate var isContact: Bool {
        switch kind {
        case "taak_afgerond": ["belronde", "huisbezoek"].contains(content["formulier"].text ?? "")
        case "contact": content["initiatiefnemer"].text == Contact.Initiatiefnemer.wij.rawValue
        default: false
        }
    }
}
