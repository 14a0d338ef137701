import Basics
import Sturing

/// What only the organisation knows and figures are divided by: told by a person, with the day from which it counts.
struct KerncijfersPage: Page {
    let problems: ZaakPage.Problems?
    let rows: [Row]
    let form: Form?

    struct Row: Sendable {
        let creditor: String
        let kind: String
        let from: String
        let value: String
        let who: String
    }

    struct Form: Sendable {
        let fields: [Field]
    }

    static let template = "sturing/kerncijfers"
    static let area: Area? = .sturing

    static let sample = KerncijfersPage(
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit is geen getal.", anchor: "waarde")]),
        rows: [
            Row(
                creditor: "Woningcorporatie (demo)", kind: "Verhuureenheden", from: "1 januari 2026", value: "10.000",
                who: "Bram Voorbeeld")
        ], form: Form(fields: [Field("waarde", "Waarde", .text(""), isRequired: true)]))

    static let variants: [(name: String, page: KerncijfersPage)] = [
        ("leeg", KerncijfersPage(problems: nil, rows: [], form: nil))
    ]
}

extension Kerncijfer {
    /// How a person writes it: an amount, hours, or a number of things.
    func read(_ text: String) -> Int64? {
        let isWhole = text.allSatisfy { $0.isASCII && $0.isNumber || " .\u{A0}".contains($0) }
        switch self {
        case .jaaromzet: return Money(written: text).flatMap { $0.isNegative ? nil : $0.cents }
        case .uren: return Money(written: text).flatMap { $0.isNegative ? nil : ($0.cents * 60 + 50) / 100 }
        case .verhuureenheden, .machtigingen, .enquetepunten, .enqueteantwoorden, .enquetevragen:
            guard isWhole else { return nil }
            return Int64(text.filter(\.isNumber)).flatMap { $0 < 1_000_000_000 ? $0 : nil }
        }
    }

    func written(_ value: Int64, _ words: Words) -> String {
        switch self {
        case .jaaromzet: words.money(Money(cents: value))
        case .uren: words.decimal((Breuk(Int128(value), op: 60))?.text(decimals: 1) ?? "")
        case .verhuureenheden, .machtigingen, .enquetepunten, .enqueteantwoorden, .enquetevragen:
            words.number(Int(value))
        }
    }
}
