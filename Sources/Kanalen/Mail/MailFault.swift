/// Why a mail was not made or not sent. It holds no address and no words of the mail.
public enum MailFault: Error, Hashable, Sendable {
    case notAnAddress
    /// A header would hold a line end.
    case unsafeHeader(String)
    /// The server cannot be reached, or does not answer in time.
    case unreachable(words: String)
    /// The server wants another name or password, or a safe line that it does not offer.
    case notLetIn(words: String)
    /// The server refused the message for good (5xx).
    case refused(reply: Int)
    /// The server asks to try later (4xx).
    case tryLater(reply: Int)
    case notWritten(folder: String, why: String)
    /// A message that comes in is longer than may be.
    case tooLong

    /// libcurl's codes for a login or a safe line that failed.
    static let closedDoors: Set<Int32> = [35, 58, 60, 64, 67, 77, 90]

    /// Whether trying again may help.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .tryLater, .notWritten: true
        case .notAnAddress, .unsafeHeader, .notLetIn, .refused, .tooLong: false
        }
    }
}
