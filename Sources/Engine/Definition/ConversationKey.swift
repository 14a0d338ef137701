/// A key by which the messages of one conversation are known (BPMN 8.4.2): composite, of one or more properties.
struct ConversationKey: Sendable {
    let id: String
    /// For each message that carries all of it, where: a formula for each property over what the message carries.
    let messages: [String: [Formula]]
    /// What the process takes the values from where it subscribes; else the first message that carries the key gives them.
    let subscription: [Formula]?
}
