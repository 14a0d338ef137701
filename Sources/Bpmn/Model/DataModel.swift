/// Data in a scope (10.4.1).
public struct DataObject: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var isCollection: Bool
    public var item: ElementID?
    public var line: Int
}

/// A data object, data store, input or output as it is drawn, possibly many times.
public struct DataReference: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    /// The state in brackets below the name, such as *approved*.
    public var state: String?
    public var kind: Kind
    public var line: Int

    public enum Kind: Hashable, Sendable {
        case object(ElementID?)
        case store(ElementID?)
        case input(isCollection: Bool)
        case output(isCollection: Bool)
    }
}

/// A place where data outlives the process (10.4.1.4).
public struct DataStore: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var line: Int
}

/// A variable that is not drawn.
public struct Property: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var item: ElementID?
    public var line: Int
}

/// The type of something that flows (8.4.10).
public struct ItemDefinition: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var structure: String?
    public var isCollection: Bool
    public var line: Int
}

/// What an activity reads and writes: its own inputs and outputs, and how they are filled (10.4.2).
public struct ActivityData: Hashable, Sendable {
    public var inputs: Catalog<Property> = Catalog()
    public var outputs: Catalog<Property> = Catalog()
    public var properties: Catalog<Property> = Catalog()
    public var inputAssociations: [DataAssociation] = []
    public var outputAssociations: [DataAssociation] = []
}

/// How data gets from one place to another (10.4.2).
public struct DataAssociation: Hashable, Sendable {
    public var id: ElementID?
    public var sources: [ElementID]
    public var target: ElementID?
    public var transformation: ModelExpression?
    public var assignments: [Assignment]
    public var line: Int
}

/// One value put in one place.
public struct Assignment: Hashable, Sendable {
    public var from: ModelExpression
    public var to: ModelExpression
}
