public import Basics
import Exchange
import Journal
public import Klanten
public import Zaken

extension Machtiging {
    /// Records a mandate that someone signed.
    public struct Granting: Sendable {
        public var partij: Identifier<Partij>
        public var schuldeiser: String
        /// Made up when it is empty.
        public var kenmerk: String
        public var iban: String
        public var naam: String
        public var soort: Soort
        public var getekend: Day
        public var bewijs: String

        public init(
            partij: Identifier<Partij>, schuldeiser: String, kenmerk: String = "", iban: String, naam: String,
            soort: Soort = .doorlopend, getekend: Day, bewijs: String
        ) {
            self.partij = partij
            self.schuldeiser = schuldeiser
            self.kenmerk = kenmerk
            self.iban = iban
            self.naam = naam
            self.soort = soort
            self.getekend = getekend
            self.bewijs = bewijs
        }

        @discardableResult
        public func run(in act: Act) throws -> Machtiging {
            guard let account = IBAN(iban) else { throw IncassoRefusal.notAnIBAN }
            guard try act.tx.schuldeisers.find(schuldeiser) != nil else { throw IncassoRefusal.unknownCreditor }
            guard getekend <= act.today else { throw IncassoRefusal.signedInFuture }
            guard !bewijs.isEmpty else { throw IncassoRefusal.proofMissing }
            let id: Identifier<Machtiging> = act.newID()
            let name = kenmerk.isEmpty ? "M-" + id.compact.suffix(12) : kenmerk
            guard SepaReference.isValid(name) else { throw IncassoRefusal.referenceInvalid }
            guard try act.tx.machtigingen.find(kenmerk: name, schuldeiser: schuldeiser) == nil else {
                throw IncassoRefusal.referenceTaken
            }
            let holder = try naam.isEmpty ? act.tx.partijen.find(partij)?.naam ?? "" : naam
            let one = Machtiging(
                id: id, kenmerk: name, partij: partij, schuldeiser: schuldeiser, iban: account, naam: holder,
                soort: soort,
                getekend: getekend, bewijs: bewijs, gebruikt: nil, ingetrokken: nil, reden: nil, versie: 0)
            try act.tx.machtigingen.add(one)
            try act.record(
                "machtiging_gegeven", of: .klant(partij),
                ["kenmerk": .string(name), "iban": .string("… " + account.text.suffix(4)), "bewijs": .string(bewijs)])
            return one
        }
    }

    /// Stops a mandate for good: nothing is collected with it again, and what was planned falls out.
    public struct Withdrawal: Sendable {
        public var machtiging: Identifier<Machtiging>
        public var reden: String

        public init(machtiging: Identifier<Machtiging>, reden: String) {
            self.machtiging = machtiging
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard var one = try act.tx.machtigingen.find(machtiging) else { throw IncassoRefusal.unknownMachtiging }
            guard one.ingetrokken == nil else { throw IncassoRefusal.alreadyWithdrawn }
            (one.ingetrokken, one.reden) = (act.today, reden)
            try act.tx.machtigingen.save(one)
            try act.tx.incassobatches.dropPlanned(of: one.id, because: Machtiging.Bezwaar.ingetrokken.rawValue)
            try act.record(
                "machtiging_ingetrokken", of: .klant(one.partij),
                ["kenmerk": .string(one.kenmerk), "reden": .string(reden)])
        }
    }
}
