/// Why the embedded adviser's own words stand.
public enum TaalmodelFault: Error, Hashable, Sendable {
    case unreachable
    case tooSlow
    case refused(status: Int)
    /// The answer is no JSON of the form that was asked.
    case unreadable
    case tooLong
    case budgetSpent
    /// Not one claim held.
    case nothingSupported

    /// Whether asking again may help.
    var isPassing: Bool {
        switch self {
        case .unreachable: true
        case .refused(let status): status == 408 || status == 429 || status >= 500
        case .tooSlow, .unreadable, .tooLong, .budgetSpent, .nothingSupported: false
        }
    }

    public var name: String {
        switch self {
        case .unreachable: "onbereikbaar"
        case .tooSlow: "te_traag"
        case .refused: "geweigerd"
        case .unreadable: "onleesbaar"
        case .tooLong: "te_lang"
        case .budgetSpent: "budget_op"
        case .nothingSupported: "niets_gesteund"
        }
    }

    public static let names = [
        "onbereikbaar", "te_traag", "geweigerd", "onleesbaar", "te_lang", "budget_op", "niets_gesteund",
    ]
}
