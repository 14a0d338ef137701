extension EngineRefusal: CustomStringConvertible {
    /// In a few words, for a terminal; screens say it in their own.
    public var description: String {
        switch self {
        case .alreadyStarted: "it has begun already"
        case .notRunning: "it does not run: it has not begun, or has ended"
        case .unknownDefinition(let key): "there is no version \(key.version) of the process \(key.process)"
        case .noSuchStart(let point): "it cannot begin \(point.words)"
        case .noSuchElement: "what this is about is not there any more"
        case .notWaiting: "what stands there waits for something else"
        case .noSuchTimer: "that timer does not run"
        case .notDue: "that timer is not due yet"
        case .nobodyAwaits(let name): "nobody waits for \(name)"
        case .noSuchFlow(let flow): "no way \(flow) can be chosen there"
        case .oneFlowOnly: "one way has to be chosen there, no more and no less"
        case .noSuchActivity(let activity): "there is no activity \(activity) to begin there"
        case .busy: "one activity at a time is done there, and one is not done yet"
        case .noSuchIncident: "that mishap is not there any more"
        case .noSuchNode(let node): "there is no node \(node) to move to from there"
        case .cannotMigrate(let obstacles):
            "it cannot go to that version: \(obstacles.map(\.words).joined(separator: "; "))"
        }
    }
}

extension StartPoint {
    fileprivate var words: String {
        switch self {
        case .none: "without an event"
        case .node(let node), .timer(let node): "at \(node)"
        case .message(let name): "by the message \(name)"
        case .signal(let name): "by the signal \(name)"
        }
    }
}

extension MigrationObstacle {
    fileprivate var words: String {
        switch self {
        case .nodeGone(_, let node): "\(node) is not there"
        case .kindChanged(_, let node): "\(node) is of another kind there"
        case .scopeChanged(_, let node): "\(node) stands elsewhere there"
        case .flowGone(_, let flow): "\(flow) is not there"
        }
    }
}
