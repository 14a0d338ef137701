public import Basics

/// What a reader of a bank file hands out, in the order of the file.
public enum BankFileEvent: Hashable, Sendable {
    case statement(BankStatement)
    case entry(BankEntry)
    /// All entries of the statement were given.
    case end(BankStatementTotals)
}

/// What the entries of a statement add up to.
public struct BankStatementTotals: Hashable, Sendable {
    public var statement: BankStatement
    /// Lines of the statement.
    public var entries = 0
    /// Transactions handed out for them.
    public var transactions = 0
    /// Booked money in, in the account's currency.
    public var credit = Money.zero
    /// Booked money out, as a positive amount.
    public var debit = Money.zero

    public init(statement: BankStatement) { self.statement = statement }
}

/// What reading a bank file once from front to back told; only a sound file may be taken in.
public struct BankFileReport: Hashable, Sendable {
    /// `camt.053.001.08`, `camt.054.001.02`, `MT940`.
    public let format: String
    public let statements: [BankStatementTotals]
    public let diagnostics: [Diagnostic]

    /// Whether balances and totals hold and every entry could be read.
    public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
    public var transactions: Int { statements.reduce(0) { $0 + $1.transactions } }
}

/// A statement file of a bank, in any of the forms read here.
public enum BankFile {
    case camt(CamtFile)
    case mt940(MT940File)

    /// Tells the form from the first bytes.
    public init(_ file: ImportFile) throws(FileFault) {
        let next = try file.open()
        var head: [UInt8] = []
        while head.count < 512, let piece = try FileFault.wrapping(next) { head += piece }
        let text = String(decoding: head.prefix(512), as: UTF8.self).trimmed
        let isXml =
            text.hasPrefix("<") || text.hasPrefix("\u{FEFF}<") || head.starts(with: [0xFF, 0xFE])
            || head.starts(with: [0xFE, 0xFF])
        self = isXml ? .camt(CamtFile(file)) : .mt940(MT940File(file))
    }

    /// Reads the whole file without taking anything in; throws when it cannot be read to its end.
    public func check() throws(FileFault) -> BankFileReport {
        switch self {
        case .camt(let file): try file.check()
        case .mt940(let file): try file.check()
        }
    }

    /// Reads the file again and hands out all that is in it.
    public func read(each: (BankFileEvent) throws -> Void) throws {
        switch self {
        case .camt(let file): try file.read(each: each)
        case .mt940(let file): try file.read(each: each)
        }
    }
}

/// Gathers what a first reading tells, in bounded memory.
struct BankFileTally {
    private(set) var statements: [BankStatementTotals] = []
    var diagnostics: [Diagnostic] = []
    private var dropped = 0

    mutating func take(_ event: BankFileEvent) throws(FileFault) {
        guard case .end(let totals) = event else { return }
        statements.append(totals)
        guard statements.count <= 50_000 else { throw FileFault("bank-out-of-bounds", "more than 50,000 statements") }
    }

    mutating func note(_ diagnostic: Diagnostic) {
        if diagnostics.count < 1_000 { diagnostics.append(diagnostic) }
    }
}
