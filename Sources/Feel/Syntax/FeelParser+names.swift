import Basics

extension FeelParser {
    static let keywords: Set<String> = [
        "and", "or", "in", "between", "instance", "of", "then", "else", "return", "satisfies", "if", "for", "some",
        "every", "function", "external", "true", "false", "null",
    ]

    /// Makes a name known in what follows, in a place of its own.
    mutating func declare(_ name: String) -> Int32 {
        locals.append(Local(pieces: NameSet.pieces(name), name: name, slot: slots))
        slots += 1
        return slots - 1
    }

    mutating func forget(_ count: Int) {
        locals.removeLast(count)
        slots -= Int32(count)
    }

    /// Where a name made of these pieces ends when it starts here.
    private func end(of pieces: [String]) -> Int? {
        var ahead = self
        for (index, piece) in pieces.enumerated() {
            if index > 0 { ahead.skipSpace() }
            let scalars = Array(piece.unicodeScalars)
            guard ahead.text[ahead.at...].starts(with: scalars) else { return nil }
            ahead.at += scalars.count
            if scalars.last?.isNamePart == true, ahead.next?.isNamePart == true { return nil }
        }
        return ahead.at
    }

    private struct Match {
        var end: Int
        var name: String
        var meaning: Meaning
    }

    private enum Meaning {
        case local(Int32)
        case variable
        case builtin(Builtin)
        case member
    }

    /// What the name here stands for: the longest that is known, of equal ones the nearest.
    private func longestMatch(_ first: String) -> Match? {
        var best: Match?
        func offer(_ pieces: [String], _ name: String, _ meaning: Meaning) {
            guard let end = end(of: pieces), end > best?.end ?? -1 else { return }
            best = Match(end: end, name: name, meaning: meaning)
        }
        for local in locals.reversed() where local.pieces.first == first {
            offer(local.pieces, local.name, .local(local.slot))
        }
        for (pieces, name) in known.variables.candidates(first) { offer(pieces, name, .variable) }
        if !items.isEmpty {
            for (pieces, name) in known.members.candidates(first) { offer(pieces, name, .member) }
        }
        for (pieces, builtin) in Builtin.byFirstWord[first] ?? [] { offer(pieces, builtin.name, .builtin(builtin)) }
        return best
    }

    /// A name as a value; `nil` when a keyword stands here and nothing known is longer.
    mutating func variable() throws(FeelSyntaxError) -> FeelNode.ID? {
        let place = at
        guard let first = word else { return nil }
        let match = longestMatch(first)
        let length = first.unicodeScalars.count
        if FeelParser.keywords.contains(first), match.map({ $0.end <= at + length }) ?? true { return nil }
        guard let match else { return reference(to: unknownName(), at: place) }
        at = match.end
        switch match.meaning {
        case .local(let slot): return inFilter(match.name, local(slot, match.name, at: place), place, inside: slot)
        case .variable, .member: return reference(to: match.name, at: place)
        case .builtin(let builtin): return inFilter(match.name, builder.constant(builtin.value, at: place), place)
        }
    }

    private mutating func local(_ slot: Int32, _ name: String, at place: Int) -> FeelNode.ID {
        if slot == input { mentionsInput = true }
        return builder.emit(.local(slot), at: place)
    }

    /// A variable from outside, or inside filters perhaps an entry of an item.
    mutating func reference(to name: String, at place: Int) -> FeelNode.ID {
        inFilter(name, builder.emit(.global(symbols.number(of: name)), at: place), place)
    }

    /// Filters that are inside the place where the name got its meaning may give it another one.
    private mutating func inFilter(
        _ name: String, _ outside: FeelNode.ID, _ place: Int, inside slot: Int32 = -1
    ) -> FeelNode.ID {
        var meaning = outside
        for item in items where item >= slot {
            meaning = builder.emit(.member(item: item, name: builder.name(name), otherwise: meaning), at: place)
        }
        return meaning
    }

    /// A name that nobody told us of: one word, and the words right after it, as two names never stand side by side.
    private mutating func unknownName() -> String {
        var words: [String] = []
        while let found = word, words.isEmpty || !FeelParser.keywords.contains(found) {
            words.append(found)
            at += found.unicodeScalars.count
            let end = at
            skipSpace()
            if word == nil || FeelParser.keywords.contains(word ?? "") { at = end }
        }
        return words.joined(separator: " ")
    }

    /// The name after a point.
    mutating func memberName() throws(FeelSyntaxError) -> String {
        skipSpace()
        if next == "`" { return try quotedName() }
        guard let first = word else { throw fault(.expected("a name")) }
        var best: (end: Int, name: String)?
        for (pieces, name) in known.members.candidates(first) + FeelParser.properties.candidates(first) {
            if let end = end(of: pieces), end > best?.end ?? -1 { best = (end, name) }
        }
        guard let best else { return unknownName() }
        at = best.end
        return best.name
    }

    /// The parts of dates, times, durations and ranges.
    private static let properties: NameSet = {
        var names = NameSet()
        for name in ["time offset", "start included", "end included"] { names.insert(name) }
        return names
    }()

    mutating func quotedName() throws(FeelSyntaxError) -> String {
        let start = at
        at += 1
        while let scalar = next, scalar != "`" { at += 1 }
        guard next == "`" else { throw fault(.unterminated("a name between backquotes"), at: start) }
        at += 1
        return String(String.UnicodeScalarView(text[start + 1..<at - 1]))
    }
}
