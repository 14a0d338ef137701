public import Basics

extension ProcessInstance {
    /// The layout of a snapshot; raised when it changes, and older ones stay readable.
    private static let layout = 1

    /// All of the instance as JSON, without its history.
    public var snapshot: JSON {
        .lean([
            "layout": Self.layout.stored, "status": status.stored, "definitions": definitions.stored,
            "elements": .array(elements.map(\.stored)), "incidents": incidents.stored,
            "lastElement": lastElement.stored, "lastIncident": lastIncident.stored,
        ])
    }

    /// Reads a snapshot back.
    public init(snapshot: JSON) throws(SnapshotFault) {
        do throws(SnapshotFault) {
            try self.init(StoredFields(snapshot))
        } catch {
            throw error.inside("instance")
        }
    }

    private init(_ fields: StoredFields) throws(SnapshotFault) {
        guard try fields.get("layout") == Self.layout else { throw SnapshotFault("layout", expected: "1") }
        let definitions: [DefinitionKey] = try fields.get("definitions")
        guard !definitions.isEmpty else { throw SnapshotFault("definitions", expected: "its own definition") }
        var elements = ElementStore()
        for element in try fields.list("elements", of: ElementInstance.self) { elements.append(element) }
        elements.countChildren()
        self.init(
            status: try fields.get("status"), definitions: definitions, elements: elements,
            incidents: try fields.list("incidents"),
            counters: (try fields.get("lastElement"), try fields.get("lastIncident")))
    }
}

extension ElementStore {
    /// Counts what runs in each scope, which a snapshot need not say.
    fileprivate mutating func countChildren() {
        for element in self {
            if let parent = element.parent { update(parent) { $0.children += 1 } }
        }
    }
}

extension ProcessInstance.Status: Stored {
    var stored: JSON {
        switch self {
        case .notStarted: "notStarted"
        case .running: "running"
        case .ended(let outcome): outcome.stored
        }
    }

    init(stored: JSON) throws(SnapshotFault) {
        switch stored {
        case "notStarted": self = .notStarted
        case "running": self = .running
        default: self = .ended(try Outcome(stored: stored))
        }
    }
}
