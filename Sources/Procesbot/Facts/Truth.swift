/// What can be said of a condition with the facts there are; *unknown* is an answer of its own.
public enum Truth: String, Sendable, Hashable {
    case yes, no, unknown

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    static func all(_ truths: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for truth in truths {
            if truth == .no { return .no }
            if truth == .unknown { result = .unknown }
        }
        return result
    }

    static func any(_ truths: some Sequence<Truth>) -> Truth { all(truths.map(\.negated)).negated }
}
