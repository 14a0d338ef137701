import Basics
import Bpmn
import Engine
import Testing

/// A process instance with its clock and its story, driven by a test.
struct Drive {
    let library: ProcessLibrary
    var now = Moment("2026-03-02T09:00:00Z") ?? Moment(milliseconds: 0)
    var instance: ProcessInstance
    var events: [Event] = []

    /// The inside of one process, or whole processes when the text has its own.
    init(
        _ body: String, id: String = "p", options: CompileOptions = CompileOptions(),
        decide: @escaping ProcessLibrary.Decide = { decision, _ in .failed("no decision \(decision)") }
    ) throws {
        library = ProcessLibrary(try Drive.compile(body, id: id, options: options), decide: decide)
        instance = ProcessInstance(of: DefinitionKey(id))
    }

    /// Processes of several drawings together.
    init(_ processes: [ProcessDefinition], id: String = "p") {
        library = ProcessLibrary(processes) { decision, _ in .failed("no decision \(decision)") }
        instance = ProcessInstance(of: DefinitionKey(id))
    }

    static func compile(
        _ body: String, id: String = "p", version: Int = 1, options: CompileOptions = CompileOptions()
    ) throws -> [ProcessDefinition] {
        let (definitions, diagnostics) = ProcessDefinition.compileAll(
            try read(body, id: id), version: version, options: options)
        for diagnostic in diagnostics where diagnostic.severity == .error { Issue.record("\(diagnostic)") }
        return definitions
    }

    static func read(_ body: String, id: String = "p") throws -> Definitions {
        let process = body.contains("<process") ? body : "<process id=\"\(id)\" isExecutable=\"true\">\(body)</process>"
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
              xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:flowable="http://flowable.org/bpmn">\(process)</definitions>
            """
        return try BpmnReading(text).definitions
    }

    /// Carries out a command, and checks that replaying what happened gives the same instance.
    mutating func callAsFunction(_ command: Command, _ location: SourceLocation = #_sourceLocation) throws {
        let before = events.count
        var decided: [Event] = []
        try instance.decide(command, in: library, at: now, into: &decided)
        try instance.perform(command, in: library, at: now, into: &events)
        #expect(Array(events[before...]) == decided, sourceLocation: location)
        var replayed = ProcessInstance(of: instance.definitions[0])
        for event in events { replayed.apply(event) }
        #expect(replayed == instance, "replaying gives the same", sourceLocation: location)
        let kept = try ProcessInstance(snapshot: instance.snapshot)
        #expect(kept == instance, "a snapshot keeps all", sourceLocation: location)
    }

    @discardableResult
    mutating func start(_ variables: [String: JSON] = [:], at point: StartPoint = .none) throws -> Self {
        try self(.start(variables: variables, at: point))
        return self
    }

    mutating func complete(_ node: String, _ variables: [String: JSON] = [:]) throws {
        try self(.completeTask(try id(node), variables: variables))
    }

    mutating func serve(_ node: String, _ variables: [String: JSON] = [:]) throws {
        try self(.completeService(try id(node), variables: variables))
    }

    /// Moves the clock to the next timer and lets it go off.
    mutating func fire() throws {
        let next = try #require(instance.timers.min { $0.1 < $1.1 })
        now = max(now, next.1)
        try self(.fireTimer(next.0))
    }

    /// The newest element instance of a node that has no round or scope inside it.
    func id(_ node: String) throws -> ElementInstance.ID {
        try #require(instance.activeElements.last { $0.node.id == node }?.id)
    }

    var active: [String] { instance.activeElements.dropFirst().map(\.node.id) }
    var path: [String] { EventStory(events).path }
    var story: String { EventStory(events).text }
    var effects: [Effect] { events.flatMap(\.effects) }
    var isDone: Bool { instance.status == .ended(.completed) }
}
