/// A letter before it is sent: exactly what the person will get, and what is still missing.
struct BriefPage: Page {
    let title: String
    let zaak: String
    let zaakPath: String
    let letter: String
    let missing: [String]
    let sending: Sending?

    struct Sending: Sendable {
        let path: String
        let channels: [Option]
    }

    static let template = "zaken/brief"
    static let area: Area? = .werkvoorraad

    static let sample = BriefPage(
        title: "Aanmaning", zaak: "ZAAK-2026-000412", zaakPath: "/zaken/1",
        letter: "/zaken/1/brieven/aanmaning?deel=brief",
        missing: ["Het adres van de klant ontbreekt."],
        sending: Sending(
            path: "/zaken/1/brieven/aanmaning",
            channels: [Option("brief", "Per post", chosen: true), Option("email", "Per e-mail")]))
    static let variants: [(name: String, page: BriefPage)] = [
        (
            "klaar",
            BriefPage(
                title: "Herinnering", zaak: "ZAAK-2026-000412", zaakPath: "/zaken/1",
                letter: "/zaken/1/brieven/herinnering?deel=brief", missing: [], sending: nil)
        )
    ]
}
