/// What a partner's desk sees without signing in.
enum PartnerPaths {
    static let link = Path("/doorverwijzing/{token}")

    static let all = [link]
}
