public import Basics
import Exchange
import Journal
public import Recht
public import Zaken

extension Incassobatch {
    /// Looks at every line once more and makes the file for the bank; by someone other than who prepared it.
    public struct Release: Sendable {
        public var batch: Identifier<Incassobatch>
        public var door: Medewerker
        let recht: RechtTables

        public init(batch: Identifier<Incassobatch>, door: Medewerker, recht: RechtTables) {
            self.batch = batch
            self.door = door
            self.recht = recht
        }

        @discardableResult
        public func run(in act: Act) throws -> Incassobatch {
            guard var batch = try act.tx.incassobatches.find(batch) else { throw IncassoRefusal.unknownBatch }
            guard batch.staat == .voorbereid else { throw IncassoRefusal.notPrepared }
            guard batch.door != door.rawValue else { throw IncassoRefusal.ownBatch }
            guard act.today <= recht.directDebits.lastHandIn(for: batch.incassodag) else {
                throw IncassoRefusal.tooSoon(
                    first: recht.directDebits.firstCollection(from: act.today, announced: true))
            }
            let lines = try standing(batch, act)
            guard !lines.isEmpty else { throw IncassoRefusal.nothingToCollect }
            batch.xml = try file(batch, lines, act).xml()
            (batch.staat, batch.vrijgegeven, batch.vrijgegevenDoor) = (.vrijgegeven, act.now, door.rawValue)
            try act.tx.incassobatches.save(batch)
            try use(lines, on: batch.incassodag, act)
            try act.record(
                "incasso_vrijgegeven", of: batch.subject,
                ["aantal": JSON(lines.count), "bedrag": JSON(lines.map(\.0.bedrag).sum), "dag": JSON(batch.incassodag)])
            return batch
        }

        /// The lines that still hold; the others fall out with why.
        private func standing(_ batch: Incassobatch, _ act: Act) throws -> [(Regel, Machtiging)] {
            var lines: [(Regel, Machtiging)] = []
            for line in try act.tx.incassobatches.regels(of: batch.id) where line.staat == .gepland {
                do { lines.append((line, try check(line, batch, act))) } catch let weigering as Weigering {
                    try act.drop([line], because: weigering)
                }
            }
            return lines
        }

        private func check(_ line: Regel, _ batch: Incassobatch, _ act: Act) throws -> Machtiging {
            guard let one = try act.tx.machtigingen.find(line.machtiging),
                one.bezwaar(on: batch.incassodag, recht.directDebits) == nil
            else { throw Weigering.machtiging }
            guard let zaak = try act.tx.zaken.find(line.zaak) else { throw Weigering.zaakStaatStil }
            let due = try act.verschuldigd(
                on: zaak, by: batch.incassodag, to: batch.schuldeiser, gathered: batch.moment.day, recht: recht)
            guard due.contains(where: { $0.sleutel == line.sleutel && $0.bedrag == line.bedrag }) else {
                throw Weigering.bedragVeranderd
            }
            return one
        }

        private func file(_ batch: Incassobatch, _ lines: [(Regel, Machtiging)], _ act: Act) throws -> Pain008 {
            guard let creditor = try act.tx.schuldeisers.find(batch.schuldeiser), let iban = IBAN(creditor.iban),
                let identifier = creditor.incassant
            else { throw IncassoRefusal.noCreditorIdentifier }
            return Pain008(
                message: batch.id.compact, created: act.now, collection: batch.incassodag,
                to: OwnAccount(name: creditor.naam, iban: iban), creditor: identifier,
                collections: lines.map { line, mandate in line.collection(with: mandate) })
        }

        private func use(_ lines: [(Regel, Machtiging)], on day: Day, _ act: Act) throws {
            var used: Set<Identifier<Machtiging>> = []
            for (planned, held) in lines {
                var (line, mandate) = (planned, held)
                line.staat = .aangeboden
                try act.tx.incassobatches.save(line)
                try act.record(
                    "incasso_aangeboden", of: line.zaak, ["bedrag": JSON(line.bedrag), "vervaldag": JSON(day)])
                guard used.insert(mandate.id).inserted else { continue }
                mandate.gebruikt = day
                try act.tx.machtigingen.save(mandate)
            }
        }
    }

    /// Throws a prepared batch away; its amounts can be collected in another.
    public struct Cancellation: Sendable {
        public var batch: Identifier<Incassobatch>

        public init(batch: Identifier<Incassobatch>) { self.batch = batch }

        public func run(in act: Act) throws {
            guard var batch = try act.tx.incassobatches.find(batch) else { throw IncassoRefusal.unknownBatch }
            guard batch.staat == .voorbereid else { throw IncassoRefusal.notPrepared }
            batch.staat = .vervallen
            try act.tx.incassobatches.save(batch)
            try act.drop(
                try act.tx.incassobatches.regels(of: batch.id).filter { $0.staat == .gepland },
                because: .batchVervallen)
            try act.record("incasso_vervallen", of: batch.subject)
        }
    }
}

extension Incassobatch.Regel {
    /// The line as the bank's file has it. A first collection is recurring too (rulebook of November 2016).
    func collection(with mandate: Machtiging) -> Collection {
        Collection(
            Transfer(endToEnd: eindkenmerk, name: mandate.naam, iban: mandate.iban, amount: bedrag, text: omschrijving),
            mandate: mandate.kenmerk, signed: mandate.getekend,
            sequence: mandate.soort == .doorlopend ? .recurring : .oneOff)
    }
}
