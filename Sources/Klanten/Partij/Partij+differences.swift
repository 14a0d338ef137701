extension Partij {
    /// A field that differs, with as much of before and after as may be told: enough to recognise, not enough to know.
    public struct Verschil: Hashable, Sendable {
        public let veld: Contactgegevens.Veld
        public let van: String?
        public let naar: String?
    }

    /// What differs from an earlier version, in the order of the form.
    public func differences(from before: Partij) -> [Verschil] {
        Contactgegevens.Veld.allCases.compactMap { veld in
            let (old, new) = (before.text(veld), text(veld))
            return old == new ? nil : Verschil(veld: veld, van: old.map(veld.masked), naar: new.map(veld.masked))
        }
    }

    private func text(_ veld: Contactgegevens.Veld) -> String? {
        switch veld {
        case .naam: naam
        case .adres: adres?.regel
        case .postcode: adres?.postcode
        case .plaats: adres?.plaats
        case .telefoon: telefoon
        case .email: email
        case .kanaal: voorkeurskanaal.rawValue
        case .taal: taal.rawValue
        }
    }
}

extension Contactgegevens.Veld {
    /// The value with all hidden but its ends; how and in which language someone is written to is no secret.
    fileprivate func masked(_ text: String) -> String {
        switch self {
        case .kanaal, .taal: text
        case .telefoon: "… " + text.filter(\.isNumber).suffix(2)
        case .email: "\(text.prefix(1))…\(text.lastIndex(of: ".").map { text[$0...] } ?? "")"
        case .postcode: "\(text.prefix(2))…"
        case .naam, .adres, .plaats: "\(text.prefix(1))…"
        }
    }
}
