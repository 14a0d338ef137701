public import Xml

/// What one BPMN file says (BPMN 2.0.2, 8.1.1): processes, collaborations, what they refer to, and their diagrams.
public struct Definitions: Hashable, Sendable {
    public var id: String?
    public var name: String?
    public var targetNamespace: String?
    /// The program that wrote the file.
    public var exporter: String?
    /// The language of expressions that name none themselves, as a URI.
    public var expressionLanguage: String?
    public var processes: Catalog<BusinessProcess> = Catalog()
    public var collaborations: Catalog<Collaboration> = Catalog()
    /// Choreographies (11), which are drawn but not run.
    public var choreographies: Catalog<BusinessProcess> = Catalog()
    public var globalTasks: Catalog<GlobalTask> = Catalog()
    public var messages: Catalog<Message> = Catalog()
    public var errors: Catalog<ErrorKind> = Catalog()
    public var signals: Catalog<Signal> = Catalog()
    public var escalations: Catalog<Escalation> = Catalog()
    public var operations: Catalog<ServiceOperation> = Catalog()
    public var dataStores: Catalog<DataStore> = Catalog()
    public var items: Catalog<ItemDefinition> = Catalog()
    public var correlationProperties: Catalog<CorrelationProperty> = Catalog()
    public var imports: [ImportedFile] = []
    public var diagrams: [Diagram] = []
    /// The file itself, from which it is written back.
    public var source: XmlElement

    public init(source: XmlElement) { self.source = source }
}

/// A process: one scope with a name (10).
public struct BusinessProcess: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var documentation: [String]
    public var isExecutable: Bool
    public var scope: Scope
    public var subscriptions: [CorrelationSubscription]
    public var extensions: Extensions
    public var line: Int
}

/// A task that several processes call (10.3.7).
public struct GlobalTask: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var kind: TaskKind
    public var settings: Settings
    public var extensions: Extensions
    public var line: Int
}

/// Another file that this one refers to, such as a decision model.
public struct ImportedFile: Hashable, Sendable {
    public var namespace: String?
    public var location: String?
    public var kind: String?
    public var line: Int
}
