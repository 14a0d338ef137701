import Foundation

/// A folder of mails for when there is no mail server: one `.eml` file per message, named after its key.
public struct Outbox: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Writes the message at once or not at all; one that is there already is left alone.
    func put(_ message: MailMessage) throws(MailFault) -> String {
        let bytes = try message.mime()
        let file = message.key.safeToken.suffix(120) + ".eml"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let path = folder + "/" + file
            if !FileManager.default.fileExists(atPath: path) {
                try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            }
        } catch {
            throw .notWritten(folder: folder, why: "\(error)")
        }
        return "outbox " + file
    }
}
