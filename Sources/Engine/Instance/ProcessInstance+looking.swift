public import Basics

extension ProcessInstance {
    /// All that is active, in the order in which it began; scopes before what runs in them.
    public var activeElements: [ElementInstance] { Array(elements) }

    public subscript(id: ElementInstance.ID) -> ElementInstance? { elements[id] }

    /// What is known at an element instance, or in the process as a whole.
    public func variables(of id: ElementInstance.ID? = nil) -> [String: JSON] {
        Facts(elements: elements, scope: id ?? ElementInstance.ID(1)).all
    }

    /// The clocks that run, with the moment at which they go off.
    public var timers: [(Wait.ID, Moment)] {
        waits.compactMap { wait in
            if case .timer(let due, _) = wait.what { (wait.id, due) } else { nil }
        }
    }

    public var awaitedMessages: Set<String> {
        Set(waits.compactMap { if case .message(let name) = $0.what { name } else { nil } })
    }

    /// Whether a message with this key, or with none, would be taken here.
    public func awaits(_ message: String, key: String? = nil) -> Bool {
        elements.contains { $0.waits.contains { $0.what == .message(message) && $0.fits(key) } }
    }

    /// Whether a message with this key that carries this would be taken here, also by the keys of its conversation (BPMN 8.4.2).
    public func awaits(
        _ message: String, key: String? = nil, carrying payload: [String: JSON], in library: ProcessLibrary,
        at now: Moment
    ) -> Bool {
        let waits = waits.filter { $0.what == .message(message) && $0.fits(key) }
        guard !waits.isEmpty else { return false }
        do throws(EngineRefusal) {
            let graphs = try library.graphs(of: self)
            return waits.contains { belongs(message, payload, to: $0, graphs, now: now) }
        } catch {
            return true
        }
    }

    public var awaitedSignals: Set<String> {
        Set(waits.compactMap { if case .signal(let name) = $0.what { name } else { nil } })
    }

    /// All that is awaited, in the order in which it began to be.
    public var waits: [Wait] { elements.flatMap(\.waits) }

    /// Work that waits for a person.
    public var openTasks: [ElementInstance] {
        elements.filter { if case .taskOffered = $0.offer { true } else { false } }
    }

    /// What the world has to be told to take up this instance anew: offers, clocks, messages and incidents that stand. A service
    /// that failed or was postponed is not called by this: a person or its clock does.
    public var standingEffects: [Effect] {
        elements.filter { !standsStill($0) }.flatMap { $0.offer?.effects ?? [] }
            + waits.flatMap { Event.waitBegun($0).effects } + incidents.map { .raiseIncident($0) }
    }

    private func standsStill(_ element: ElementInstance) -> Bool {
        guard case .serviceCalled = element.offer else { return false }
        return element.waits.contains { $0.node == element.node } || incidents.contains { $0.element == element.id }
    }
}
