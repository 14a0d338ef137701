import Basics
import Hummingbird
import Klanten
import Zaken

extension Partij {
    /// Whether this reader is not shown the address, because a safety flag keeps it back.
    func hidesAddress(from rights: Set<Permission>) -> Bool { isAfgeschermd && !rights.contains(.klantAfgeschermd) }
}

extension Desk {
    /// Stops with 403 where a paper carries an address that a safety flag keeps from this reader.
    func requireAddress(on zaak: Identifier<Zaak>, _ context: SignedInContext) async throws {
        let partij = try await office.read { tx in try tx.zaken.find(zaak).flatMap { try tx.partijen.find($0.partij) } }
        if partij?.hidesAddress(from: context.visitor.rights) == true { throw HTTPError(.forbidden) }
    }
}
