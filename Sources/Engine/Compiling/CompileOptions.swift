/// What a model leaves open, decided by whoever runs it.
public struct CompileOptions: Hashable, Sendable {
    /// What a script is.
    public enum Scripts: Hashable, Sendable {
        /// A FEEL formula; any other language is refused.
        case feel
        /// The name of work for a service.
        case services
    }

    /// What a task without a type is.
    public enum PlainTasks: Hashable, Sendable {
        /// Work for a person, as in a model drawn for people.
        case people
        /// Nothing to do (BPMN 10.3.3).
        case pass
    }

    public var scripts: Scripts
    public var plainTasks: PlainTasks

    public init(scripts: Scripts = .feel, plainTasks: PlainTasks = .people) {
        self.scripts = scripts
        self.plainTasks = plainTasks
    }
}
