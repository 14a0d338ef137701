import Basics

/// One command being carried out: goes on until everything waits.
///
/// What is still to be done stands in an agenda and not on the stack, so a long way through a process costs no depth.
struct Run: ~Copyable {
    /// Steps after which a run without any waiting is taken for a circle.
    static let limit = 200_000
    /// Called processes inside called processes.
    static let depth = 32

    private(set) var instance: ProcessInstance
    private(set) var events: [Event]
    let library: ProcessLibrary
    let now: Moment
    private(set) var graphs: Few<Graph>
    /// Whether any of them has joins that look ahead.
    private(set) var hasJoins: Bool
    private var agenda = Few<Step>()
    private var place = 0
    /// Flows to events that throw signals: taken when all else waits, so that nobody who is on the way misses them.
    private var late: [Step] = []
    private var latePlace = 0
    private var steps = 0
    /// Scopes in which something moved, where a join may now go on or wait for ever.
    private(set) var touched = Few<ElementInstance.ID>()
    private var touchedOnce: Set<ElementInstance.ID> = []
    var variablesChanged = false
    /// Whether a terminate end event stopped the whole.
    var isTerminated = false

    /// Something still to be done.
    enum Step {
        case arrive(flow: Int, process: Int, scope: ElementInstance.ID)
        case advance(body: ElementInstance.ID)
        case undo(by: ElementInstance.ID)
    }

    /// A run that has to be given an instance.
    init(_ graphs: Few<Graph>, library: ProcessLibrary, now: Moment) {
        instance = ProcessInstance()
        events = []
        self.graphs = graphs
        hasJoins = graphs.contains { !$0.joins.isEmpty }
        self.library = library
        self.now = now
    }

    /// Takes an instance with the events that led to it, or gives them back: they change places with what the run has, so that there
    /// is one of them at any time.
    mutating func exchange(_ instance: inout ProcessInstance, _ events: inout [Event]) {
        swap(&self.instance, &instance)
        swap(&self.events, &events)
    }

    mutating func emit(_ event: Event) {
        instance.apply(event)
        events.append(event)
    }

    mutating func plan(_ step: Step) { agenda.append(step) }
    mutating func planLate(_ step: Step) { late.append(step) }

    mutating func touch(_ scope: ElementInstance.ID) {
        if touched.last == scope { return }
        if touched.count < 8 {
            if !touched.contains(scope) { touched.append(scope) }
            return
        }
        if touchedOnce.isEmpty { touchedOnce = Set(touched) }
        if touchedOnce.insert(scope).inserted { touched.append(scope) }
    }

    /// Carries out the agenda, then what only happens when nothing else moves, until everything waits.
    mutating func settle() {
        repeat { moveOn() } while fireJoins() || checkConditions()
        reportStuck()
    }

    /// Carries out the agenda.
    mutating func moveOn() {
        while let step = nextStep() { carryOut(step) }
    }

    private mutating func nextStep() -> Step? {
        steps += 1
        if place < agenda.count {
            defer { place += 1 }
            return agenda[place]
        }
        agenda.removeAll()
        place = 0
        guard latePlace < late.count else { return nil }
        defer { latePlace += 1 }
        return late[latePlace]
    }

    private mutating func carryOut(_ step: Step) {
        switch step {
        case .arrive(let flow, let process, let scope): arrive(by: flow, process: process, scope: scope)
        case .advance(let body): advance(body)
        case .undo(let thrower): undoNext(thrower)
        }
    }

    var isOverLimit: Bool { steps > Run.limit }

    /// The place of a definition in the instance; pins it when it is new.
    mutating func pin(_ definition: ProcessDefinition) -> Int {
        if let known = instance.pinned.firstIndex(of: definition.key) { return known }
        emit(.processPinned(definition.key))
        graphs.append(definition.graph)
        hasJoins = hasJoins || !definition.graph.joins.isEmpty
        return instance.pinned.count - 1
    }

    mutating func replaceGraph(_ process: Int, _ graph: Graph) {
        graphs[process] = graph
        hasJoins = hasJoins || !graph.joins.isEmpty
    }

    func node(of element: ElementInstance) -> Node? { graphs[element.process].node(element.node) }

    /// The node of an element instance, looked up without copying the instance.
    func node(at id: ElementInstance.ID) -> Node? {
        guard let index = instance.elements.index(of: id) else { return nil }
        return graphs[instance.elements[at: index].process].node(instance.elements[at: index].node)
    }

    func facts(_ scope: ElementInstance.ID?, extra: [String: JSON] = [:]) -> Facts {
        Facts(elements: instance.elements, scope: scope, now: now, extra: extra)
    }

    mutating func raise(_ fault: Fault, at id: ElementInstance.ID) {
        guard let element = instance.elements[id] else { return }
        let incident = Incident.ID(instance.lastIncident + 1)
        emit(.incidentRaised(Incident(id: incident, element: id, node: element.node, cause: fault.cause)))
    }
}
