import Basics
import Xml

/// A camt.053 statement or camt.054 notification (ISO 20022), read as a stream in bounded memory.
public struct CamtFile {
    public let file: ImportFile

    public init(_ file: ImportFile) { self.file = file }

    /// Reads the whole file, checks totals and balances, and takes nothing in.
    public func check() throws(FileFault) -> BankFileReport {
        var tally = BankFileTally()
        let parser = CamtParser(try file.open())
        do {
            try parser.run { try tally.take($0) }
        } catch let fault as FileFault {
            throw fault
        } catch let fault as XmlFault {
            throw FileFault(fault.diagnostic)
        } catch {
            throw FileFault("camt-unreadable", "the file could not be read: \(error)")
        }
        return BankFileReport(
            format: parser.format, statements: tally.statements,
            diagnostics: parser.diagnostics + tally.statements.flatMap(\.balanceFlaws))
    }

    /// Reads the file again and hands out its statements and transactions.
    public func read(each: (BankFileEvent) throws -> Void) throws {
        try CamtParser(try file.open()).run(each)
    }
}

extension BankStatementTotals {
    /// Opening balance plus booked entries must be the closing balance.
    var balanceFlaws: [Diagnostic] {
        guard let opening = statement.opening, let closing = statement.closing else { return [] }
        guard opening.currency == closing.currency, opening.currency == statement.currency ?? opening.currency else {
            return [
                flaw(.warning, "balance-currencies", "the balances are in different currencies and were not checked")
            ]
        }
        let sum = Int128(opening.amount.cents) + Int128(credit.cents) - Int128(debit.cents)
        guard sum != Int128(closing.amount.cents) else { return [] }
        let message: Phrase =
            "opening \(opening.amount) plus \(credit) minus \(debit) is not the closing balance \(closing.amount)"
        return [flaw(.error, "balance", message)]
    }

    private func flaw(_ severity: Diagnostic.Severity, _ code: String, _ message: Phrase) -> Diagnostic {
        Diagnostic(severity, code, message, line: statement.line, element: statement.id)
    }
}
