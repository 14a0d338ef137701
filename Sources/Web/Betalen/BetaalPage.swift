/// What someone is asked to pay, for who holds the link: an amount, to whom, and how; nothing about who they are.
struct BetaalPage: Page {
    let title: String
    let creditor: String?
    /// What there is to say instead of, or before, the amount.
    let notice: Notice?
    let asked: Asked?
    /// Whom to call.
    let phone: Way?

    struct Notice: Sendable {
        let tone: String
        let text: String
    }

    struct Asked: Sendable {
        let amount: String
        /// The amount as it is typed into an app.
        let plain: String
        /// What it is for and when it is due.
        let lines: [String]
        let iban: Code
        let reference: Code
        let qr: QR?
        /// Where paying with iDEAL begins, when there is a provider.
        let ideal: String?
    }

    /// What must be copied without a mistake, as it is read and as it is typed.
    struct Code: Sendable {
        let shown: String
        let copied: String
    }

    struct QR: Sendable {
        let size: String
        let path: String
    }

    static let template = "betalen/link"
}

extension BetaalPage {
    static let sample = BetaalPage(
        title: "Betalen", creditor: "Woningcorporatie (demo)",
        notice: Notice(tone: "", text: "Uw bank verwerkt de betaling nog."),
        asked: Asked(
            amount: "€\u{A0}106,38", plain: "106,38", lines: ["Termijn van 1 juli 2026"],
            iban: Code(shown: "NL91 ABNA 0417 1643 00", copied: "NL91ABNA0417164300"),
            reference: Code(shown: "8202 6000 1230 0042", copied: "8202600012300042"),
            qr: QR(size: "29", path: "M4 4h7v1h-7z"), ideal: "/betaal/abc/ideal"),
        phone: Way("010 000 0000", "tel:0100000000"))

    static let variants: [(name: String, page: BetaalPage)] = [
        (
            "betaald",
            BetaalPage(
                title: "Betaald", creditor: "Woningcorporatie (demo)",
                notice: Notice(tone: "calm", text: "Alles is betaald. Dank u wel."), asked: nil, phone: nil)
        ),
        (
            "verlopen",
            BetaalPage(
                title: "Deze link werkt niet meer", creditor: nil, notice: Notice(tone: "urgent", text: "Bel ons."),
                asked: nil, phone: nil)
        ),
    ]
}
