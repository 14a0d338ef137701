import Hummingbird
public import Incasso
public import Postvak
public import Taalmodel

/// How the web server behaves; the command line fills it from flags, environment and file.
public struct WebSettings: Sendable {
    /// The address to listen on. Default `127.0.0.1`.
    public var host: String
    /// The port to listen on; 0 takes a free one. Default 8080.
    public var port: Int
    /// Whether browsers reach us over TLS: cookies are then only sent over it. Default false.
    public var isSecure: Bool
    /// Reads templates again for every page and serves `/dev/paginas`. Default false.
    public var development: Bool
    /// Who may read `/metrics`: the bearer token to show, or with nil only this machine. Default nil.
    public var metricsToken: String?
    /// Whether login and search ask a proxy's `X-Forwarded-For` for the visitor's address. Default false.
    public var behindProxy: Bool
    /// The name of the organisation on the login page. Default `Ontknoop`.
    public var organisation: String
    /// The accounts that the login page of a demo offers, all with the same password. Default none.
    public var demoAccounts: [Gebruiker]
    /// Paying by link; without it those pages are not there. Default none.
    public var payments: WebPayments?
    /// The language model that may word an advice when a person asks for it. Default none.
    public var taalmodel: TaalmodelSettings?
    /// Who says what passages and questions mean. Default none.
    public var embedding: EmbeddingSettings?
    /// Looks at the files of incoming mail. Default none.
    public var scanner: Virusscanner?
    /// Where secrets of others are kept. Default one whose key nobody keeps.
    public var kluis: Kluis

    public init(
        host: String = "127.0.0.1", port: Int = 8080, isSecure: Bool = false, development: Bool = false,
        metricsToken: String? = nil, behindProxy: Bool = false, organisation: String = "Ontknoop",
        demoAccounts: [Gebruiker] = [], payments: WebPayments? = nil,
        taalmodel: TaalmodelSettings? = nil, embedding: EmbeddingSettings? = nil,
        scanner: Virusscanner? = nil, kluis: Kluis = .temporary()
    ) {
        self.host = host
        self.port = port
        self.isSecure = isSecure
        self.development = development
        self.metricsToken = metricsToken
        self.behindProxy = behindProxy
        self.organisation = organisation
        self.demoAccounts = demoAccounts
        self.payments = payments
        self.taalmodel = taalmodel
        self.embedding = embedding
        self.scanner = scanner
        self.kluis = kluis
    }
}

extension WebSettings {
    /// The visitor's address: what the nearest proxy says when there is one, else the other end of the connection.
    func address(of request: Request, _ context: some RemoteAddressRequestContext) -> String? {
        if behindProxy, let chain = request.headers[.xForwardedFor] {
            return chain.split(separator: ",").last.map { String($0).trimmingSpace }
        }
        return context.remoteAddress?.ipAddress
    }
}
