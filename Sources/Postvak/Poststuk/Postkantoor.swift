import Dispatch
public import Incasso
public import Journal
import Recht
public import Zaken

/// Where mail comes in, by whichever road: read, looked at for viruses, sorted and kept.
public struct Postkantoor: Sendable {
    public let office: Office
    public let sorteerder: Sorteerder
    let boek: Rechtsboek
    let scanner: Virusscanner?

    public init(office: Office, sorteerder: Sorteerder, boek: Rechtsboek, scanner: Virusscanner? = nil) {
        self.office = office
        self.sorteerder = sorteerder
        self.boek = boek
        self.scanner = scanner
    }

    /// Takes in one mail; reading and looking are done off the threads that answer others.
    public func neem(_ bytes: [UInt8], als actor: Actor) async throws -> Poststuk.Ontvangen {
        let scanner = scanner
        let receipt = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<Poststuk.Ontvangst, any Error>) in
            DispatchQueue.global().async {
                done.resume(with: Result { try Postkantoor.gelezen(bytes, scanner) })
            }
        }
        return try await office.act(as: actor) { [sorteerder, calendar = boek.tables.calendar] act in
            try receipt.run(in: act, sorteerder, calendar)
        }
    }

    private static func gelezen(_ bytes: [UInt8], _ scanner: Virusscanner?) throws -> Poststuk.Ontvangst {
        let mail = try MailReader.read(bytes)
        var found: [Int: String] = [:]
        for (index, file) in mail.files.enumerated() {
            guard let scanner, case .besmet(let name) = try scanner.look(at: file.bytes) else { continue }
            found[index] = name
        }
        return Poststuk.Ontvangst(mail: mail, bestand: bytes, virussen: found, gescand: scanner != nil)
    }
}
