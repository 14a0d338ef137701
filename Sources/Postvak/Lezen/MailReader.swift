import Basics
import CMime

/// Reads mail as people really send it, with GMime; nothing that comes in can stop it or make it go on for ever.
public enum MailReader {
    /// 35 MB: 25 MB of files, packed for travel.
    public static let largest = 35 << 20
    /// More files than anyone sends by hand, and room for all of them.
    static let limits = ontknoop_mail_limits(
        most_parts: 200, deepest: 40, largest_part: 30 << 20, most_bytes: 40 << 20)

    /// The mail in a file; what is wrong in it is said in its notices.
    public static func read(_ bytes: [UInt8]) throws(MailRefusal) -> IncomingMail { try read(bytes, within: 0) }

    /// The same for a mail that lies so deep within others.
    static func read(_ bytes: [UInt8], within depth: Int) throws(MailRefusal) -> IncomingMail {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= largest else { throw .tooLarge }
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .outlookFile }
        guard let found = ontknoop_mail_read(bytes, bytes.count, limits) else { throw .notAMail }
        defer { ontknoop_mail_free(found) }
        return mail(found.pointee, within: depth)
    }

    private static func mail(_ found: ontknoop_mail, within depth: Int) -> IncomingMail {
        var mail = IncomingMail()
        mail.messageID = found.message_id.line(400)
        mail.subject = found.subject.line(400)
        mail.fromName = found.from_name.line(200)
        mail.fromAddress = found.from_address.line(254).lowercased()
        mail.replyAddress = found.reply_address.line(254).lowercased()
        mail.to = found.to.line(400)
        mail.answers = identifiers(in: found.answers.line(4_000))
        if found.has_date != 0 { mail.date = moment(found.date) }
        if found.cut != 0 { mail.notices.insert(.cut) }
        let automatic = found.automatic.line(100).lowercased()
        if !automatic.isEmpty, !automatic.hasPrefix("no") { mail.notices.insert(.automatic) }
        let parts = UnsafeBufferPointer(start: found.parts, count: found.count).map(MailPart.init)
        mail.fill(with: parts)
        if depth < Aanhang.deepest { mail.append(Aanhang.mails(in: parts, within: depth)) }
        return mail
    }

    private static func identifiers(in text: String) -> [String] {
        text.split(whereSeparator: { "<> \t".contains($0) }).prefix(50).map(String.init)
    }

    /// Nothing for a date outside 1970 to 2999, which only a broken clock writes.
    private static func moment(_ seconds: Int64) -> Moment? {
        (0..<32_503_680_000).contains(seconds) ? Moment(milliseconds: seconds * 1_000) : nil
    }
}

/// A part of a mail as GMime found it.
struct MailPart {
    let kind: ontknoop_part_kind
    /// The group of forms of the same words that it belongs to; 0 for none.
    let alternative: Int
    /// Stands within the words, such as a logo.
    let isRelated: Bool
    let isFlowed: Bool
    let dropsSpace: Bool
    let isDamaged: Bool
    let name: String
    let type: String
    let bytes: [UInt8]

    init(_ part: ontknoop_part) {
        kind = part.kind
        alternative = Int(part.alternative)
        isRelated = part.related != 0
        isFlowed = part.flowed > 0
        dropsSpace = part.flowed == 2
        isDamaged = part.damaged != 0
        name = part.name.line(200)
        type = part.type.line(100).lowercased()
        bytes = Array(UnsafeBufferPointer(start: part.bytes, count: part.length))
    }
}

extension UnsafeMutablePointer<CChar>? {
    /// One line of at most so many characters, without control characters.
    fileprivate func line(_ most: Int) -> String {
        guard let self else { return "" }
        let scalars = String(cString: self).unicodeScalars.lazy.map {
            $0.properties.generalCategory == .control ? " " : $0
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.prefix(most * 4))
        return String(String(text).split(separator: " ").joined(separator: " ").prefix(most))
    }
}
