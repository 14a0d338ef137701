/// Changing one's own password.
struct WachtwoordPage: Page {
    let problem: String?

    static let template = "account/wachtwoord"
    static let sample = WachtwoordPage(problem: "Het huidige wachtwoord klopt niet.")
    static let variants: [(name: String, page: WachtwoordPage)] = [("leeg", WachtwoordPage(problem: nil))]
}
