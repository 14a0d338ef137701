/// For whom a message is that a node sends, and how long it may wait (`zeebe:publishMessage`).
struct PublishingRule: Sendable {
    let key: Formula?
    let lifetime: Formula?
}
