/// The beginning of an element instance.
public struct Entry: Hashable, Sendable {
    let origin: Shared<Origin>
    /// The flow that led to it.
    public let flow: ElementRef?

    public var id: ElementInstance.ID { origin.value.id }
    public var node: ElementRef { origin.value.node }
    public var process: Int { origin.value.process }
    public var parent: ElementInstance.ID? { origin.value.parent }
    public var role: ElementInstance.Role { origin.value.role }
}

/// What an element instance is from its beginning to its end, shared by its entry and by all its states.
struct Origin: Hashable, Sendable {
    let id: ElementInstance.ID
    let node: ElementRef
    let process: Int
    let parent: ElementInstance.ID?
    let role: ElementInstance.Role
}
