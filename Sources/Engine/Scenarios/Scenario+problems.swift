import Basics

extension Scenario.Problem: CustomStringConvertible {
    /// The problem in a few words, for a terminal; sentences for people stand in string tables.
    public var description: String { told { $0 } }

    /// The same with the elements as a reader of the drawing knows them.
    public func told(by called: (String) -> String) -> String {
        switch self {
        case .unknownProcess(let name): "there is no process \(name)"
        case .step(0, let reason): "could not begin: \(reason.told(by: called))"
        case .step(let number, let reason): "step \(number): \(reason.told(by: called))"
        case .unknownService(let name, let node): "\(called(node)) asks for the service \(name), which is not here"
        case .incident(.stuck(let join), let node): "stands still at \(called(node)): stuck at \(called(join))"
        case .incident(let cause, let node): "stands still at \(called(node)): \(cause.words)"
        case .notPassed(let node): "did not pass \(called(node)) where it was expected"
        case .passed(let node): "passed \(called(node)), which it should never"
        case .notWaiting(let node): "does not wait at \(called(node))"
        case .ended(let end, let expected): "is \(end), expected \(expected)"
        case .fact(let name, let value, let expected): "\(name) is \(value), expected \(expected)"
        }
    }
}

extension Scenario.Result {
    /// What went otherwise, with the elements by their names in the drawing.
    public var told: [String] { problems.map { $0.told(by: called) } }

    /// An element by its name, with its id where others have that name; what no drawing has, by its id.
    public func called(_ element: String) -> String { names[element] ?? element }
}

extension ProcessLibrary {
    /// What the nodes and flows of processes are called.
    func names(in processes: Set<String>) -> [String: String] {
        processes.sorted().compactMap(newest).reduce(into: [:]) { names, definition in
            definition.name.map { names[definition.key.process] = "“\($0)”" }
            for (id, name) in definition.calledNodes where names[id] == nil { names[id] = name }
        }
    }
}
