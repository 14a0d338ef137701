import HTTPTypes

extension HTTPField.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
    /// What scripts send along to say that they are one.
    static let requestedWith = named("X-Requested-With")
    static let secFetchSite = named("Sec-Fetch-Site")
    static let xForwardedFor = named("X-Forwarded-For")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("the name of a header is a token") }
        return name
    }
}
