/// How an OpenAI-compatible endpoint is used; nothing is sent anywhere without one.
public struct TaalmodelSettings: Sendable {
    /// The address up to `/v1`, such as `http://127.0.0.1:11434/v1`; a query behind it stays.
    public var url: String
    public var model: String
    /// Secret; sent as a bearer token, or as `api-key` to Azure.
    public var key: Sleutel?
    /// How long one wording may take, retries included.
    public var patience: Duration
    /// How long before the first new attempt; each next one waits twice as long. Default half a second.
    public var pause: Duration
    /// How often it is asked anew when it is unreachable, overloaded or broken. Default 2.
    public var retries: Int
    /// The most tokens that an answer may have. Default 900.
    public var answerTokens: Int
    /// The most tokens that all questions and answers of a day may cost together. Default 500,000.
    public var dayTokens: Int
    public var isStreaming: Bool

    public init(
        url: String, model: String, key: String? = nil, patience: Duration = .seconds(20),
        pause: Duration = .milliseconds(500), retries: Int = 2, answerTokens: Int = 900, dayTokens: Int = 500_000,
        isStreaming: Bool = true
    ) {
        self.url = url
        self.model = model
        self.key = key.flatMap { $0.isEmpty ? nil : Sleutel($0) }
        self.patience = patience
        self.pause = pause
        self.retries = retries
        self.answerTokens = answerTokens
        self.dayTokens = dayTokens
        self.isStreaming = isStreaming
    }

    /// Where chats are completed.
    var endpoint: String { Eindpunt(url: url, key: key).address(of: "/chat/completions") }

    /// The header that carries the key.
    var credentials: (name: String, value: String)? { Eindpunt(url: url, key: key).credentials }
}

/// A secret that shows itself in no description, log line or dump.
public struct Sleutel: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let text: String

    init(_ text: String) { self.text = text }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
