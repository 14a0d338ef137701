/// Where an address leads that only takes forms: to the page that its form stood on, such as from `/zaken/1/regeling` to `/zaken/1`.
enum WayBack {
    private static let pages = [
        ZaakPaths.zaak, KlantPaths.klant, BetalingPaths.betaling, WorkPaths.taak, WorkPaths.list, ManagePaths.home,
        PostPaths.mail,
    ]

    /// Acts that do not lie below their page.
    private static let elsewhere = [
        BetalingPaths.repayments.pattern: BetalingPaths.list(), ManagePaths.clock.pattern: AccountPaths.home(),
        AccountPaths.logout.pattern: AccountPaths.home(), AccountPaths.language.pattern: AccountPaths.home(),
    ]

    static func page(of path: String) -> String? {
        elsewhere[path] ?? pages.compactMap { $0.start(of: path) }.max { $0.count < $1.count }
    }
}

extension Path {
    /// The part of a longer path that fills this one.
    fileprivate func start(of path: String) -> String? {
        let (own, other) = (pattern.split(separator: "/"), path.split(separator: "/"))
        guard other.count > own.count, zip(own, other).allSatisfy({ $0.hasPrefix("{") || $0 == $1 }) else { return nil }
        return "/" + other.prefix(own.count).joined(separator: "/")
    }
}
