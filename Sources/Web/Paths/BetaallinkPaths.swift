/// What a customer sees without signing in: what is asked, and paying it.
enum BetaallinkPaths {
    static let link = Path("/betaal/{token}")
    static let ideal = Path("/betaal/{token}/ideal")
    /// Where a payment provider tells that something changed.
    static let hook = Path("/betaalmelding")

    static let all = [link, ideal, hook]
}
