/// Where ways part and meet (10.6).
public enum Gateway: Hashable, Sendable {
    case exclusive(default: FlowID?)
    case inclusive(default: FlowID?)
    case parallel
    case eventBased(EventGateway)
    case complex(default: FlowID?, activation: ModelExpression?)

    public var defaultFlow: FlowID? {
        switch self {
        case .exclusive(let flow), .inclusive(let flow), .complex(let flow, _): flow
        case .parallel, .eventBased: nil
        }
    }
}

/// A gateway at which what happens first decides.
public struct EventGateway: Hashable, Sendable {
    /// Starts the process when it has no incoming flow.
    public var instantiates: Bool
    /// All events are waited for, instead of the first.
    public var isParallel: Bool
}
