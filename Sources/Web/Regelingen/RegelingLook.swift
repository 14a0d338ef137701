import Basics
import Database
import Incasso
import Klanten
import Recht
import Zaken

/// All that the planner tells of, read in one transaction.
struct RegelingLook: Sendable {
    let partij: Partij
    let zaken: [One]

    /// An open zaak with its arrangement, if one runs.
    struct One: Sendable {
        let zaak: Zaak
        let regeling: Betalingsregeling?

        /// Whether an arrangement can be proposed here.
        var isFree: Bool { regeling == nil && zaak.opgeschort == nil && zaak.bedrag > .zero }
    }

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        zaken = try tx.zaken.all(of: id).filter(\.isOpen).map {
            One(zaak: $0, regeling: try tx.regelingen.running(for: $0.id))
        }
    }

    /// The zaken that take part in what is planned.
    func chosen(_ asked: RegelingAsked) -> [Zaak] {
        zaken.filter { one in one.isFree && asked.zaken.map { $0.contains(one.zaak.id.text) } ?? true }.map(\.zaak)
    }

    /// What runs with us already takes this much a month.
    var running: Money { zaken.compactMap { $0.regeling?.volgende?.bedrag }.sum }

    /// The answers with what runs with us counted as committed.
    func answers(_ asked: RegelingAsked) throws(BvvRefusal) -> SpareRoomAnswers? {
        guard var answers = try asked.answers() else { return nil }
        answers.elders += running
        return answers
    }
}
