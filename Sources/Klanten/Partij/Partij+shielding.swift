public import Basics
import Database

extension PartijStore {
    /// Keeps a person's address from search and from who does not need it, or no longer.
    public func shield(_ id: Identifier<Partij>, _ isShielded: Bool) throws {
        guard var partij = try find(id), partij.isAfgeschermd != isShielded else { return }
        partij.isAfgeschermd = isShielded
        try tx.run("UPDATE partijen SET afgeschermd = \(isShielded), versie = versie + 1 WHERE id = \(id)")
        try tx.zoekindex.put(partij.zoekregel)
    }
}
