/// Where systems of partners give messages and signals by a call.
enum KoppelingPaths {
    static let messages = Path("/api/koppeling/berichten")
    static let signals = Path("/api/koppeling/signalen")

    static let all = [messages, signals]
}
