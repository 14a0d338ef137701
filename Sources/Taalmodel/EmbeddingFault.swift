import Wire

/// Why it is not known what a text means; nothing of the text, the answer or the key stands in it.
public enum EmbeddingFault: Error, Hashable, Sendable {
    case unreachable
    case tooSlow
    case refused(status: Int)
    /// The answer is no JSON of the form that was asked.
    case unreadable
    case tooLong
    /// Another number of vectors than of texts, or not one for each.
    case wrongCount(asked: Int, came: Int)
    /// Vectors of another length than those that are there.
    case wrongDimension(known: Int, came: Int)
    /// A vector without direction: none, too many, not a number, all zero.
    case noDirection

    public var name: String {
        switch self {
        case .unreachable: "onbereikbaar"
        case .tooSlow: "te_traag"
        case .refused: "geweigerd"
        case .unreadable: "onleesbaar"
        case .tooLong: "te_lang"
        case .wrongCount: "ander_aantal"
        case .wrongDimension: "andere_maat"
        case .noDirection: "geen_richting"
        }
    }

    init(_ fault: any Error) {
        self =
            switch fault {
            case let fault as EmbeddingFault: fault
            case HTTPFault.tooSlow: .tooSlow
            case HTTPFault.tooLong: .tooLong
            case is CancellationError: .tooSlow
            default: .unreachable
            }
    }
}
