/// Mails that come within a mail, as a file: read as what their sender passes on.
enum Aanhang {
    /// How deep a mail within a mail is read, and how many of them; the rest is only kept as a file.
    static let deepest = 3
    private static let most = 5

    static func mails(in parts: [MailPart], within depth: Int) -> [IncomingMail] {
        parts.filter(\.isMail).prefix(most).compactMap { part in
            // What turns out to be no mail stays a file.
            do { return try MailReader.read(part.bytes, within: depth + 1) } catch { return nil }
        }
    }

    /// Who wrote it and about what, then its words; as mail programs write what they forward.
    static func text(of mail: IncomingMail) -> String {
        let sender = [mail.fromName, mail.fromAddress.isEmpty ? "" : "<\(mail.fromAddress)>"].filter { !$0.isEmpty }
        let head = ["Van: " + sender.joined(separator: " "), "Onderwerp: " + mail.subject]
        return [head.joined(separator: "\n"), mail.text, mail.signature, mail.history].filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }
}

extension MailPart {
    fileprivate var isMail: Bool { type == "message/rfc822" || name.lowercased().hasSuffix(".eml") }
}

extension IncomingMail {
    /// With so few words of one's own (`Ter info`) one only passes on what is attached.
    private static let fewWords = 2

    /// Takes in what attached mails say: as quoted, or as the words of this one where it says little besides.
    mutating func append(_ attached: [IncomingMail]) {
        guard let first = attached.first else { return }
        var quoted = attached.map(Aanhang.text)
        if text.split(whereSeparator: \.isWhitespace).count <= IncomingMail.fewWords, !first.text.isEmpty {
            notices.insert(.forwarded)
            text = [text, quoted.removeFirst()].filter { !$0.isEmpty }.joined(separator: "\n\n").cutToText
        }
        history = ([history] + quoted).filter { !$0.isEmpty }.joined(separator: "\n\n").cutToText
        if attached.contains(where: { $0.notices.contains(.encrypted) }) { notices.insert(.encrypted) }
    }
}

extension String {
    fileprivate var cutToText: String { String(prefix(IncomingMail.mostText)) }
}
