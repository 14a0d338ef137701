/// A text for all who listen on a channel.
struct Notice: Sendable, Hashable {
    let channel: String
    let text: String
}
