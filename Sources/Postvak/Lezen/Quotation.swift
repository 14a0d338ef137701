/// Sets apart in a mail what its sender wrote now, how they signed, and what they quote of earlier mails.
enum Quotation {
    struct Pieces: Hashable {
        var own: String
        var signature: String
        var history: String
    }

    static func split(_ text: String) -> Pieces {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var own: [String] = []
        var history: [String] = []
        var index = 0
        while index < lines.count {
            if startsHistory(lines, at: index) {
                history += lines[index...]
                break
            }
            if let end = introduction(lines, at: index) {
                let after = lines[end...].first { !$0.isBlank }
                if after == nil || after?.isQuoted == false, !lines[end...].contains(where: \.isQuoted) {
                    history += lines[index...]
                    break
                }
                history += lines[index..<end]
                index = end
                continue
            }
            if lines[index].isQuoted { history.append(lines[index]) } else { own.append(lines[index]) }
            index += 1
        }
        let (words, signature) = signed(own)
        return Pieces(
            own: words.joined(separator: "\n").trimmedLines, signature: signature.joined(separator: "\n").trimmedLines,
            history: history.joined(separator: "\n").trimmedLines)
    }

    /// A line that says so, or the head of an earlier mail as Outlook writes it.
    private static func startsHistory(_ lines: [String], at index: Int) -> Bool {
        let line = lines[index].withoutMarks.lowercased()
        if separators.contains(where: line.hasPrefix) { return true }
        let isRule = line.allSatisfy { $0 == "_" } && line.count >= 20
        return isHead(lines, at: isRule ? index + 1 : index)
    }

    private static let separators = [
        "-----oorspronkelijk bericht", "----- oorspronkelijk bericht", "-----original message",
        "----- original message",
        "---------- forwarded message", "---------- doorgestuurd bericht", "-------- oorspronkelijk bericht",
        "-------- original message", "-------- forwarded message", "begin doorgestuurd bericht",
        "begin forwarded message",
        "-----doorgestuurd bericht", "-------- doorgestuurd bericht",
    ]

    /// `Van:` and within five lines two more of its like.
    private static func isHead(_ lines: [String], at index: Int) -> Bool {
        guard index < lines.count, names(lines[index], ["van", "from"]) else { return false }
        let next = lines[(index + 1)...].prefix(6)
        return next.count {
            names($0, ["verzonden", "datum", "sent", "date", "aan", "to", "onderwerp", "subject", "cc"])
        } >= 2
    }

    private static func names(_ line: String, _ words: [String]) -> Bool {
        let plain = line.withoutMarks.lowercased()
        return words.contains { plain.hasPrefix($0 + ":") || plain.hasPrefix($0 + " :") }
    }

    /// `Op 3 maart schreef Team incasso:` over at most three lines; answers the line behind it.
    private static func introduction(_ lines: [String], at index: Int) -> Int? {
        let first = lines[index].withoutMarks.lowercased()
        guard first.hasPrefix("op ") || first.hasPrefix("on ") || first.hasPrefix("le ") || first.hasPrefix("am ")
        else { return nil }
        var joined = ""
        for offset in 0..<3 where index + offset < lines.count {
            let line = lines[index + offset].withoutMarks.lowercased()
            if line.isEmpty { return nil }
            joined += " " + line
            let says = [" schreef", " wrote", " a écrit", " schrieb"].contains { joined.contains($0) }
            let names = joined.contains("@") || joined.contains { $0.isNumber }
            if says, names, joined.hasSuffix(":") || joined.hasSuffix(">") { return index + offset + 1 }
        }
        return nil
    }

    /// The words, and from the line that closes them on the signature; only near the end, so that no words are lost.
    private static func signed(_ lines: [String]) -> ([String], [String]) {
        var lines = lines
        while lines.last?.isBlank == true { lines.removeLast() }
        if let mark = lines.firstIndex(of: "--"), mark > 0 { return (Array(lines[..<mark]), Array(lines[mark...])) }
        let near = max(0, lines.count - 25)
        let place = lines.indices.dropFirst(near).first { isClosing(lines[$0]) }
        guard let place, place > 0 else { return (lines, []) }
        return (Array(lines[..<place]), Array(lines[place...]))
    }

    private static func isClosing(_ line: String) -> Bool {
        let plain = line.withoutMarks.lowercased()
        guard plain.count <= 60 else { return false }
        return closings.contains { plain.hasPrefix($0) }
    }

    private static let closings = [
        "met vriendelijke groet", "vriendelijke groet", "met hartelijke groet", "hartelijke groet", "met groet",
        "groet,",
        "groeten", "groetjes", "mvg", "m.v.g", "hoogachtend", "kind regards", "best regards", "regards", "sincerely",
        "yours sincerely", "verzonden vanaf mijn", "verstuurd vanaf mijn", "sent from my", "outlook voor android",
        "outlook voor ios", "get outlook for",
    ]
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
    fileprivate var isQuoted: Bool { drop(while: \.isWhitespace).hasPrefix(">") }

    /// Without stars of bold print and the space around it.
    fileprivate var withoutMarks: String {
        String(drop { $0.isWhitespace || $0 == "*" }.reversed().drop { $0.isWhitespace || $0 == "*" }.reversed())
            .replacing("*", with: "")
    }
}
