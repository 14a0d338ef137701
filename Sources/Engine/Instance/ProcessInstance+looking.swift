public import Basics

extension ProcessInstance {
    /// Its own definition first, then those that it called, each with its version.
    public var definitions: [DefinitionKey] { Array(pinned) }

    /// All that is active, in the order in which it began; scopes before what runs in them.
    public var activeElements: [ElementInstance] { Array(elements) }

    public subscript(id: ElementInstance.ID) -> ElementInstance? { elements[id] }

    /// Whether an element instance is still there.
    public func isActive(_ id: ElementInstance.ID) -> Bool { elements.index(of: id) != nil }

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

    /// When a clock goes off; nothing when it does not run.
    public func due(of timer: Wait.ID) -> Moment? {
        guard case .timer(let due, _) = elements.wait(timer)?.what else { return nil }
        return due
    }

    public var awaitedMessages: Set<String> {
        Set(waits.compactMap { if case .message(let name) = $0.what { name } else { nil } })
    }

    /// Whether a message with this key, or with none, would be taken here.
    public func awaits(_ message: String, key: String? = nil) -> Bool {
        elements.hasWait { $0.what == .message(message) && $0.fits(key) }
    }

    /// Whether a message with this key that carries this would be taken here, also by the keys of its conversation (BPMN 8.4.2).
    public func awaits(
        _ message: String, key: String? = nil, carrying payload: [String: JSON], in library: ProcessLibrary,
        at now: Moment
    ) -> Bool {
        let waits = elements.waits { $0.what == .message(message) && $0.fits(key) }
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
    public var waits: [Wait] { elements.waits { _ in true } }

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
