/// What a DMN file says: types, inputs, decisions and reusable knowledge (DMN 1.5, chapter 6).
public struct DmnModel: Sendable, Hashable {
    public var namespace = ""
    /// What the program that made the file calls it.
    public var id = ""
    public var name = ""
    public var imports: [DmnImport] = []
    public var types: [DmnItemDefinition] = []
    public var inputs: [DmnInput] = []
    public var decisions: [DmnDecision] = []
    public var knowledge: [DmnKnowledge] = []
    public var services: [DmnService] = []

    /// A model that says nothing yet.
    public init() {}
}

/// Another file whose elements this one uses, under a name of its own.
public struct DmnImport: Sendable, Hashable {
    public var name: String
    public var namespace: String
    public var line: Int
}

/// A named type (DMN 1.5, 7.3.2).
public struct DmnItemDefinition: Sendable, Hashable {
    public var name: String
    public var base: String?
    public var isCollection = false
    public var components: [DmnItemDefinition] = []
    public var allowedValues: String?
    public var typeConstraint: String?
    public var function: DmnFunctionItem?
    public var line: Int
}

/// The parameters and result of a type of functions.
public struct DmnFunctionItem: Sendable, Hashable {
    public var parameters: [DmnVariable]
    public var result: String?
}

/// A name with perhaps a type.
public struct DmnVariable: Sendable, Hashable {
    public var name: String
    public var type: String?
}

/// A fact that comes from outside.
public struct DmnInput: Sendable, Hashable {
    public var id: String
    public var variable: DmnVariable
    public var line: Int
}

/// An element that is named by the identifier it has, perhaps in another file: `#id` or `namespace#id`.
public struct DmnReference: Sendable, Hashable {
    public var href: String
    public var line: Int
}

/// A decision with what it needs and how it is made.
public struct DmnDecision: Sendable, Hashable {
    public var id: String
    public var name: String
    public var variable: DmnVariable
    public var question: String?
    public var information: [DmnReference]
    public var knowledge: [DmnReference]
    public var logic: DmnExpression?
    public var line: Int
}

/// A business knowledge model: a function that decisions share.
public struct DmnKnowledge: Sendable, Hashable {
    public var id: String
    public var name: String
    public var variable: DmnVariable
    public var function: DmnFunction?
    public var knowledge: [DmnReference]
    public var line: Int
}

/// Decisions offered together as a function (DMN 1.5, 6.3.9).
public struct DmnService: Sendable, Hashable {
    public var id: String
    public var name: String
    public var variable: DmnVariable
    public var outputs: [DmnReference]
    public var inputDecisions: [DmnReference]
    public var inputData: [DmnReference]
    public var line: Int
}
