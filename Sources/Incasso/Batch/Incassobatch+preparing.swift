public import Basics
import Exchange
import Journal
public import Recht
public import Zaken

extension Incassobatch {
    /// Gathers what is due by a day with the mandates of a creditor, and announces what was not announced yet.
    public struct Preparation: Sendable {
        public var schuldeiser: String
        public var incassodag: Day
        public var door: Medewerker
        let recht: RechtTables

        public init(schuldeiser: String, incassodag: Day, door: Medewerker, recht: RechtTables) {
            self.schuldeiser = schuldeiser
            self.incassodag = incassodag
            self.door = door
            self.recht = recht
        }

        /// The most lines in one file.
        static let most = 5_000

        @discardableResult
        public func run(in act: Act) throws -> Incassobatch {
            try check(act)
            var batch = Incassobatch(
                id: act.newID(), schuldeiser: schuldeiser, incassodag: incassodag, staat: .voorbereid, moment: act.now,
                door: door.rawValue, vrijgegeven: nil, vrijgegevenDoor: nil, xml: nil, overgeslagen: [:], versie: 0)
            try act.tx.incassobatches.add(batch)
            var (last, count): (Identifier<Machtiging>?, Int) = (nil, 0)
            repeat {
                let part = try act.tx.machtigingen.running(for: schuldeiser, after: last)
                for one in part where count < Preparation.most { count += try collect(one, into: &batch, act) }
                last = part.last?.id
            } while last != nil && count < Preparation.most
            guard count > 0 else {
                let skipped = batch.overgeslagen
                throw skipped.isEmpty ? IncassoRefusal.nothingToCollect : .allSkipped(skipped)
            }
            try act.tx.incassobatches.save(batch)
            batch.versie += 1
            try act.record("incasso_voorbereid", of: batch.subject, ["dag": JSON(incassodag), "aantal": JSON(count)])
            return batch
        }

        private func check(_ act: Act) throws {
            guard let creditor = try act.tx.schuldeisers.find(schuldeiser) else { throw IncassoRefusal.unknownCreditor }
            guard creditor.incassant.flatMap(CreditorIdentifier.init) != nil else {
                throw IncassoRefusal.noCreditorIdentifier
            }
            let table = recht.directDebits
            guard table.bankDays.isWorkday(incassodag) else { throw IncassoRefusal.notABankDay(incassodag) }
            let first = table.firstCollection(from: act.today, announced: true)
            guard incassodag >= first else { throw IncassoRefusal.tooSoon(first: first) }
        }

        /// The due amounts of whoever gave the mandate; how many were taken in.
        private func collect(_ one: Machtiging, into batch: inout Incassobatch, _ act: Act) throws -> Int {
            guard one.bezwaar(on: incassodag, recht.directDebits) == nil else {
                batch.skip(.machtiging)
                return 0
            }
            var count = 0
            for zaak in try act.tx.zaken.all(of: one.partij) where zaak.isOwed {
                do { count += try collect(one, of: zaak, into: &batch, act) } catch let weigering as Weigering {
                    batch.skip(weigering)
                }
                if one.soort == .eenmalig, count > 0 { break }
            }
            return count
        }

        private func collect(
            _ one: Machtiging, of zaak: Zaak, into batch: inout Incassobatch, _ act: Act
        ) throws -> Int {
            var due: [Verschuldigd] = []
            for amount in try act.verschuldigd(
                on: zaak, by: incassodag, to: schuldeiser, gathered: act.today, recht: recht)
            {
                if let weigering = try act.eerder(amount.sleutel) { batch.skip(weigering) } else { due.append(amount) }
            }
            if one.soort == .eenmalig { due = Array(due.prefix(1)) }
            guard !due.isEmpty else { return 0 }
            let known = try act.announced(due, of: zaak, one)
            let leaves = try known ?? act.announcementDay(to: zaak, recht)
            guard leaves + notice <= incassodag else { throw Weigering.teLaatAangekondigd }
            let lines = due.map { line($0, of: zaak, one, in: batch, leaves, act.newID()) }
            for line in lines { try act.tx.incassobatches.add(line) }
            guard try known != nil || act.announce(zaak) else {
                try act.drop(lines, because: .teLaatAangekondigd)
                throw Weigering.teLaatAangekondigd
            }
            return lines.count
        }

        private func line(
            _ amount: Verschuldigd, of zaak: Zaak, _ one: Machtiging, in batch: Incassobatch, _ leaves: Day,
            _ id: Identifier<Regel>
        ) -> Regel {
            Regel(
                id: id, batch: batch.id, machtiging: one.id, zaak: zaak.id, eindkenmerk: id.compact,
                sleutel: amount.sleutel, omschrijving: amount.omschrijving, bedrag: amount.bedrag, staat: .gepland,
                reden: nil, aangekondigd: leaves, herkansing: false)
        }

        private var notice: Int { recht.directDebits.rules.value(on: incassodag)?.noticeDays ?? 14 }
    }

    mutating func skip(_ weigering: Weigering) { overgeslagen[weigering.rawValue, default: 0] += 1 }

    /// What this batch is known by in the journal.
    var subject: Subject { Subject(kind: "incassobatch", id: id.text) }
}
