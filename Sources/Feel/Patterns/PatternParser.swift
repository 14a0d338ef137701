/// Reads a regular expression; what the grammar does not allow is no pattern.
struct PatternParser {
    struct Tree {
        let root: PatternTree
        let groups: Int
        let hasBackReferences: Bool
    }

    private let text: [Unicode.Scalar]
    private let options: Pattern.Options
    private var at = 0
    private var groups = 0
    private var closed: Set<Int> = []
    private var hasBackReferences = false
    private var depth = 0

    static func tree(_ text: String, _ options: Pattern.Options) -> Tree? {
        let scalars = options.ignoresSpace ? withoutSpace(text) : Array(text.unicodeScalars)
        guard scalars.count <= 10_000 else { return nil }
        var parser = PatternParser(text: scalars, options: options)
        guard let root = parser.choice(), parser.at == scalars.count else { return nil }
        return Tree(root: root, groups: parser.groups, hasBackReferences: parser.hasBackReferences)
    }

    private init(text: [Unicode.Scalar], options: Pattern.Options) {
        self.text = text
        self.options = options
    }

    /// With the flag `x` white space counts only inside brackets.
    private static func withoutSpace(_ text: String) -> [Unicode.Scalar] {
        var (kept, brackets, escaped): ([Unicode.Scalar], Int, Bool) = ([], 0, false)
        for scalar in text.unicodeScalars {
            if brackets == 0, " \t\r\n".unicodeScalars.contains(scalar) { continue }
            if !escaped, scalar == "[" { brackets += 1 }
            if !escaped, scalar == "]" { brackets = max(0, brackets - 1) }
            escaped = scalar == "\\" && !escaped
            kept.append(scalar)
        }
        return kept
    }

    private var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        at += 1
        return true
    }

    private mutating func choice() -> PatternTree? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60, let first = sequence() else { return nil }
        var branches = [first]
        while take("|") {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        }
        return branches.count == 1 ? first : .choice(branches)
    }

    private mutating func sequence() -> PatternTree? {
        var parts: [PatternTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : (parts.isEmpty ? .empty : .sequence(parts))
    }

    private mutating func atom() -> PatternTree? {
        guard let scalar = next else { return nil }
        at += 1
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .one(options.dotMatchesAll ? .all : .notLineEnd)
        case "(": return group()
        case "[": return set().map { .one($0) }
        case "\\": return escape()
        case "?", "*", "+", "{", "}", "]": return nil
        default: return .one(CharacterSet(scalar, options))
        }
    }

    private mutating func group() -> PatternTree? {
        if next == "?" {
            at += 1
            guard take(":"), let inner = choice(), take(")") else { return nil }
            return .group(nil, inner)
        }
        groups += 1
        let number = groups
        guard let inner = choice(), take(")") else { return nil }
        closed.insert(number)
        return .group(number, inner)
    }

    private mutating func escape() -> PatternTree? {
        guard let scalar = next else { return nil }
        if let digit = PatternParser.digit(scalar) { return digit == 0 ? nil : backReference() }
        return escapedSet().map { .one($0) }
    }

    /// `\1`: what a group that is already closed has matched; of more digits as many as make a known group.
    private mutating func backReference() -> PatternTree? {
        var number = 0
        while let scalar = next, let digit = PatternParser.digit(scalar), number * 10 + digit <= groups {
            (number, at) = (number * 10 + digit, at + 1)
        }
        guard number > 0, closed.contains(number) else { return nil }
        hasBackReferences = true
        return .back(number)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
    }

    private mutating func quantified(_ atom: PatternTree) -> PatternTree? {
        let bounds: (Int, Int?)
        switch next {
        case "?": bounds = (0, 1)
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "{":
            guard let written = writtenBounds() else { return nil }
            bounds = written
        default: return atom
        }
        at += 1
        let greedy = !take("?")
        return .repeated(atom, least: bounds.0, most: bounds.1, greedy: greedy)
    }

    /// `{2}`, `{2,}`, `{2,5}`, up to the closing brace.
    private mutating func writtenBounds() -> (Int, Int?)? {
        at += 1
        guard let least = number() else { return nil }
        var most: Int? = least
        if take(",") { most = next == "}" ? nil : number() ?? -1 }
        guard next == "}", most.map({ $0 >= least }) ?? true else { return nil }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = at
        var value = 0
        while let scalar = next, let digit = PatternParser.digit(scalar), value < 100_000 {
            (value, at) = (value * 10 + digit, at + 1)
        }
        return at > start && value <= 10_000 ? value : nil
    }
}

extension PatternParser {
    /// `[a-z-[aeiou]]`, after the first bracket.
    private mutating func set() -> CharacterSet? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else { return nil }
        var set = CharacterSet(ignoresCase: options.ignoresCase)
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next {
            if scalar == "]", !isFirst {
                at += 1
                return set
            }
            if scalar == "-", at + 1 < text.count, text[at + 1] == "[" {
                at += 2
                guard let other = self.set(), take("]") else { return nil }
                set.subtracted = [other]
                return set
            }
            guard add(to: &set, isFirst: isFirst) else { return nil }
            isFirst = false
        }
        return nil
    }

    /// One character, range or class inside brackets.
    private mutating func add(to set: inout CharacterSet, isFirst: Bool) -> Bool {
        guard let low = member(isFirst: isFirst) else { return false }
        guard let first = low.single else {
            set.add(low)
            return true
        }
        guard next == "-", at + 1 < text.count, text[at + 1] != "]", text[at + 1] != "[" else {
            set.ranges.append(first.value...first.value)
            return true
        }
        at += 1
        guard let last = member(isFirst: false)?.single, last.value >= first.value else { return false }
        set.ranges.append(first.value...last.value)
        return true
    }

    private mutating func member(isFirst: Bool) -> CharacterSet? {
        guard let scalar = next else { return nil }
        at += 1
        switch scalar {
        case "\\": return escapedSet()
        case "[", "]": return nil
        case "-" where !isFirst && next != "]": return nil
        default: return CharacterSet(scalar, options)
        }
    }

    /// What follows a backslash, inside or outside brackets.
    private mutating func escapedSet() -> CharacterSet? {
        guard let scalar = next else { return nil }
        at += 1
        switch scalar {
        case "n": return CharacterSet("\n", options)
        case "r": return CharacterSet("\r", options)
        case "t": return CharacterSet("\t", options)
        case "p", "P": return property(isNegated: scalar == "P")
        case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]", "$":
            return CharacterSet(scalar, options)
        default:
            return CharacterClass(rawValue: Character(scalar.properties.lowercaseMapping)).map {
                CharacterSet($0, isNegated: scalar.properties.isUppercase)
            }
        }
    }

    private mutating func property(isNegated: Bool) -> CharacterSet? {
        guard take("{") else { return nil }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        guard take("}") else { return nil }
        if name.hasPrefix("Is") {
            guard let block = UnicodeBlock.ranges[String(name.dropFirst(2))] else { return nil }
            var set = CharacterSet(ignoresCase: false)
            (set.ranges, set.isNegated) = ([block], isNegated)
            return set
        }
        guard UnicodeCategory.names.contains(name) else { return nil }
        return CharacterSet(category: name, isNegated: isNegated)
    }
}
