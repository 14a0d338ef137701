/// A set of characters of a pattern: ranges and classes, perhaps negated, less another set.
struct CharacterSet {
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [(kind: CharacterClass, isNegated: Bool)] = []
    var categories: [(name: String, isNegated: Bool)] = []
    var others: [CharacterSet] = []
    var subtracted: [CharacterSet] = []
    var isNegated = false
    var ignoresCase = false

    init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

    init(_ scalar: Unicode.Scalar, _ options: Pattern.Options) {
        ranges = [scalar.value...scalar.value]
        ignoresCase = options.ignoresCase
    }

    init(_ kind: CharacterClass, isNegated: Bool) { classes = [(kind, isNegated)] }
    init(category: String, isNegated: Bool) { categories = [(category, isNegated)] }

    static let all: CharacterSet = {
        var set = CharacterSet(ignoresCase: false)
        set.ranges = [0...0x10FFFF]
        return set
    }()

    static let notLineEnd: CharacterSet = {
        var set = CharacterSet(ignoresCase: false)
        (set.ranges, set.isNegated) = ([10...10, 13...13], true)
        return set
    }()

    /// The only character in the set, when it is one.
    var single: Unicode.Scalar? {
        guard ranges.count == 1, classes.isEmpty, categories.isEmpty, others.isEmpty, !isNegated,
            ranges[0].lowerBound == ranges[0].upperBound
        else { return nil }
        return Unicode.Scalar(ranges[0].lowerBound)
    }

    mutating func add(_ other: CharacterSet) { others.append(other) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        guard isMember(scalar) != isNegated else { return false }
        return !subtracted.contains { $0.contains(scalar) }
    }

    private func isMember(_ scalar: Unicode.Scalar) -> Bool {
        if ranges.contains(where: { $0.contains(scalar.value) }) { return true }
        if ignoresCase,
            CaseVariants.of(scalar).contains(where: { variant in
                ranges.contains { $0.contains(variant) }
            })
        {
            return true
        }
        if classes.contains(where: { $0.kind.contains(scalar) != $0.isNegated }) { return true }
        if categories.contains(where: { UnicodeCategory.contains($0.name, scalar) != $0.isNegated }) { return true }
        return others.contains { $0.contains(scalar) }
    }
}

/// The same letter in other cases.
enum CaseVariants {
    /// Letters that lose their shape when the case changes there and back.
    private static let special: [UInt32: [UInt32]] = [
        0x6B: [0x212A], 0x4B: [0x212A], 0xE5: [0x212B], 0xC5: [0x212B], 0x73: [0x17F], 0x53: [0x17F],
        0x3C9: [0x2126], 0x3A9: [0x2126], 0x69: [], 0x3B8: [0x3D1], 0x398: [0x3D1], 0x3C3: [0x3C2], 0x3A3: [0x3C2],
    ]

    static func of(_ scalar: Unicode.Scalar) -> [UInt32] {
        let lower = single(scalar.properties.lowercaseMapping) ?? scalar
        let upper = single(scalar.properties.uppercaseMapping) ?? scalar
        let round = single(lower.properties.uppercaseMapping) ?? lower
        let title = single(scalar.properties.titlecaseMapping) ?? scalar
        let down = single(upper.properties.lowercaseMapping) ?? upper
        return [lower.value, upper.value, round.value, title.value, down.value] + (special[scalar.value] ?? [])
    }

    static func equal(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        left == right || of(left).contains(right.value)
    }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }
}

/// The classes that a letter after a backslash stands for.
enum CharacterClass: Character {
    case space = "s", nameStart = "i", namePart = "c", digit = "d", word = "w"

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .space: [9, 10, 13, 32].contains(scalar.value)
        case .digit: scalar.properties.generalCategory == .decimalNumber
        case .word: !["P", "Z", "C"].contains { UnicodeCategory.contains($0, scalar) }
        case .nameStart: CharacterClass.isNameStart(scalar)
        case .namePart:
            CharacterClass.isNameStart(scalar) || scalar == "-" || scalar == "." || scalar.value == 0xB7
                || scalar.properties.generalCategory == .decimalNumber || (0x300...0x36F).contains(scalar.value)
                || (0x203F...0x2040).contains(scalar.value)
        }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
            0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }
}
