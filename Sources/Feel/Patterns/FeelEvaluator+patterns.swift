extension FeelEvaluator {
    /// `matches`, `replace` and `split` (XPath Functions and Operators, 7.6).
    mutating func patterns(_ builtin: Builtin, _ arguments: Arguments) -> FeelValue? {
        let flagsAt = builtin == .replace ? 3 : 2
        guard let text = arguments.string(0), let written = arguments.string(1) else { return nil }
        guard arguments[flagsAt].isNull || builtin == .split || arguments.string(flagsAt) != nil else { return nil }
        let flags = builtin == .split ? "" : arguments.string(flagsAt) ?? ""
        guard spend(written.utf8.count), let pattern = Pattern(written, flags: flags) else { return nil }
        var matcher = PatternMatcher(pattern, Array(text.unicodeScalars), steps: steps)
        let result =
            builtin == .replace
            ? arguments.string(2).flatMap { replaced($0, &matcher) } : answer(builtin, &matcher)
        guard spend(steps - matcher.steps), !matcher.isExhausted else { return nil }
        return result
    }

    /// A pattern that matches nothing at all parts no text (FORX0003).
    private mutating func answer(_ builtin: Builtin, _ matcher: inout PatternMatcher) -> FeelValue? {
        if builtin == .matches { return .boolean(matcher.firstMatch(from: 0) != nil) }
        var (parts, start): ([FeelValue], Int) = ([], 0)
        for match in matcher.allMatches() {
            guard match[1] > match[0] else { return nil }
            parts.append(.string(matcher.piece(start, match[0])))
            start = match[1]
        }
        parts.append(.string(matcher.piece(start, matcher.text.count)))
        return make(parts.count + matcher.text.count) ? .list(parts) : nil
    }

    private mutating func replaced(_ replacement: String, _ matcher: inout PatternMatcher) -> FeelValue? {
        guard let template = ReplacementPart.parts(replacement) else { return nil }
        var (result, start) = ("", 0)
        for match in matcher.allMatches() {
            guard match[1] > match[0], make(match[1] - start + replacement.utf8.count) else { return nil }
            result += matcher.piece(start, match[0])
            for part in template { result += part.text(match, matcher) }
            guard make(result.utf8.count / 64) else { return nil }
            start = match[1]
        }
        return .string(result + matcher.piece(start, matcher.text.count))
    }
}

extension PatternMatcher {
    /// All matches that do not overlap, first to last.
    mutating func allMatches() -> [[Int]] {
        var (matches, place): ([[Int]], Int) = ([], 0)
        while place <= text.count, let match = firstMatch(from: place) {
            matches.append(match)
            place = match[1] > match[0] ? match[1] : match[1] + 1
        }
        return matches
    }

    func piece(_ from: Int, _ to: Int) -> String {
        from >= 0 && from < to ? String(String.UnicodeScalarView(text[from..<to])) : ""
    }
}

/// A piece of what a match is replaced with: text, or what a group matched.
enum ReplacementPart {
    case text(String)
    case group([Int])

    /// `$1` is a group, `\$` and `\\` stand for themselves; anything else after these is an error.
    static func parts(_ text: String) -> [ReplacementPart]? {
        var parts: [ReplacementPart] = []
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\":
                guard let next = scalars.popFirst(), next == "\\" || next == "$" else { return nil }
                parts.append(.text(String(next)))
            case "$":
                let digits = scalars.prefix { ("0"..."9").contains($0) }.prefix(4)
                guard !digits.isEmpty else { return nil }
                scalars = scalars.dropFirst(digits.count)
                parts.append(.group(digits.map { Int($0.value) - 48 }))
            default: parts.append(.text(String(scalar)))
            }
        }
        return parts
    }

    /// Of several digits as many as make the number of a group; the rest is text.
    func text(_ match: [Int], _ matcher: PatternMatcher) -> String {
        switch self {
        case .text(let text): return text
        case .group(let digits):
            var (number, used) = (digits[0], 1)
            while used < digits.count, (number * 10 + digits[used]) * 2 + 1 < match.count {
                (number, used) = (number * 10 + digits[used], used + 1)
            }
            let rest = digits[used...].map(String.init).joined()
            guard number * 2 + 1 < match.count else { return rest }
            return matcher.piece(match[number * 2], match[number * 2 + 1]) + rest
        }
    }
}
