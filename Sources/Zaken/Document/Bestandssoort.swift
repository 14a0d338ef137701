/// What kind of file a name promises, and whether the bytes are that: so far as a beginning or an inside can tell.
public enum Bestandssoort: String, Hashable, Sendable, CaseIterable {
    case pdf, png, jpeg, gif, tiff, heic
    case docx, xlsx, pptx, odt, ods, zip
    /// The older files of Office (compound files).
    case doc, xls, ppt, msg
    case html, svg, xml, json, eml, csv, txt, rtf

    /// By the ending of a name; nothing for one that says nothing.
    public init?(named name: String) {
        let parts = name.lowercased().split(separator: ".")
        guard parts.count > 1, let ending = parts.last.map(String.init) else { return nil }
        let others: [String: Bestandssoort] = [
            "jpg": .jpeg, "jpe": .jpeg, "tif": .tiff, "heif": .heic, "htm": .html, "text": .txt, "md": .txt,
            "log": .txt,
        ]
        guard let found = others[ending] ?? Bestandssoort(rawValue: ending) else { return nil }
        self = found
    }

    /// Whether these bytes can be of this kind.
    public func fits(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf: bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .gif: bytes.starts(with: Array("GIF8".utf8))
        case .tiff: bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
        case .heic: bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
        case .docx: Bestandssoort.isZip(bytes, with: "word/")
        case .xlsx: Bestandssoort.isZip(bytes, with: "xl/")
        case .pptx: Bestandssoort.isZip(bytes, with: "ppt/")
        case .odt, .ods: Bestandssoort.isZip(bytes, with: "META-INF/manifest.xml")
        case .zip: Bestandssoort.isZip(bytes, with: "")
        case .doc, .xls, .ppt, .msg: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        case .rtf: bytes.starts(with: Array("{\\rtf".utf8))
        case .html: Bestandssoort.isText(bytes) && Bestandssoort.holds("<", bytes)
        case .svg: Bestandssoort.isText(bytes) && Bestandssoort.holds("<svg", bytes)
        case .xml: Bestandssoort.isText(bytes) && Bestandssoort.begins("<", bytes)
        case .json: Bestandssoort.isText(bytes) && ["{", "["].contains { Bestandssoort.begins($0, bytes) }
        case .eml: Bestandssoort.isText(bytes) && Bestandssoort.holds(":", bytes)
        case .csv, .txt: Bestandssoort.isText(bytes)
        }
    }

    /// A zip in which a name or kind stands: an Office or OpenDocument file says so in the names of its parts.
    private static func isZip(_ bytes: [UInt8], with inside: String) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        return inside.isEmpty || bytes.firstRange(of: Array(inside.utf8)) != nil
    }

    /// Text in any encoding: no zero bytes, unless it says that it is UTF-16; and nothing that begins as another kind.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let binary: [Bestandssoort] = [.pdf, .png, .jpeg, .gif, .zip, .doc]
        return !bytes.prefix(64_000).contains(0) && !binary.contains { $0.fits(Array(bytes.prefix(16))) }
    }

    private static func holds(_ text: String, _ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.prefix(64_000).firstRange(of: Array(text.utf8)) != nil
    }

    private static func begins(_ text: String, _ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let rest = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.starts(with: Array(text.utf8))
    }
}
