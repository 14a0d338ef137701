import Basics

extension Scenario.Problem: CustomStringConvertible {
    /// The problem in a few words, for a terminal; sentences for people stand in string tables.
    public var description: String {
        switch self {
        case .unknownProcess(let name): "there is no process \(name)"
        case .step(let number, let reason): "step \(number): \(reason)"
        case .unknownService(let name, let node): "\(node) asks for the service \(name), which is not here"
        case .incident(let cause, let node): "stands still at \(node): \(cause.words)"
        case .notPassed(let node): "did not pass \(node) where it was expected"
        case .passed(let node): "passed \(node), which it should never"
        case .notWaiting(let node): "does not wait at \(node)"
        case .ended(let end, let expected): "is \(end), expected \(expected)"
        case .fact(let name, let value, let expected): "\(name) is \(value), expected \(expected)"
        }
    }
}
