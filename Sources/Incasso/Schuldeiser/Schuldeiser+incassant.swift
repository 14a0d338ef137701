import Basics
import Exchange
import Journal
public import Zaken

extension Schuldeiser {
    /// Records by which Incassant-ID a creditor collects.
    public struct Incassant: Sendable {
        public var schuldeiser: String
        public var incassant: String

        public init(schuldeiser: String, incassant: String) {
            self.schuldeiser = schuldeiser
            self.incassant = incassant
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.schuldeisers.find(schuldeiser) else { throw IncassoRefusal.unknownCreditor }
            guard let identifier = CreditorIdentifier(incassant) else { throw IncassoRefusal.noCreditorIdentifier }
            one.incassant = identifier.text
            try act.tx.schuldeisers.put(one)
            try act.record(
                "incassant_vastgelegd", of: Subject(kind: "schuldeiser", id: schuldeiser),
                ["incassant": .string(identifier.text)])
        }
    }
}
