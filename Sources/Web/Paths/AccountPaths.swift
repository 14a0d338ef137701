/// Signing in and out, language, and the machine's own pages.
enum AccountPaths {
    static let home = Path("/")
    static let login = Path("/inloggen")
    static let logout = Path("/uitloggen")
    static let language = Path("/taal")
    static let password = Path("/wachtwoord")
    static let health = Path("/health")
    static let ready = Path("/ready")
    static let metrics = Path("/metrics")
    static let gallery = Path("/dev/paginas")
    static let galleryPage = Path("/dev/paginas/{naam}")

    static let all = [
        home, login, logout, language, password, health, ready, metrics, gallery, galleryPage,
    ]
}
