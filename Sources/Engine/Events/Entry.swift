/// The beginning of an element instance.
public struct Entry: Hashable, Sendable {
    public let id: ElementInstance.ID
    public let node: ElementRef
    public let process: Int
    public let parent: ElementInstance.ID?
    public let role: ElementInstance.Role
    /// The flow that led to it.
    public let flow: ElementRef?
}
