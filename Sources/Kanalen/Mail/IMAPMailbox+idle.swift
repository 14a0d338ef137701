import Foundation

extension IMAPMailbox {
    /// What a mail server tells of itself.
    public enum Signal: Hashable, Sendable {
        /// From here on it tells what comes; what came before is to be looked for.
        case listening
        /// Mail came.
        case mail
        /// It has no IDLE; it will tell nothing.
        case deaf
    }

    public typealias Signals = AsyncThrowingStream<Signal, any Error>

    /// Waits on a line of its own until mail comes (IDLE, RFC 2177), as long as somebody listens; throws a ``MailFault`` when the line drops.
    ///
    /// Of signals that nobody took yet only the newest is kept.
    public func signals(renewing: Duration = IMAPMailbox.renewal) -> Signals {
        Signals(bufferingPolicy: .bufferingNewest(1)) { told in
            guard let bell = Bell() else { return told.finish(throwing: MailFault.unreachable(words: "no bell")) }
            told.onTermination = { _ in bell.ring() }
            Thread.detachNewThread {
                do throws(MailFault) {
                    var line = try IdleLine(self, bell: bell, renewing: renewing)
                    try line.listen { told.yield($0) }
                    told.finish()
                } catch { told.finish(throwing: error) }
            }
        }
    }

    /// A server may hang up after half an hour (RFC 3501 § 5.4); the waiting is begun anew before.
    public static let renewal = Duration.seconds(28 * 60)
}
