/// The way mail leaves this house: through a mail server, or into a folder when there is none.
public enum MailSender: Sendable {
    case smtp(SMTPServer)
    case outbox(Outbox)

    /// Whether it lays mail down for another program to send.
    public var isFolder: Bool {
        switch self {
        case .smtp: false
        case .outbox: true
        }
    }

    /// Sends the message; answers how it left, as proof for the record.
    public func send(_ message: MailMessage) async throws -> String {
        switch self {
        case .smtp(let server): try await server.send(message)
        case .outbox(let outbox): try outbox.put(message)
        }
    }
}
