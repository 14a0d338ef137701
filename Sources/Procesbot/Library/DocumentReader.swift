import Crypto

/// The forms a document of the library may have.
public enum DocumentForm: Sendable, Hashable {
    case markdown, html, plain, docx, odt, pdf, bpmn, dmn

    /// Whether a file by this name is a drawing or a decision table.
    static func isModel(_ fileName: String) -> Bool {
        switch DocumentForm(fileName: fileName) {
        case .bpmn, .dmn: true
        case .markdown, .html, .plain, .docx, .odt, .pdf, nil: false
        }
    }

    public init?(fileName: String) {
        switch fileName.split(separator: ".").last?.lowercased() {
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        case "txt": self = .plain
        case "docx": self = .docx
        case "odt": self = .odt
        case "pdf": self = .pdf
        case "bpmn": self = .bpmn
        case "dmn": self = .dmn
        default: return nil
        }
    }
}

extension LibraryDocument {
    /// Reads a document from its text; `hash` is of the file itself where the text was taken out of something else.
    public init(name: String, text: String, form: DocumentForm = .markdown, hash: String? = nil) {
        let source = SourceText(form == .html ? HTMLReader.text(of: text) : text)
        let header = DocumentHeader(source)
        let elements =
            switch form {
            case .plain, .pdf: PlainTextReader.elements(of: source)
            case .markdown, .html, .docx, .odt, .bpmn, .dmn: MarkdownReader.elements(of: source, from: header.bodyStart)
            }
        let all = PassageBuilder.passages(of: elements)
        let passages = all.prefix(1).compactMap { $0.withoutPreface(in: source) } + all.dropFirst()
        self.init(
            name: name, title: header.title ?? elements.firstHeading ?? name,
            edition: header.edition, hash: hash ?? LibraryDocument.hash(of: Array(text.utf8)), owner: header.owner,
            validFrom: header.validFrom, validTo: header.validTo, zaaktypes: header.zaaktypes, steps: header.steps,
            text: source, passages: passages)
    }

    /// SHA-256 in hexadecimal.
    public static func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
