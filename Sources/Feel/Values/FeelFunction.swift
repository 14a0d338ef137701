/// A function as a value: built in, written in FEEL, or given by the surroundings.
public final class FeelFunction: Sendable {
    enum Body: Sendable {
        case builtin(Builtin)
        case closure(FeelClosure)
        case native(@Sendable ([FeelValue], inout FeelCall) -> FeelValue)
    }

    /// A named argument, with the type that a value must conform to.
    public struct Parameter: Sendable {
        public let name: String
        public let type: FeelType

        public init(_ name: String, _ type: FeelType = .any) {
            self.name = name
            self.type = type
        }
    }

    public let parameters: [Parameter]
    public let result: FeelType
    let body: Body

    init(parameters: [Parameter], result: FeelType = .any, body: Body) {
        self.parameters = parameters
        self.result = result
        self.body = body
    }

    /// A function that the surroundings carry out, such as a business knowledge model or a decision service.
    public convenience init(
        parameters: [Parameter], result: FeelType = .any,
        run: @escaping @Sendable (_ arguments: [FeelValue], _ call: inout FeelCall) -> FeelValue
    ) {
        self.init(parameters: parameters, result: result, body: .native(run))
    }
}

/// A function written in FEEL with the variables that were in sight where it was written.
struct FeelClosure: Sendable {
    let program: FeelProgram
    let body: FeelNode.ID
    let kept: FeelKept
    /// Which of the variables is the function itself; below zero for none.
    let own: Int
}

/// What a native function may use of the evaluation that called it: the clock, and what is left of its bounds.
public struct FeelCall: Sendable {
    public var now: FeelNow
    public var steps: Int
    public var depth: Int
    public var calls: Int
    public var room: Int
    public var problems: [FeelProblem]
    package var keepsTraces = false
    package var traces: [FeelTableTrace] = []

    package init(now: FeelNow, limits: FeelLimits) {
        (self.now, steps, depth, calls) = (now, limits.steps, limits.depth, limits.calls)
        (room, problems) = (limits.room, [])
    }

    /// What is left of the bounds.
    var left: FeelLimits { FeelLimits(steps: steps, depth: depth, calls: calls, room: room) }
}
