import Basics

/// Events as a short readable story, for tests and for people who look into an instance.
public struct EventStory: Sendable {
    private let events: [Event]

    public init(_ events: [Event]) { self.events = events }

    /// One line for each event that says something: `task offered: beoordelen #3`.
    public var text: String { lines.joined(separator: "\n") }

    public var lines: [String] { events.compactMap(\.line) }

    /// The nodes in the order in which they were entered, without the process itself.
    public var path: [String] {
        events.compactMap { event in
            guard case .elementEntered(let entry) = event, entry.parent != nil else { return nil }
            if case .process = entry.role { return nil }
            return entry.node.id
        }
    }
}

extension Event {
    fileprivate var line: String? {
        switch self {
        case .processPinned(let key): "uses \(key)"
        case .processEnded(let outcome): "ended: \(outcome)"
        case .elementEntered(let entry): "entered \(entry.node.id) #\(entry.id)"
        case .elementLeft(let id, let node): "left \(node.id) #\(id)"
        case .elementCancelled(let id, let node): "cancelled \(node.id) #\(id)"
        case .flowTaken(let flow, _): "took \(flow.id)"
        case .flowsJoined(let flows, _): "joined \(flows.map(\.id).joined(separator: ", "))"
        case .flowsDropped(let scope): "dropped the flows of #\(scope)"
        case .variablesSet(let variables, let scope):
            "set \(variables.keys.sorted().map { "\($0)=\(variables[$0] ?? .null)" }.joined(separator: ", ")) in #\(scope)"
        case .taskOffered(let offer): "offered task \(offer.node.id) #\(offer.element)"
        case .taskCompleted(let id): "completed task #\(id)"
        case .taskWithdrawn(let id): "withdrew task #\(id)"
        case .serviceCalled(let call): "called \(call.type) #\(call.element)"
        case .serviceCompleted(let id): "service done #\(id)"
        case .serviceFailed(let id, let reason, let left): "service failed #\(id): \(reason), \(left) retries left"
        case .serviceWithdrawn(let id): "withdrew service #\(id)"
        case .choiceOffered(let offer):
            "offered choice \(offer.node.id) #\(offer.element): \(offer.options.map(\.label).joined(separator: " / "))"
        case .choiceMade(let id, let flows): "chose \(flows.map(\.id).joined(separator: ", ")) #\(id)"
        case .choiceWithdrawn(let id): "withdrew choice #\(id)"
        case .activitiesOffered(let offer):
            "offered activities \(offer.activities.map(\.node.id).joined(separator: ", ")) #\(offer.element)"
        case .activitiesWithdrawn(let id): "withdrew activities #\(id)"
        case .waitBegun(let wait): "awaits \(wait.what.words) \(wait.id)"
        case .waitMet(let wait, _): "met \(wait.what.words) \(wait.id)"
        case .waitDropped(let wait): "dropped \(wait.what.words) \(wait.id)"
        case .messageSent(let message): "sent message \(message.name)"
        case .signalThrown(let name, _, _, _): "threw signal \(name)"
        case .errorThrown(let code, _, _): "threw error \(code)"
        case .escalationThrown(let code, _): "threw escalation \(code)"
        case .loopBegun(let id, let total, _): "loop #\(id) of \(total.map(String.init) ?? "unknown")"
        case .roundDone(let id, let round, _): "round \(round) of #\(id) done"
        case .compensationKept(let record, _): "can undo \(record.node.id) #\(record.element)"
        case .compensationBegun(_, let records, _): "undoes \(records.map(\.node.id).joined(separator: ", "))"
        case .incidentRaised(let incident): "incident \(incident.id) on \(incident.node.id): \(incident.cause.words)"
        case .incidentResolved(let id): "incident \(id) resolved"
        case .deviated(_, let node, let target, let reason): "deviated from \(node.id) to \(target.id): \(reason)"
        case .migrated(_, let key): "moved along to \(key)"
        case .workBegun, .workDone, .conditionSeen, .compensationStepped: nil
        }
    }
}

extension Wait.What {
    fileprivate var words: String {
        switch self {
        case .timer(let due, _): "timer \(due)"
        case .message(let name): "message \(name)"
        case .signal(let name): "signal \(name)"
        case .condition: "condition"
        }
    }
}

extension Incident.Cause {
    /// The cause in a few words, for stories and logs; sentences for people stand in string tables.
    public var words: String {
        switch self {
        case .formula(let source, let reason): "formula \(source): \(reason)"
        case .notUsable(let source, let value, let needed): "\(source) gives \(value), needed \(needed)"
        case .service(let reason): "service: \(reason)"
        case .noBranch: "no branch"
        case .stuck(let join): "stuck at \(join)"
        case .decision(let name, let reason): "decision \(name): \(reason)"
        case .unknownProcess(let name): "unknown process \(name)"
        case .uncaughtError(let code, _): "uncaught error \(code)"
        case .tooMuch(let limit): "more than \(limit)"
        case .noLink(let name): "no link \(name)"
        }
    }
}
