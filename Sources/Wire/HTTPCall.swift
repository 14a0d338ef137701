/// One call to a partner, such as a municipality that takes signals or a language model; redirections are not followed.
public struct HTTPCall: Sendable {
    public enum Method: Sendable { case get, post }

    public var method: Method
    public var url: String
    /// Each as `Name: value`; line breaks in it fall out, so that no value becomes a header of its own.
    public var headers: [String]
    public var body: [UInt8]
    public var timeout: Duration

    /// The beginning of an answer that ``send()`` keeps.
    public static let longestAnswer = 64 * 1024

    public init(
        _ method: Method = .post, url: String, headers: [String], body: [UInt8] = [], timeout: Duration = .seconds(30)
    ) {
        (self.method, self.url, self.headers) = (method, url, headers)
        (self.body, self.timeout) = (body, timeout)
    }

    /// What the partner said.
    public struct Answer: Hashable, Sendable {
        public let status: Int
        public let body: String
    }

    /// What comes in of an answer: the head first, then the body in pieces.
    public enum Arrival: Sendable {
        case head(Head)
        case piece([UInt8])
    }

    public struct Head: Sendable {
        public let status: Int
        /// The content type.
        public let type: String?
        /// How many seconds the partner asks to wait.
        public let wait: Int?
    }

    public typealias Arrivals = AsyncThrowingStream<Arrival, any Error>

    /// Makes the call and gives the answer as far as it is kept; throws an ``HTTPFault`` when nobody answered.
    public func send() async throws -> Answer {
        var (status, kept) = (0, [UInt8]())
        for try await arrival in arrivals(largest: 2 * HTTPCall.longestAnswer) {
            switch arrival {
            case .head(let head): status = head.status
            case .piece(let piece): kept += piece.prefix(HTTPCall.longestAnswer - kept.count)
            }
            if kept.count == HTTPCall.longestAnswer { break }
        }
        guard status > 0 else { throw HTTPFault.unreachable(words: "no answer") }
        return Answer(status: status, body: String(decoding: kept, as: UTF8.self))
    }

    /// Makes the call and tells the answer as it comes in; throws an ``HTTPFault``, also when more than the largest answer comes.
    public func arrivals(largest: Int) -> Arrivals { HTTPLine.open(self, largest: largest) }
}

/// Why a call came to nothing.
public enum HTTPFault: Error, Hashable {
    case unreachable(words: String)
    /// The time was over.
    case tooSlow
    /// The answer is longer than may be.
    case tooLong
    /// The partner asks to come back later, such as with status 503.
    case tryLater(status: Int)
    /// The partner does not let us in: our key is not right (401, 403).
    case notLetIn(status: Int)
    /// The address is not one of https.
    case notSafe
}
