import Foundation

/// A folder of post that waits: mails as `.eml` where there is no mail server, letters as `.pdf` to print.
public struct Outbox: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Lays the message down; one that is there already is left alone.
    func put(_ message: MailMessage) throws(MailFault) -> String {
        try lay(message.mime(), as: message.key.safeToken.suffix(120) + ".eml")
    }

    /// Lays a file down at once or not at all, such as a letter to print; one that is there already is left alone.
    public func put(_ bytes: [UInt8], named name: String) throws(MailFault) -> String {
        try lay(bytes, as: name.safeToken)
    }

    private func lay(_ bytes: [UInt8], as file: String) throws(MailFault) -> String {
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
