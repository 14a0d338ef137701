/// How an OpenAI-compatible endpoint for embeddings is used; nothing is sent anywhere without one.
public struct EmbeddingSettings: Sendable {
    /// The address up to `/v1`, such as `http://127.0.0.1:11434/v1`; a query behind it stays.
    public var url: String
    public var model: String
    /// Secret; sent as a bearer token, or as `api-key` to Azure.
    public var key: Sleutel?
    /// How long an advice waits for what its question means. Default a quarter of a second.
    public var patience: Duration
    /// How long a batch of passages may take. Default a minute.
    public var batchPatience: Duration
    /// How long questions go by their words alone after one was not answered. Default half a minute.
    public var rest: Duration

    public init(
        url: String, model: String, key: String? = nil, patience: Duration = .milliseconds(250),
        batchPatience: Duration = .seconds(60), rest: Duration = .seconds(30)
    ) {
        self.url = url
        self.model = model
        self.key = key.flatMap { $0.isEmpty ? nil : Sleutel($0) }
        self.patience = patience
        self.batchPatience = batchPatience
        self.rest = rest
    }
}
