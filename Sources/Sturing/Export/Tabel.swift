/// A table to hand out as a file: a name, a heading, and rows of cells.
public struct Tabel: Sendable, Hashable {
    public enum Cel: Sendable, Hashable {
        case tekst(String)
        /// A number with a point, made by the house itself: `62.00`.
        case getal(String)
        case leeg
    }

    public let naam: String
    public let kop: [String]
    public let rijen: [[Cel]]

    public init(naam: String, kop: [String], rijen: [[Cel]]) {
        self.naam = naam
        self.kop = kop
        self.rijen = rijen
    }
}

extension Tabel {
    /// The table as CSV for a spreadsheet: semicolons, CRLF, UTF-8 with its mark, numbers with the reader's decimal mark.
    ///
    /// A text that a spreadsheet would run as a formula gets an apostrophe before it.
    public func csv(decimaal: Character = ",") -> String {
        let lines = [kop.map(Tabel.quoted)] + rijen.map { $0.map { $0.csv(decimaal) } }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    fileprivate static func quoted(_ text: String) -> String {
        "\"" + harmless(text).replacing("\"", with: "\"\"") + "\""
    }

    /// Signs with which a spreadsheet begins a formula; also behind space, and in their full width.
    private static let formulaStarts: Set<Character> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "＝", "＋", "－", "＠",
    ]

    static func harmless(_ text: String) -> String {
        let first = text.first { $0 != " " && $0 != "\u{A0}" }
        return first.map(formulaStarts.contains) == true ? "'" + text : text
    }
}

extension Tabel.Cel {
    fileprivate func csv(_ mark: Character) -> String {
        switch self {
        case .tekst(let text): Tabel.quoted(text)
        case .getal(let number): number.replacing(".", with: String(mark))
        case .leeg: ""
        }
    }
}
