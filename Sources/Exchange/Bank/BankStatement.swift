public import Basics

/// A balance that the bank gives with a statement; negative is owed to the bank.
public struct BankBalance: Hashable, Sendable {
    /// `OPBD`, `CLBD`, `PRCD`, `ITBD`, `OPAV`, `CLAV`, `FWAV` and the like.
    public let kind: String
    public let amount: Money
    public let currency: String
    public let day: Day?
}

/// A statement or notification of one account, without its entries.
public struct BankStatement: Hashable, Sendable {
    public var id = ""
    public var sequence: String?
    public var created: Moment?
    public var from: Day?
    public var to: Day?
    /// The own account, when it is an IBAN.
    public var iban: IBAN?
    /// The own account as the file writes it.
    public var account = ""
    public var currency: String?
    public var balances: [BankBalance] = []
    /// The line it begins on.
    public var line: Int

    public init(line: Int) { self.line = line }

    /// The booked balance before the first entry.
    public var opening: BankBalance? {
        balances.first { $0.kind == "OPBD" } ?? balances.first { $0.kind == "PRCD" }
    }

    /// The booked balance after the last entry.
    public var closing: BankBalance? { balances.first { $0.kind == "CLBD" } }

    /// The same for the same statement whenever it is imported.
    public var key: String { account + "|" + id }
}
