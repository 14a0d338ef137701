import Basics

extension FeelEvaluator {
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
}
