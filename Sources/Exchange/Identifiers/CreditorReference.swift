/// A structured creditor reference: `RF`, two check digits and up to 21 characters (ISO 11649).
public struct CreditorReference: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Reads a reference as people write it; `nil` when its form or check digits are wrong.
    public init?(_ written: String) {
        guard written.utf8.count <= 60 else { return nil }
        let compact = written.compacted
        guard compact.hasPrefix("RF"), (5...25).contains(compact.utf8.count), Mod97.holds(for: compact) else {
            return nil
        }
        text = compact
    }

    /// The reference for one's own number of letters and digits.
    public init?(own number: String) {
        let body = number.compacted
        guard (1...21).contains(body.utf8.count), let digits = Mod97.digits(prefix: "RF", body: body) else {
            return nil
        }
        self.init("RF" + digits + body)
    }

    /// One's own number within it.
    public var own: String { String(text.dropFirst(4)) }

    public var description: String { text }
}

/// A reference by which a payment can be matched for certain.
public enum PaymentReference: Hashable, Sendable {
    case kenmerk(Betalingskenmerk)
    case rf(CreditorReference)

    /// Reads either kind; a reference of seven digits has no check and is none here.
    public init?(_ written: String) {
        if let reference = CreditorReference(written) {
            self = .rf(reference)
        } else if let kenmerk = Betalingskenmerk(written), kenmerk.text.utf8.count > 7 {
            self = .kenmerk(kenmerk)
        } else {
            return nil
        }
    }

    public var text: String {
        switch self {
        case .kenmerk(let kenmerk): kenmerk.text
        case .rf(let reference): reference.text
        }
    }
}
