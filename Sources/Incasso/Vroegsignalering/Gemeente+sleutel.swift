import Database

extension Gemeente {
    private var purpose: String { "gemeente:\(code)" }

    /// The key in the open, for a call; nothing where none was entered. Throws when there is one that this vault cannot open.
    public func sleutel(uit kluis: Kluis) throws(KluisRefusal) -> String? {
        guard let sleutel else { return nil }
        guard let open = kluis.open(sleutel, for: purpose) else { throw .otherKey(purpose) }
        return open
    }

    /// The municipality with another key, kept in the vault.
    public func met(sleutel: String?, in kluis: Kluis) throws -> Gemeente {
        let kept = try sleutel.map { try kluis.seal($0, for: purpose) } ?? self.sleutel
        return Gemeente(code: code, naam: naam, plaatsen: plaatsen, adres: adres, sleutel: kept)
    }
}

extension GemeenteStore {
    /// Puts keys of before in the vault; says how many those were.
    @discardableResult
    public func seal(in kluis: Kluis) throws -> Int {
        let open = try entered().filter { $0.sleutel.map { !Kluis.isSealed($0) } ?? false }
        for one in open { try put(one.met(sleutel: one.sleutel, in: kluis)) }
        return open.count
    }
}
