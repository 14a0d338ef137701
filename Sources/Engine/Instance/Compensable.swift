public import Basics

/// An activity that ended well and can be undone (BPMN 10.7, 13.5.5).
public struct Compensable: Hashable, Sendable {
    /// The element instance that it was.
    public let element: ElementInstance.ID
    public let node: ElementRef
    public let process: Int
    /// What was known inside it when it ended.
    public let variables: [String: JSON]
    /// What ended inside it.
    public let inner: [Compensable]
}
