import Foundation
import Mustache

/// All templates of `Content/templates`, read once.
public struct Templates: Sendable {
    private static let drawing = "tekening"
    private let library: MustacheLibrary

    public init(directory: String) throws {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        var library = MustacheLibrary()
        for (name, text) in try Templates.texts(in: directory) {
            try library.register(Markup.pragma + text, named: name)
        }
        try library.register(Markup.pragma + "{{>*template}}", named: Templates.drawing)
        self.library = library
    }

    /// Each template by its path without the ending: `zaak/_saldo`.
    private static func texts(in directory: String) throws -> [(String, String)] {
        try FileManager.default.subpathsOfDirectory(atPath: directory).filter { $0.hasSuffix(ending) }.map { path in
            (String(path.dropLast(ending.count)), try String(contentsOfFile: "\(directory)/\(path)", encoding: .utf8))
        }
    }

    private static let ending = ".mustache"

    /// The page as HTML.
    func draw<P: Page>(_ page: P, words: Words, shell: Shell) throws -> String {
        var tree = (PageTree.unfold(page) as? Branch)?.parts ?? [:]
        tree["shell"] = PageTree.unfold(shell)
        return try draw(P.template, tree, words)
    }

    /// A part of a page, without what stands around it.
    func draw<P: Page>(_ part: P, words: Words) throws -> String {
        try draw(P.template, (PageTree.unfold(part) as? Branch)?.parts ?? [:], words)
    }

    private func draw(_ template: String, _ parts: [String: any Sendable], _ words: Words) throws -> String {
        guard library.getTemplate(named: template) != nil else { throw MissingTemplate(name: template) }
        var tree = parts
        tree["t"] = words.branch
        tree["template"] = template
        return library.render(Branch(tree), withTemplate: Templates.drawing) ?? ""
    }
}

/// HTML in which what a page says can mean nothing else than itself.
struct Markup: MustacheContentType {
    static let name = "MARKUP"

    /// Every template says so for itself: one that is drawn inside another begins anew.
    static let pragma = "{{% CONTENT_TYPE:\(name)}}"

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Markup.safe($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let safe = Markup.safe(byte) { bytes += safe.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func safe(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

/// A page names a template that `Content/templates` does not hold.
struct MissingTemplate: Error {
    let name: String
}
