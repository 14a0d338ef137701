extension Partij {
    /// Whether name, day of birth and one way to reach them are the same, however they are written.
    func isSame(as other: Partij) -> Bool {
        guard geboortedatum == other.geboortedatum, naam.bare == other.naam.bare, !naam.bare.isEmpty else {
            return false
        }
        return ways.contains { mine in other.ways.contains(mine) }
    }

    private var ways: [String] {
        [
            adres.map { $0.postcode.bare.isEmpty ? "" : "\($0.postcode.bare) \($0.regel.bare)" }, iban?.bare,
            email?.lowercased(),
        ].compactMap(\.self).filter { !$0.isEmpty }
    }
}

extension String {
    /// Letters and digits alone, in lower case.
    fileprivate var bare: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
