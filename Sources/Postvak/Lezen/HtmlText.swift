import Xml

/// The words of an HTML mail as plain text: what is quoted gets the mark that plain mail has, what is hidden goes.
struct HtmlText {
    private var output = ""
    private var line = ""
    private var quotes = 0
    private var hidden: [String] = []
    private var openLines = 0

    /// The largest HTML that is read; words stand near the beginning.
    private static let largest = 4 << 20
    private static let blocks: Set<String> = [
        "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header",
        "footer", "pre", "address", "center", "blockquote", "hr", "dl", "dt", "dd",
    ]
    private static let spaced: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote",
    ]
    private static let unseen: Set<String> = [
        "script", "style", "head", "title", "template", "noscript", "object", "svg",
    ]
    private static let alone: Set<String> = ["br", "img", "hr", "meta", "link", "input", "wbr", "area", "col", "base"]

    static func text(of html: [UInt8]) -> String {
        var text = HtmlText()
        HtmlReader.read(Array(html.prefix(largest))) { event in
            text.take(event)
            return text.output.utf8.count < IncomingMail.mostText * 4
        }
        text.endLine()
        return text.output
    }

    private mutating func take(_ event: HtmlEvent) {
        switch event {
        case .start(let name, let attributes): open(name, attributes)
        case .end(let name): close(name)
        case .text(let words): if hidden.isEmpty { add(words) }
        }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        if !hidden.isEmpty {
            if !HtmlText.alone.contains(name), hidden.count < 1_000 { hidden.append(name) }
            return
        }
        if HtmlText.unseen.contains(name) || isHidden(attributes), !HtmlText.alone.contains(name) {
            hidden.append(name)
            return
        }
        switch name {
        case "br": endLine()
        case "td", "th": if !line.isEmpty { add(" ") }
        case "li":
            endLine()
            line = "- "
        case "hr":
            endLine()
            line = "________________________________"
            endLine()
        default: if HtmlText.blocks.contains(name) { endLine() }
        }
        if name == "blockquote" { quotes = min(quotes + 1, 50) }
    }

    private mutating func close(_ name: String) {
        if let last = hidden.lastIndex(of: name) {
            hidden.removeSubrange(last...)
            return
        }
        guard hidden.isEmpty, HtmlText.blocks.contains(name) else { return }
        endLine()
        if name == "blockquote" { quotes = max(0, quotes - 1) }
        if HtmlText.spaced.contains(name), openLines > 0 { emptyLine() }
    }

    /// What people do not see is not what they wrote; spammers and templates hide words that way.
    private func isHidden(_ attributes: [String: String]) -> Bool {
        guard let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
        return style.contains("display:none") || style.contains("mso-hide:all") || style.contains("font-size:0;")
    }

    private mutating func add(_ words: String) {
        for character in words {
            let isSpace = character.isWhitespace || character == "\u{A0}"
            if isSpace, line.isEmpty || line.last == " " { continue }
            line.append(isSpace ? " " : character)
        }
    }

    private mutating func endLine() {
        guard !line.isEmpty else { return }
        output += String(repeating: "> ", count: quotes) + line + "\n"
        line = ""
        openLines += 1
    }

    private mutating func emptyLine() {
        output += (quotes > 0 ? String(repeating: ">", count: quotes) : "") + "\n"
        openLines = 0
    }
}
