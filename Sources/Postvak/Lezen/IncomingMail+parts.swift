import CMime

extension IncomingMail {
    /// Takes the words and the files from the parts.
    mutating func fill(with parts: [MailPart]) {
        var words: [String] = []
        for part in parts {
            if part.isDamaged { notices.insert(.damaged) }
            switch part.kind {
            case ONTKNOOP_PART_PLAIN: words.append(part.plainText)
            case ONTKNOOP_PART_HTML:
                if !parts.hasPlainForm(of: part) { words.append(HtmlText.text(of: part.bytes)) }
            default: take(part)
            }
        }
        let whole = words.map(\.trimmedLines).filter { !$0.isEmpty }.joined(separator: "\n\n")
        split(String(whole.prefix(IncomingMail.mostText)))
        if whole.count > IncomingMail.mostText { notices.insert(.cut) }
    }

    /// As much as a person can read; the mail as it came holds the rest.
    static let mostText = 200_000

    private mutating func split(_ whole: String) {
        var pieces = Quotation.split(whole)
        if pieces.own.isEmpty, !pieces.history.isEmpty {
            notices.insert(.forwarded)
            pieces = Quotation.Pieces(own: pieces.history, signature: pieces.signature, history: "")
        }
        (text, signature, history) = (pieces.own, pieces.signature, pieces.history)
    }

    private mutating func take(_ part: MailPart) {
        let name = part.name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
        if part.type.hasSuffix("ms-tnef") || name.lowercased() == "winmail.dat" {
            notices.insert(.winmail)
            return
        }
        if part.isSealed { notices.insert(.encrypted) }
        files.append(
            MailFile(
                name: name.isEmpty ? "bijlage-\(files.count + 1)\(part.ending)" : name, type: part.type,
                bytes: part.bytes))
    }
}

extension [MailPart] {
    /// Whether the same words stand there as plain text too.
    fileprivate func hasPlainForm(of part: MailPart) -> Bool {
        guard part.alternative > 0 else { return false }
        return contains {
            $0.kind == ONTKNOOP_PART_PLAIN && $0.alternative == part.alternative
                && $0.bytes.contains { $0 > 0x20 }
        }
    }
}

extension MailPart {
    var isSealed: Bool {
        type == "application/pgp-encrypted" || type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime"
    }

    /// The usual ending of a file of this type.
    var ending: String {
        switch type {
        case "image/jpeg": ".jpg"
        case "image/png": ".png"
        case "image/gif": ".gif"
        case "application/pdf": ".pdf"
        case "text/html": ".html"
        case "text/plain": ".txt"
        case "text/calendar": ".ics"
        case "message/rfc822": ".eml"
        default: ""
        }
    }

    /// The lines as they were meant: those that end in a space go on (RFC 3676).
    var plainText: String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard isFlowed else { return text }
        var lines: [String] = []
        var goesOn = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isQuoted = line.hasPrefix(">")
            if goesOn, !isQuoted, let last = lines.indices.last {
                lines[last] += line
            } else {
                lines.append(String(line))
            }
            goesOn = line.hasSuffix(" ") && line != "-- " && !isQuoted
            if goesOn, dropsSpace, let last = lines.indices.last { lines[last].removeLast() }
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// Lines without space at their end, never more than two empty ones together, no control characters.
    var trimmedLines: String {
        let clean = String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isStray }))
        var lines: [Substring] = []
        var empty = 0
        for line in clean.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let kept = line.trimmingSuffix(while: { $0.isWhitespace })
            empty = kept.isEmpty ? empty + 1 : 0
            if empty < 2, !(kept.isEmpty && lines.isEmpty) { lines.append(kept) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// A control or a mark that turns writing round or hides it.
    fileprivate var isStray: Bool {
        if self == "\n" || self == "\r" || self == "\t" { return false }
        return properties.generalCategory == .control || value == 0xFEFF || value == 0xFFFC
            || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
            || (0x200B...0x200F).contains(value)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isSpace: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
