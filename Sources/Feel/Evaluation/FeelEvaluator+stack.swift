import Basics

extension FeelEvaluator {
    /// Functions that may keep one another, each holding the one before: letting go of them goes as deep.
    static let keptLimit = 4_000

    /// The value of a step for which the stack of this thread is too short: found on another, for which this one waits.
    mutating func valueOnMore(_ id: FeelNode.ID) -> FeelValue { onMore { $0.step(id) } }

    /// Goes on upon a fresh stack.
    mutating func onMore(_ work: (inout FeelEvaluator) -> FeelValue) -> FeelValue {
        let below = floor
        var answer: FeelValue?
        _ = StackRoom.onMore {
            floor = StackRoom.floor
            answer = work(&self)
        }
        floor = below
        if answer == nil { halt(.tooDeep) }
        return answer ?? .null
    }

    /// How many functions keep one another in a function that keeps these; `nil` when that is too many.
    mutating func nesting(keeping values: [FeelValue]) -> Int? {
        let nesting = 1 + values.reduce(0) { max($0, $1.isComposed ? keptWithin : $1.keptFunctions) }
        if nesting > FeelEvaluator.keptLimit { halt(.tooDeep) }
        return hasHalted ? nil : nesting
    }

    /// Remembers how deep the functions in a list or context keep others.
    mutating func noteKept(in values: [FeelValue]) {
        for value in values { keptWithin = max(keptWithin, value.keptFunctions) }
    }
}

extension FeelValue {
    /// How many functions keep one another in this function; zero for what is none.
    fileprivate var keptFunctions: Int {
        guard case .function(let function) = self, case .closure(let closure) = function.body else { return 0 }
        return closure.kept.nesting
    }
}
