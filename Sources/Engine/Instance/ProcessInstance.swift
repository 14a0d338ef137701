import Basics

/// A process that runs, called processes included: a tree of active element instances with their variables.
///
/// Only ``apply(_:)`` changes it, so the events that led here say all that there is to know.
public struct ProcessInstance: Hashable, Sendable {
    /// Whether it has begun, and how it ended.
    public enum Status: Hashable, Sendable {
        case notStarted, running
        case ended(Outcome)
    }

    public private(set) var status: Status = .notStarted
    /// The definitions, without a list on the heap for the one that most instances have.
    private(set) var pinned: Few<DefinitionKey>
    /// What keeps it from going on, oldest first.
    public private(set) var incidents: [Incident] = []
    private(set) var elements = ElementStore()
    private(set) var lastElement = 0
    private(set) var lastIncident = 0
    /// How many conditions are awaited; when none are, no change of variables has to be looked at.
    private(set) var conditions = 0

    /// Stands in for an instance while a run has it.
    init() { pinned = Few() }

    var isPlaced: Bool { pinned.allSatisfy(\.isPlaced) }

    /// Keeps in mind where a library has its definitions.
    mutating func placeDefinitions(in library: ProcessLibrary) {
        for place in pinned.indices { pinned[place] = library.placed(pinned[place]) }
    }

    /// An instance that has not started: command ``Command/start(variables:at:)`` comes first.
    public init(of definition: DefinitionKey) { pinned = Few([definition]) }

    init(
        status: Status, definitions: [DefinitionKey], elements: ElementStore, incidents: [Incident],
        counters: (element: Int, incident: Int)
    ) {
        self.status = status
        pinned = Few(definitions)
        self.elements = elements
        self.incidents = incidents
        lastElement = counters.element
        lastIncident = counters.incident
        conditions = elements.waits(where: \.isCondition).count
    }
}

extension ProcessInstance {
    /// Makes an event part of the instance; what does not fit changes nothing.
    public mutating func apply(_ event: Event) {
        switch event {
        case .processPinned(let key):
            if !pinned.contains(key) { pinned.append(key) }
        case .processEnded(let outcome): end(outcome)
        case .elementEntered(let entry): enter(entry)
        case .workBegun(let id): turn(id, to: .working)
        case .workDone(let id), .taskCompleted(let id), .serviceCompleted(let id), .choiceMade(let id, _):
            turn(id, to: .leaving)
        case .elementLeft(let id, _), .elementCancelled(let id, _): remove(id)
        case .flowTaken(let flow, let scope): elements.update(scope) { $0.take(flow) }
        case .flowsJoined(let flows, let scope): elements.update(scope) { for flow in flows { $0.join(flow) } }
        case .flowsDropped(let scope): elements.update(scope) { $0.tokens.removeAll() }
        case .variablesSet(let variables, let scope): elements.update(scope) { $0.set(variables) }
        case .taskOffered(let offer): stand(event, for: offer.element)
        case .serviceCalled(let call): stand(event, for: call.element)
        case .choiceOffered(let offer): stand(event, for: offer.element)
        case .activitiesOffered(let offer): stand(event, for: offer.element)
        case .waitBegun(let wait): begin(wait)
        case .waitMet(let wait, let again): meet(wait, again: again)
        case .waitDropped(let wait): meet(wait, again: nil)
        case .conditionSeen(let id, let isTrue): elements.update(id.element) { $0.see(id, isTrue) }
        case .loopBegun(let id, let total, let items):
            elements.update(id) { $0.loop = ElementInstance.LoopState(total: total, items: items) }
            turn(id, to: .working)
        case .roundDone(let id, let round, let result): elements.update(id) { $0.loop?.finish(round, result) }
        case .compensationKept(let record, let scope): elements.update(scope) { $0.compensable.append(record) }
        case .compensationBegun(let id, let records, let scope): undo(records, of: scope, by: id)
        case .compensationStepped(let id, let inner): elements.update(id) { $0.stepBack(inner) }
        case .incidentRaised(let incident): raise(incident)
        case .incidentResolved(let id): incidents.removeAll { $0.id == id }
        case .migrated(let process, let key):
            if pinned.indices.contains(process) { pinned[process] = key }
        case .taskWithdrawn, .serviceFailed, .serviceWithdrawn, .choiceWithdrawn, .activitiesWithdrawn,
            .messageSent, .signalThrown, .errorThrown, .escalationThrown, .deviated:
            break
        }
    }

    /// One that ended keeps no room for elements.
    private mutating func end(_ outcome: Outcome) {
        status = .ended(outcome)
        if elements.isEmpty { elements = ElementStore() }
    }

    private mutating func enter(_ entry: Entry) {
        if entry.parent == nil { status = .running }
        lastElement = max(lastElement, entry.id.number)
        if let parent = entry.parent {
            elements.update(parent) { scope in
                scope.children += 1
                if let flow = entry.flow { scope.join(flow) }
                if case .round = entry.role { scope.loop?.begun += 1 }
            }
        }
        elements.enter(entry)
    }

    private mutating func remove(_ id: ElementInstance.ID) {
        guard let index = elements.index(of: id) else { return }
        if let parent = elements[at: index].parent { elements.update(parent) { $0.children -= 1 } }
        elements.remove(at: index)
    }

    private mutating func turn(_ id: ElementInstance.ID, to phase: ElementInstance.Phase) {
        elements.update(id) { $0.turn(to: phase) }
    }

    /// Notes what is offered for an element instance, in the place of what was offered before.
    private mutating func stand(_ offer: Event, for id: ElementInstance.ID) {
        elements.update(id) { element in
            element.offer = offer
            element.turn(to: .working)
        }
    }

    private mutating func begin(_ wait: Wait) {
        if wait.isCondition { conditions += 1 }
        elements.update(wait.id.element) { element in
            element.waits.append(wait)
            element.lastWait = max(element.lastWait, wait.id.number)
        }
    }

    private mutating func meet(_ wait: Wait, again: Wait?) {
        if wait.isCondition && again == nil { conditions -= 1 }
        elements.update(wait.id.element) { element in
            guard let index = element.waits.firstIndex(where: { $0.id == wait.id }) else { return }
            if let again { element.waits[index] = again } else { element.waits.remove(at: index) }
        }
    }

    private mutating func undo(_ records: [Compensable], of scope: ElementInstance.ID, by id: ElementInstance.ID) {
        let used = Set(records.map(\.element))
        elements.update(scope) { $0.compensable.removeAll { used.contains($0.element) } }
        elements.update(id) { $0.undo = records }
        turn(id, to: .working)
    }

    private mutating func raise(_ incident: Incident) {
        lastIncident = max(lastIncident, incident.id.number)
        incidents.append(incident)
    }
}

extension ElementInstance {
    fileprivate mutating func turn(to phase: Phase) {
        guard self.phase.mayTurn(to: phase) else { return }
        self.phase = phase
        if phase == .leaving { offer = nil }
    }

    fileprivate mutating func take(_ flow: ElementRef) {
        if let index = tokens.firstIndex(where: { $0.flow == flow }) {
            tokens[index].count += 1
        } else {
            tokens.append(Token(flow: flow, count: 1))
        }
    }

    fileprivate mutating func join(_ flow: ElementRef) {
        guard let index = tokens.firstIndex(where: { $0.flow == flow }) else { return }
        if tokens[index].count == 1 { tokens.remove(at: index) } else { tokens[index].count -= 1 }
    }

    fileprivate mutating func set(_ values: [String: JSON]) {
        variables.set(values)
    }

    fileprivate mutating func see(_ id: Wait.ID, _ isTrue: Bool) {
        guard let index = waits.firstIndex(where: { $0.id == id }) else { return }
        let wait = waits[index]
        waits[index] = Wait(id: id, node: wait.node, trigger: wait.trigger, what: .condition(wasTrue: isTrue))
    }

    fileprivate mutating func stepBack(_ inner: [Compensable]) {
        if !undo.isEmpty { undo.removeLast() }
        undo += inner
    }
}

extension ElementInstance.LoopState {
    fileprivate mutating func finish(_ round: Int, _ result: JSON?) {
        done += 1
        guard let result else { return }
        while results.count <= round { results.append(.null) }
        results[round] = result
    }
}

extension Wait {
    var isCondition: Bool {
        switch what {
        case .condition: true
        case .timer, .message, .signal: false
        }
    }
}
