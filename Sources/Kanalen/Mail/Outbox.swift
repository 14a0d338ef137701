import Foundation

/// A folder of post that waits: mails as `.eml` where there is no mail server, letters as `.pdf` to print.
public struct Outbox: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Writes the message at once or not at all; one that is there already is left alone.
    func put(_ message: MailMessage) throws(MailFault) -> String {
        try put(try message.mime(), named: message.key.safeToken.suffix(120) + ".eml")
    }

    /// Lays a file ready at once or not at all; one that is there already is left alone. Answers the proof.
    public func put(_ bytes: [UInt8], named file: String) throws(MailFault) -> String {
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
