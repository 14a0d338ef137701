/// Reads numbers in digits (`1.440,50`) and in Dutch words (`vierentwintig`).
enum NumberWords {
    /// In hundredths, so that cents and parts of a percent stay exact; `nil` when it is no number.
    static func hundredths(_ token: Token) -> Int? {
        if token.isNumeric { return digits(token.text) }
        if token.text == "anderhalf" || token.text == "anderhalve" { return 150 }
        return word(token).map { $0 * 100 }
    }

    static func whole(_ token: Token) -> Int? {
        guard let value = hundredths(token), value % 100 == 0 else { return nil }
        return value / 100
    }

    private static func digits(_ text: String) -> Int? {
        var text = text[...]
        if text.hasSuffix("e") { text = text.dropLast() }
        guard !text.contains("-"), !text.contains("/"), !text.contains("§") else { return nil }
        var whole = text
        var cents: Substring = ""
        if let comma = text.lastIndex(where: { $0 == "," || $0 == "." }) {
            let after = text[text.index(after: comma)...]
            if after.count <= 2 { (whole, cents) = (text[..<comma], after) }
        }
        let plain = whole.filter { $0 != "." && $0 != "," }
        guard plain.count <= 12, let value = Int(plain) else { return nil }
        return value * 100 + (Int((cents + "00").prefix(2)) ?? 0)
    }

    private static func word(_ token: Token) -> Int? {
        token.text == "een" ? token.isAccented ? 1 : nil : values[token.text]
    }

    /// Each word that is a number: `drie`, `dertig`, `drieendertig`.
    private static let values: [String: Int] = {
        let joined = tens.flatMap { name, ten in
            small.merging(["een": 1]) { $1 }.filter { $0.value < 10 }.map { ($0.key + "en" + name, ten + $0.value) }
        }
        return small.merging(tens) { $1 }.merging(joined) { first, _ in first }
    }()

    private static let small = [
        "nul": 0, "twee": 2, "beide": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
        "tien": 10,
        "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
        "achttien": 18, "negentien": 19,
    ]
    private static let tens = [
        "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
        "negentig": 90, "honderd": 100, "duizend": 1000,
    ]
}
