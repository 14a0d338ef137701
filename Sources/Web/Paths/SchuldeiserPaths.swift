/// The creditors.
enum SchuldeiserPaths {
    static let list = Path("/beheer/schuldeisers")
    static let one = Path("/beheer/schuldeisers/{schuldeiser}")

    static let all = [list, one]
}
