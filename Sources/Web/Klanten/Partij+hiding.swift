import Klanten

extension Partij {
    /// Whether this reader is not shown the address, because a safety flag keeps it back.
    func hidesAddress(from rights: Set<Permission>) -> Bool { isAfgeschermd && !rights.contains(.klantAfgeschermd) }
}
