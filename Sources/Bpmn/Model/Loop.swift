/// How an activity repeats (10.3.8).
public enum Loop: Hashable, Sendable {
    case standard(StandardLoop)
    case multiInstance(MultiInstance)
}

/// Again and again while a condition holds.
public struct StandardLoop: Hashable, Sendable {
    public var testBefore: Bool
    public var maximum: Int?
    public var condition: ModelExpression?
}

/// Once for each item of a collection, or a number of times.
public struct MultiInstance: Hashable, Sendable {
    public var isSequential: Bool
    public var cardinality: ModelExpression?
    /// An expression for the items (`zeebe:inputCollection`, `camunda:collection`, `flowable:collection`), else the name of the data it loops over.
    public var collection: ModelExpression?
    /// The variable that holds the item.
    public var elementVariable: String?
    /// The variable that collects results, and the expression for one result.
    public var outputCollection: String?
    public var outputElement: ModelExpression?
    public var completionCondition: ModelExpression?
    public var behavior: MultiInstanceBehavior
    /// The standard's own references: data looped over, data collected.
    public var loopDataInput: ElementID?
    public var loopDataOutput: ElementID?
    public var inputDataItem: Property?
    public var outputDataItem: Property?
}

/// When a multi-instance activity throws an event at its edge (table 10.29).
public enum MultiInstanceBehavior: Hashable, Sendable {
    /// No event: the default.
    case all
    case none(throws: Outcome?)
    case one(throws: Outcome?)
    case complex([ComplexBehavior])
}

/// An event thrown when a condition holds as an instance completes.
public struct ComplexBehavior: Hashable, Sendable {
    public var condition: ModelExpression?
    public var outcome: Outcome?
    /// The thrown event as a node drawn inside the behavior has its id.
    public var event: ElementID?
    public var line: Int
}
