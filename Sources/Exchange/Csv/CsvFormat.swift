import Basics

/// How a CSV file is written: found by reading it once from front to back.
public struct CsvFormat: Hashable, Sendable {
    public enum Encoding: String, Hashable, Sendable { case utf8, windows1252 }

    public let encoding: Encoding
    /// The byte between fields: `;`, `,` or a tab.
    public let delimiter: UInt8
    public let hasByteOrderMark: Bool

    public init(encoding: Encoding, delimiter: UInt8, hasByteOrderMark: Bool) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// Reads the whole file to tell its encoding; its first record tells the delimiter.
    public init(of file: ImportFile) throws(FileFault) {
        var utf8 = UTF8Check()
        var head: [UInt8] = []
        let next = try file.open()
        while let piece = try FileFault.wrapping(next) {
            if head.count < 64 << 10 { head += piece.prefix((64 << 10) - head.count) }
            if piece.contains(0) {
                throw FileFault(
                    "csv-binary", "the file holds zero bytes: it is no text, or text in UTF-16; save it in UTF-8")
            }
            utf8.take(piece)
        }
        guard !head.isEmpty else { throw FileFault("csv-empty", "the file is empty") }
        hasByteOrderMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        encoding = utf8.isValid ? .utf8 : .windows1252
        delimiter = CsvFormat.delimiter(in: head)
    }

    /// The mark that occurs most in the first record, outside quotes.
    private static func delimiter(in head: [UInt8]) -> UInt8 {
        let marks = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        var (counts, isQuoted) = ([0, 0, 0], false)
        for byte in head {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if counts.contains(where: { $0 > 0 }) { break }
            }
            if !isQuoted, let index = marks.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return marks[counts.firstIndex(of: most) ?? 0]
    }
}

extension FileFault {
    /// The next bytes; a failing source becomes a fault.
    static func wrapping(_ next: ByteSource) throws(FileFault) -> [UInt8]? {
        do {
            return try next()
        } catch {
            throw FileFault("file-unreadable", "the file could not be read: \(error)")
        }
    }
}

/// Tells whether bytes that come in pieces are UTF-8 (Unicode 15, table 3-7).
private struct UTF8Check {
    private(set) var isWellFormed = true
    private var expected = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    var isValid: Bool { isWellFormed && expected == 0 }

    mutating func take(_ piece: [UInt8]) {
        guard isWellFormed else { return }
        for byte in piece { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        if expected > 0 {
            isWellFormed = isWellFormed && byte >= lowest && byte <= highest
            (expected, lowest, highest) = (expected - 1, 0x80, 0xBF)
            return
        }
        switch byte {
        case 0..<0x80: break
        case 0xC2...0xDF: expected = 1
        case 0xE0: (expected, lowest) = (2, 0xA0)
        case 0xED: (expected, highest) = (2, 0x9F)
        case 0xE1...0xEF: expected = 2
        case 0xF0: (expected, lowest) = (3, 0x90)
        case 0xF1...0xF3: expected = 3
        case 0xF4: (expected, highest) = (3, 0x8F)
        default: isWellFormed = false
        }
    }
}
