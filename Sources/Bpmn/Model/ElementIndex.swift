/// Every element of a file that can be drawn, found by its id.
public struct ElementIndex: Sendable {
    public private(set) var subjects: [ElementID: Subject] = [:]

    /// What an id stands for.
    public enum Subject: Hashable, Sendable {
        case node(FlowNode)
        /// A flow with the node that it leaves.
        case flow(SequenceFlow, from: FlowNode?)
        case data(DataReference, isCollection: Bool)
        case annotation(TextAnnotation)
        case group(DrawnGroup)
        case association(Association)
        case dataAssociation(DataAssociation)
        case participant(Participant)
        case lane(Lane)
        case messageFlow(MessageFlow)
        case message(Message)
        case conversation(Conversation)
        case conversationLink(ConversationLink)
    }

    public subscript(id: ElementID) -> Subject? { subjects[id] }

    public init(_ definitions: Definitions) {
        for message in definitions.messages { add(message.id, .message(message)) }
        for store in definitions.dataStores { add(store) }
        for process in definitions.processes.all + definitions.choreographies.all {
            for scope in process.scope.allScopes { add(scope) }
        }
        for collaboration in definitions.collaborations { add(collaboration) }
    }
}

extension ElementIndex {
    private mutating func add(_ id: ElementID, _ subject: Subject) {
        if subjects[id] == nil { subjects[id] = subject }
    }

    private mutating func add(_ store: DataStore) {
        let shown = DataReference(id: store.id, name: store.name, state: nil, kind: .store(store.id), line: store.line)
        add(store.id, .data(shown, isCollection: false))
    }

    private mutating func add(_ scope: Scope) {
        for node in scope.nodes {
            add(node.id, .node(node))
            for association in node.dataAssociations { association.id.map { add($0, .dataAssociation(association)) } }
        }
        for flow in scope.flows { add(ElementID(flow.id), .flow(flow, from: scope.nodes[flow.source])) }
        for object in scope.dataObjects { add(object) }
        for reference in scope.dataReferences {
            add(reference.id, .data(reference, isCollection: scope.isMany(reference)))
        }
        for lane in scope.allLanes { add(lane.id, .lane(lane)) }
        add(scope.artifacts)
    }

    /// Some tools draw the object itself instead of a reference to it.
    private mutating func add(_ object: DataObject) {
        let shown = DataReference(
            id: object.id, name: object.name, state: nil, kind: .object(object.id), line: object.line)
        add(object.id, .data(shown, isCollection: object.isCollection))
    }

    private mutating func add(_ artifacts: Artifacts) {
        for annotation in artifacts.annotations { add(annotation.id, .annotation(annotation)) }
        for group in artifacts.groups { add(group.id, .group(group)) }
        for association in artifacts.associations { add(association.id, .association(association)) }
    }

    private mutating func add(_ collaboration: Collaboration) {
        for participant in collaboration.participants { add(participant.id, .participant(participant)) }
        for flow in collaboration.messageFlows { add(flow.id, .messageFlow(flow)) }
        for conversation in collaboration.conversations { add(conversation.id, .conversation(conversation)) }
        for link in collaboration.conversationLinks { add(link.id, .conversationLink(link)) }
        add(collaboration.artifacts)
    }
}

extension FlowNode {
    /// What it reads and writes.
    public var dataAssociations: [DataAssociation] {
        switch kind {
        case .start(let event): event.data.associations
        case .end(let event): event.data.associations
        case .catching(let event): event.data.associations
        case .throwing(let event): event.data.associations
        case .boundary(let event): event.data.associations
        case .activity(let activity): activity.data.inputAssociations + activity.data.outputAssociations
        case .gateway, .choreography: []
        }
    }
}

extension Scope {
    fileprivate func isMany(_ reference: DataReference) -> Bool {
        switch reference.kind {
        case .object(let object): object.flatMap { dataObjects[$0]?.isCollection } ?? false
        case .store: false
        case .input(let isCollection), .output(let isCollection): isCollection
        }
    }
}

extension ElementIndex.Subject {
    /// The name that a person knows it by.
    public var name: String? {
        switch self {
        case .node(let node): node.name
        case .flow(let flow, _): flow.name
        case .data(let data, _): data.name
        case .annotation(let annotation): annotation.text
        case .group(let group): group.name
        case .participant(let participant): participant.name
        case .lane(let lane): lane.name
        case .messageFlow(let flow): flow.name
        case .message(let message): message.name
        case .conversation(let conversation): conversation.name
        case .association, .dataAssociation, .conversationLink: nil
        }
    }
}
