import Dispatch
import Foundation

/// A mailbox at a mail server that is looked at for what came since the last look (RFC 3501). Nothing in it is moved or thrown away.
public struct IMAPMailbox: Sendable {
    /// `imap://host:port` or `imaps://host:port`.
    let address: String
    /// As it stands in the address, percent-encoded.
    public let mailbox: String
    var user: String?
    var password: String?
    var requiresTLS: Bool
    var certificates: String?
    var timeout: Int

    /// `imaps://mail.example.nl/INBOX`; without a path it is the INBOX. A password goes over a safe line or not at all.
    public init?(
        url: String, user: String? = nil, password: String? = nil, requiresTLS: Bool? = nil,
        certificates: String? = nil, timeout: Int = 60
    ) {
        guard let scheme = ["imap://", "imaps://"].first(where: url.hasPrefix) else { return nil }
        let rest = url.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(host.count + 1)
        guard !host.isEmpty, !host.contains("@"), url.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 32 }),
            !path.contains(where: { "/;?\"\\".contains($0) })
        else { return nil }
        address = scheme + host
        mailbox = path.isEmpty ? "INBOX" : String(path)
        (self.user, self.password, self.certificates, self.timeout) = (user, password, certificates, timeout)
        self.requiresTLS = requiresTLS ?? (password != nil)
    }

    /// How far a mailbox was read: its numbering (UIDVALIDITY) and the last number taken.
    public struct Place: Hashable, Sendable {
        public let numbering: Int
        public let last: Int

        public init(numbering: Int, last: Int) { (self.numbering, self.last) = (numbering, last) }
    }

    /// A message by its number; without bytes when it is longer than may be.
    public struct Message: Hashable, Sendable {
        public let place: Place
        public let bytes: [UInt8]?
    }

    /// The messages after a place, oldest first, at most `most`; from the beginning when the mailbox was numbered anew.
    public func messages(after place: Place?, most: Int, longest: Int) async throws(MailFault) -> [Message] {
        let result = await withCheckedContinuation {
            (done: CheckedContinuation<Result<[Message], MailFault>, Never>) in
            DispatchQueue.global().async {
                done.resume(
                    returning: Result { () throws(MailFault) in try read(after: place, most: most, longest: longest) })
            }
        }
        return try result.get()
    }

    private func read(after place: Place?, most: Int, longest: Int) throws(MailFault) -> [Message] {
        let line = try IMAPLine(self)
        let status = try line.ask("STATUS \(quoted) (UIDVALIDITY)")
        guard let numbering = IMAPAnswer.number("UIDVALIDITY", in: status) else {
            throw .unreachable(words: "no UIDVALIDITY")
        }
        let last = place?.numbering == numbering ? place?.last ?? 0 : 0
        // `n:*` always holds the last message, whatever n is.
        let found = IMAPAnswer.found(in: try line.ask("UID SEARCH UID \(last + 1):*", in: mailbox))
        var messages: [Message] = []
        var size = 0
        for uid in found.filter({ $0 > last }).sorted().prefix(most) where size < IMAPMailbox.enough {
            let bytes = try line.message(uid, in: mailbox, most: longest)
            size += bytes?.count ?? 0
            messages.append(Message(place: Place(numbering: numbering, last: uid), bytes: bytes))
        }
        return messages
    }

    /// Bytes after which a look ends; the next goes on.
    private static let enough = 64 << 20

    var quoted: String { "\"" + (mailbox.removingPercentEncoding ?? mailbox) + "\"" }
}
