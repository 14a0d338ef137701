import Basics
import Exchange
import Journal
public import Zaken

/// Takes in one UBL 2.1 invoice as an open item of the creditor.
public struct Factuurimport: Sendable {
    let office: Office
    let schuldeiser: String

    public init(office: Office, schuldeiser: String) {
        self.office = office
        self.schuldeiser = schuldeiser
    }

    public func run(_ bytes: [UInt8], named name: String, by door: String) async throws -> Importverslag {
        let report = try await office.begin(.factuur, named: name, by: door)
        let invoice: UblInvoice
        do { invoice = try UblInvoice(bytes) } catch { return try await office.refuse(report, because: error) }
        let taken = try await office.act(as: .system("import")) { [schuldeiser] act in
            var report = report
            try report.take(.success(invoice.item), of: schuldeiser, in: act)
            return report
        }
        return try await office.finish(taken)
    }
}
