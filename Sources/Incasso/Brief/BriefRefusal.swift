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
}

extension BriefRefusal {
    /// The words by which a mishap and the string tables tell why.
    public enum Woord: String, Sendable, CaseIterable {
        case noCreditor = "no-letter no-creditor"
        case noAddressee = "no-letter no-addressee"
        case noWords = "no-letter no-words"
        case noPress = "no-letter no-press"
        case factMissing = "no-letter fact-missing"
        case factOfOtherKind = "no-letter fact-other-kind"
        case noTemplate = "no-letter no-template"
        case noRegistration = "wki-missing"
        case personMissing = "person-missing"
        case nothingOpen = "nothing-open"
        case paused
        case notInDefault = "not-in-default"
        case exception, waits, forbidden, lapsed
        case noTerm = "no-term"
    }

    public var woord: Woord {
        switch self {
        case .noCreditor: .noCreditor
        case .noAddressee: .noAddressee
        case .noWords: .noWords
        case .noPress: .noPress
        case .pressRefuses(.ontbreekt): .factMissing
        case .pressRefuses(.andereSoort): .factOfOtherKind
        case .pressRefuses(.sjabloon): .noTemplate
        case .noRegistration: .noRegistration
        case .personMissing: .personMissing
        case .nothingOpen: .nothingOpen
        case .paused: .paused
        case .notInDefault: .notInDefault
        case .exception: .exception
        case .waits: .waits
        case .verboden: .forbidden
        case .verjaard: .lapsed
        case .noTerm: .noTerm
        }
    }

    /// Its word and facts, for a mishap and for the string tables; without personal data.
    public var code: String {
        switch self {
        case .pressRefuses(.ontbreekt(let feit)), .pressRefuses(.andereSoort(let feit)): "\(woord.rawValue) \(feit)"
        case .verboden(let refusal): refusal.code
        case .verjaard(let refusal): refusal.code
        case .noCreditor, .noAddressee, .noWords, .noPress, .pressRefuses(.sjabloon), .noRegistration, .personMissing,
            .nothingOpen, .paused, .notInDefault, .exception, .waits, .noTerm:
            woord.rawValue
        }
    }
}
