/// Whether words say that something is more or less than it was: `krijgt meer`, `is gedaald`.
enum Direction {
    case up, down

    private static let rising: Set<String> = [
        "gestegen", "stijgt", "verhoogd", "verhoging", "omhoog", "gegroeid", "toegenomen", "opslag", "meer",
        "hoger", "groter",
    ]
    private static let falling: Set<String> = [
        "gedaald", "daalt", "verlaagd", "verlaging", "omlaag", "gekrompen", "afgenomen", "gezakt", "weggevallen",
        "gestopt", "achteruitgegaan", "minder", "lager", "kleiner",
    ]

    init?(_ tokens: [Token]) {
        let found = tokens.lazy.compactMap { token -> Direction? in
            Self.rising.contains(token.text) ? .up : Self.falling.contains(token.text) ? .down : nil
        }.first
        guard let found else { return nil }
        self = found
    }
}
