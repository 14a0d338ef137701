public import Basics
import Jobs
public import Zaken

extension Linkbetaling {
    /// The job that asks the provider, when it did not tell, what became of a payment.
    public static let askingKind = "linkbetaling"
    /// Minutes until each time that it is asked; after the last nobody asks any more and the bank's statement tells.
    static let turns: [Int64] = [15, 60, 240, 1_440]

    /// Whether it may still be paid.
    public var isOpen: Bool { staat == .open || staat == .begonnen }

    /// Plans the next time that the provider is asked, while the payment is open and turns are left.
    public struct Asking: Sendable {
        public var linkbetaling: Identifier<Linkbetaling>
        public var beurt: Int

        public init(linkbetaling: Identifier<Linkbetaling>, beurt: Int) {
            (self.linkbetaling, self.beurt) = (linkbetaling, beurt)
        }

        public func run(in act: Act) throws {
            guard Linkbetaling.turns.indices.contains(beurt),
                try act.tx.linkbetalingen.find(linkbetaling)?.isOpen == true
            else { return }
            try act.tx.jobs.order(
                kind: Linkbetaling.askingKind,
                payload: ["linkbetaling": .string(linkbetaling.text), "beurt": JSON(beurt)],
                due: act.now.adding(minutes: Linkbetaling.turns[beurt]),
                key: "linkbetaling:\(linkbetaling.text):\(beurt)")
        }
    }
}
