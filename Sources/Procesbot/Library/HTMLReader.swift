/// Turns HTML into Markdown-like text: headings, list items and table rows keep their form, scripts and styles go.
struct HTMLReader {
    private var output = ""
    private var hidden: String?
    private var cells = 0
    private var isInCell = false
    private var headerDone = false
    private var isBold = false

    static func text(of html: String) -> String {
        var reader = HTMLReader()
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            reader.take(text: rest[..<open])
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            if tag.hasPrefix("!--"), let end = rest[open...].firstRange(of: "-->") {
                rest = rest[end.upperBound...]
                continue
            }
            reader.take(tag: tag)
            rest = rest[rest.index(after: close)...]
        }
        reader.take(text: rest)
        return reader.output
    }

    private mutating func take(text: Substring) {
        guard hidden == nil, !text.isEmpty else { return }
        let decoded = Self.decode(text)
        for character in decoded {
            let isSpace = character.isWhitespace
            if isSpace, output.last?.isWhitespace != false { continue }
            output.append(isSpace ? " " : character)
        }
    }

    private mutating func take(tag: Substring) {
        let name = tag.split(whereSeparator: { $0.isWhitespace || $0 == "/" }).first.map { $0.lowercased() } ?? ""
        let isClosing = tag.hasPrefix("/")
        if let waiting = hidden {
            if isClosing, name == waiting { hidden = nil }
            return
        }
        if isInCell, Self.blocks.contains(name) { return space() }
        switch name {
        case "script", "style", "head", "template", "nav", "footer": hidden = isClosing ? nil : name
        case "h1", "h2", "h3", "h4", "h5", "h6":
            line(2)
            if !isClosing { output += String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " " }
        case "li":
            line(1)
            if !isClosing { output += "- " }
        case "tr": row(isClosing)
        case "td", "th":
            isInCell = !isClosing
            if !isClosing { cell() }
        case "table": (cells, headerDone) = (0, false); line(2)
        case "br": line(1)
        case "dt": term(isClosing)
        case "dd": space()
        case "b", "strong": bold(isClosing)
        case "p", "div", "ul", "ol", "section", "article", "main", "blockquote", "title", "dl", "figure", "figcaption",
            "caption", "header", "details", "summary", "form", "fieldset", "legend", "address", "aside":
            line(2)
        default: break
        }
    }

    /// What makes a new line elsewhere; a cell of a table stays on its line.
    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "li", "br", "dl", "dt", "dd", "section", "blockquote", "h1", "h2", "h3", "h4", "h5",
        "h6",
    ]

    /// `<dt>Tot 100 euro</dt><dd>…</dd>` is an item `Tot 100 euro: …`, as a list writes a condition and what follows from it.
    private mutating func term(_ isClosing: Bool) {
        if !isClosing {
            line(1)
            output += "- "
        } else if let last = output.last(where: { !$0.isWhitespace }), !":?.!".contains(last) {
            while output.last?.isWhitespace == true { output.removeLast() }
            output += ": "
        }
    }

    /// Bold words that open a line may be its heading; elsewhere they only stress.
    private mutating func bold(_ isClosing: Bool) {
        if isClosing, isBold {
            while output.last == " " { output.removeLast() }
            output += "**"
        } else if !isClosing, !isInCell, output.last.map({ $0 == "\n" }) ?? true {
            output += "**"
        }
        isBold = !isClosing && output.hasSuffix("**")
    }

    private mutating func space() { if output.last?.isWhitespace == false { output.append(" ") } }

    private mutating func row(_ isClosing: Bool) {
        isInCell = false
        if !isClosing {
            line(1)
            cells = 0
        } else if cells > 0 {
            output += " |\n"
            if !headerDone { output += "|" + String(repeating: "---|", count: cells) + "\n" }
            headerDone = true
        }
    }

    private mutating func cell() {
        output += cells == 0 ? "| " : " | "
        cells += 1
    }

    private mutating func line(_ count: Int) {
        while output.last == " " { output.removeLast() }
        let present = output.reversed().prefix { $0 == "\n" }.count
        guard !output.isEmpty, present < count else { return }
        output += String(repeating: "\n", count: count - present)
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "sect": "§",
        "eacute": "é",
        "euml": "ë", "iuml": "ï", "ouml": "ö", "uuml": "ü", "egrave": "è", "agrave": "à", "ndash": "–", "mdash": "—",
        "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…", "bull": "•",
    ]

    private static func decode(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var output = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            output += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";"), let character = entity(rest[..<end].dropFirst()) else {
                output.append(rest.removeFirst())
                continue
            }
            output += character
            rest = rest[rest.index(after: end)...]
        }
        return output + rest
    }

    private static func entity(_ name: Substring) -> String? {
        if let known = entities[String(name)] { return known }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
