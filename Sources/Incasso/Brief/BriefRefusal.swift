public import Recht

/// Why no letter can be made now.
public enum BriefRefusal: Error, Hashable {
    case noCreditor
    /// The creditor needs a registration number on every message and has none (Wki art. 11).
    case noRegistration
    /// Letters go to someone else now, and who that is was not recorded.
    case noAddressee(String)
    case personMissing
    /// An answer without a word in it.
    case noWords
    /// The template wants something that is not there.
    case pressRefuses(Briefgebrek)
    /// Nobody makes letters here.
    case noPress
    /// Nothing is open that it could ask for.
    case nothingOpen
    /// The zaak stands still.
    case paused
    /// No claim is in default without costs that were charged (6:96 lid 6 BW).
    case notInDefault
    /// An exception is looked at first.
    case exception
    /// The same letter was made and still waits to leave.
    case waits
    /// A special state forbids it.
    case verboden(ToestandRefusal)
    /// What it asks for has lapsed.
    case verjaard(VerjaringRefusal)
    /// A 14-day letter without a term.
    case noTerm(LetterRefusal)

    /// A code and facts, for a mishap and for the string tables; without personal data.
    public var code: String {
        switch self {
        case .noCreditor: "no-letter no-creditor"
        case .noAddressee: "no-letter no-addressee"
        case .noWords: "no-letter no-words"
        case .noPress: "no-letter no-press"
        case .pressRefuses(let gebrek): "no-letter " + gebrek.code
        case .noRegistration: "wki-missing"
        case .personMissing: "person-missing"
        case .nothingOpen: "nothing-open"
        case .paused: "paused"
        case .notInDefault: "not-in-default"
        case .exception: "exception"
        case .waits: "waits"
        case .verboden(let refusal): refusal.code
        case .verjaard(let refusal): refusal.code
        case .noTerm: "no-term"
        }
    }
}
