public import Basics
public import Engine

/// What a partner's system asks by a call: a message for one zaak, or a signal for all that wait for it.
public struct Oproep: Hashable, Sendable {
    /// What it is about.
    public enum Soort: String, Hashable, Sendable { case bericht, signaal }

    /// The largest body of a call, in bytes, and how deep what it carries may be nested.
    public static let limits = JSON.Limits(depth: 20, bytes: 256 * 1_024)
    /// The longest that a message may wait, in days.
    static let longest = 366

    public let soort: Soort
    /// What the caller calls it; the same twice is one.
    public let id: String
    public let naam: String
    /// The value by which the zaak that awaits it is known (`correlationKey`).
    public let sleutel: String?
    /// The number of the zaak that it is for.
    public let zaak: String?
    /// How long it waits where nobody awaits it yet.
    public let geldig: TimeSpan?
    public let inhoud: [String: JSON]
}

/// Why a call was not taken: a stable word, the field, and what was expected there.
public enum Oproepfout: Error, Hashable {
    /// The body is no JSON, or too deep.
    case onleesbaar(String)
    case teGroot
    case onjuist(veld: String, Verwacht)
    /// The koppeling may not give what this is called.
    case nietToegestaan(veld: String)
    /// The same id came before, with something else in it.
    case anderVerzoek
    /// Several zaken await it, or several processes begin with it.
    case nietEenduidig
    /// Nobody awaits it, or ever can.
    case niemandWacht

    /// What a field should have held.
    public enum Verwacht: String, Hashable, Sendable, CaseIterable {
        case object, id, naam, sleutel, zaak, duur, inhoud
        /// No field of this name.
        case geenVeld = "geen_veld"
        /// A key or the number of a zaak.
        case bestemming
    }

    public var code: String {
        switch self {
        case .onleesbaar: "onleesbaar"
        case .teGroot: "te_groot"
        case .onjuist: "onjuist"
        case .nietToegestaan: "niet_toegestaan"
        case .anderVerzoek: "ander_verzoek"
        case .nietEenduidig: "niet_eenduidig"
        case .niemandWacht: "niemand_wacht"
        }
    }

    /// The field that it is about.
    public var veld: String? {
        switch self {
        case .onjuist(let veld, _), .nietToegestaan(let veld): veld
        case .anderVerzoek: "id"
        case .onleesbaar, .teGroot, .nietEenduidig, .niemandWacht: nil
        }
    }
}
