import Basics

/// A SWIFT MT940 statement file, as Dutch banks give it; read as a stream in bounded memory.
public struct MT940File {
    public let file: ImportFile

    public init(_ file: ImportFile) { self.file = file }

    /// Reads the whole file, checks balances, and takes nothing in.
    public func check() throws(FileFault) -> BankFileReport {
        var tally = BankFileTally()
        let parser = MT940Parser(try file.open())
        do {
            try parser.run { try tally.take($0) }
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault("mt940-unreadable", "the file could not be read: \(error)")
        }
        return BankFileReport(
            format: "MT940", statements: tally.statements,
            diagnostics: parser.diagnostics + tally.statements.flatMap(\.balanceFlaws))
    }

    /// Reads the file again and hands out its statements and transactions.
    public func read(each: (BankFileEvent) throws -> Void) throws {
        try MT940Parser(try file.open()).run(each)
    }
}

/// A field of an MT940 file: its tag, its lines and where it begins.
struct MT940Field {
    let tag: String
    var lines: [String]
    let line: Int

    var first: String { lines.first ?? "" }
    /// The lines joined as one, for texts that break inside a word.
    var joined: String { lines.joined() }
}

/// Cuts an MT940 file into fields.
final class MT940Fields {
    private let next: ByteSource
    private var piece: [UInt8] = []
    private var position = 0
    private var line = 0
    private var waiting: MT940Field?
    private var isAtEnd = false

    init(_ next: @escaping ByteSource) { self.next = next }

    /// The next field; `nil` at the end of the file.
    func field() throws -> MT940Field? {
        while let text = try lineOfText() {
            if let field = MT940Fields.opening(text, line) {
                defer { waiting = field }
                if let done = waiting { return done }
            } else if text != "-", !text.hasPrefix("{"), !text.hasPrefix("-}"), !text.isEmpty {
                guard waiting != nil else {
                    if isBankHeader(text) { continue }
                    throw FileFault("mt940-not-a-statement", "the file is not MT940", line: line)
                }
                waiting?.lines.append(text)
                if (waiting?.lines.count ?? 0) > 100 {
                    throw FileFault("mt940-out-of-bounds", "a field is too long", line: line)
                }
            }
        }
        defer { waiting = nil }
        return waiting
    }

    /// What banks put before a statement without a tag: their BIC, and the kind of message (ABN AMRO: `ABNANL2A`, `940`).
    private func isBankHeader(_ text: String) -> Bool {
        let word = text.trimmed
        return line <= 10 && (word == "940" || word == "MT940" || BIC(word) != nil)
    }

    /// `:61:…` or the end of a block header, `{4::20:…`.
    private static func opening(_ text: String, _ line: Int) -> MT940Field? {
        var rest = text[...]
        if rest.hasPrefix("{"), let start = rest.range(of: "{4:") { rest = rest[start.upperBound...] }
        guard rest.hasPrefix(":") else { return nil }
        let body = rest.dropFirst()
        guard let colon = body.firstIndex(of: ":"), body[..<colon].count <= 3, body[..<colon].count >= 2,
            body[..<colon].allSatisfy({ $0.isNumber || $0.isLetter })
        else { return nil }
        return MT940Field(tag: String(body[..<colon]), lines: [String(body[body.index(after: colon)...])], line: line)
    }

    private func lineOfText() throws -> String? {
        var bytes: [UInt8] = []
        while let byte = try take() {
            if byte == 10 {
                line += 1
                return text(bytes)
            }
            if byte != 13 { bytes.append(byte) }
            guard bytes.count <= 4_096 else {
                throw FileFault("mt940-out-of-bounds", "a line is too long", line: line + 1)
            }
        }
        line += 1
        return bytes.isEmpty ? nil : text(bytes)
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? Windows1252.text(bytes)
    }

    private func take() throws -> UInt8? {
        while position == piece.count, !isAtEnd {
            guard let more = try FileFault.wrapping(next) else {
                isAtEnd = true
                break
            }
            (piece, position) = (more, 0)
        }
        guard position < piece.count else { return nil }
        defer { position += 1 }
        return piece[position]
    }
}

extension StringProtocol {
    /// Where a short text first stands in this one.
    func range(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<(index(start, offsetBy: other.count)) }
            start = index(after: start)
        }
        return nil
    }
}
