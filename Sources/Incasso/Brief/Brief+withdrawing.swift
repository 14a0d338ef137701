public import Basics
public import Zaken

extension Brief {
    /// A person takes back a letter that has not left yet; it will not leave any more.
    public struct Withdrawal: Sendable {
        public var brief: Identifier<Brief>

        public init(_ brief: Identifier<Brief>) { self.brief = brief }

        /// Whether it could still be taken back.
        public func run(in act: Act) throws -> Bool {
            guard let brief = try act.tx.brieven.find(brief), brief.waits else { return false }
            try act.withdraw(brief, because: .teruggetrokken)
            return true
        }
    }
}
