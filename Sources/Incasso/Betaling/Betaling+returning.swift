public import Basics
import Exchange
public import Journal
public import Zaken

extension Betaling {
    /// Money that is for nobody here: it goes back to where it came from.
    public struct Rejection: Sendable {
        public var betaling: Identifier<Betaling>
        public var reden: String

        public init(betaling: Identifier<Betaling>, reden: String) {
            self.betaling = betaling
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            try act.change(betaling, from: .tePlaatsen) {
                $0.staat = .terugTeBetalen; $0.reden = reden
            }
            try act.endQuestions(about: betaling)
        }
    }

    /// Money that was to go back and did not yet is kept after all, to be placed.
    public struct Retention: Sendable {
        public var betaling: Identifier<Betaling>

        public init(betaling: Identifier<Betaling>) { self.betaling = betaling }

        public func run(in act: Act) throws {
            try act.change(betaling, from: .terugTeBetalen) { $0.staat = .tePlaatsen }
        }
    }

    /// Sends back all that is to go back from one own account, as a payment file for the bank (pain.001).
    public struct Repayment: Sendable {
        public var rekening: String
        public var door: Medewerker

        public init(rekening: String, door: Medewerker) {
            self.rekening = rekening
            self.door = door
        }

        /// The most that one file carries.
        static let most = 1_000

        public func run(in act: Act) throws -> Betaalbestand {
            let due = try act.tx.betalingen.returning(from: rekening, limit: Repayment.most)
                .compactMap { one in one.transferBack.map { (one, $0) } }
            guard !due.isEmpty else { throw BetalingRefusal.nothingToRepay }
            let file = try bestand(of: due.map(\.1), in: act)
            try act.tx.betaalbestanden.add(file)
            for (var betaling, _) in due {
                betaling.terugbetaald = act.today
                try act.tx.betalingen.save(betaling)
                try act.record("betaling_terugbetaald", of: betaling.subject, ["bestand": .string(file.id.text)])
            }
            return file
        }

        private func bestand(of transfers: [Transfer], in act: Act) throws -> Betaalbestand {
            guard let iban = IBAN(rekening) else { throw BetalingRefusal.unknownAccount(rekening) }
            let id: Identifier<Betaalbestand> = act.newID()
            let name = try act.tx.schuldeisers.all().first { IBAN($0.iban) == iban }?.naam ?? rekening
            let pain = Pain001(
                message: id.compact, created: act.now, execution: act.today, from: OwnAccount(name: name, iban: iban),
                transfers: transfers)
            return Betaalbestand(
                id: id, rekening: rekening, aantal: transfers.count, bedrag: transfers.map(\.amount).sum,
                moment: act.now, door: door.rawValue, xml: try pain.xml())
        }
    }

    /// What this payment is known by in the journal.
    public var subject: Subject { Subject(kind: "betaling", id: id.text) }

    /// The order that gives it back; nothing when it came from no known account.
    var transferBack: Transfer? {
        guard let account = tegenrekening.flatMap(IBAN.init), terugTeBetalen > .zero else { return nil }
        return Transfer(
            endToEnd: id.compact, name: naam ?? account.text, iban: account, amount: terugTeBetalen,
            text: omschrijving)
    }
}

extension Act {
    fileprivate func change(
        _ id: Identifier<Betaling>, from staat: Betaling.Staat, _ body: (inout Betaling) -> Void
    ) throws {
        guard var betaling = try tx.betalingen.find(id) else { throw BetalingRefusal.unknownBetaling }
        guard betaling.terugbetaald == nil else { throw BetalingRefusal.alreadyRepaid }
        guard betaling.staat == staat else { throw BetalingRefusal.notWaiting }
        body(&betaling)
        try tx.betalingen.save(betaling)
        let reason: JSON = betaling.reden.map { .string($0) } ?? .null
        try record("betaling_\(betaling.staat.rawValue)", of: betaling.subject, ["reden": reason])
    }
}

extension Identifier {
    /// The identifier without its dashes: short enough for the references of SEPA, 35 signs.
    var compact: String { text.filter { $0 != "-" } }
}
