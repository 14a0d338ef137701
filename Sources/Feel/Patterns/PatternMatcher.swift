/// Looks for a pattern in a text by trying ways and going back, with a count of steps that it may not pass.
struct PatternMatcher {
    private enum Undo {
        case way(Int, Int)
        case save(Int, Int)
        case mark(Int, Int)
    }

    private let pattern: Pattern
    let text: [Unicode.Scalar]
    private(set) var steps: Int
    private var saved: [Int]
    private var marked: [Int]
    private var undo: [Undo] = []
    /// Ways that failed, one bit for each instruction and place; of no use with back references.
    private var failed: [UInt64] = []

    init(_ pattern: Pattern, _ text: [Unicode.Scalar], steps: Int) {
        (self.pattern, self.text, self.steps) = (pattern, text, steps)
        saved = Array(repeating: -1, count: pattern.groups * 2 + 2)
        marked = Array(repeating: -1, count: pattern.marks)
    }

    var isExhausted: Bool { steps <= 0 }

    /// The first match from a place on, as the ends of the whole and of the groups; -1 for what did not match.
    mutating func firstMatch(from place: Int) -> [Int]? {
        let bits = pattern.instructions.count * (text.count + 1)
        let remembers = !pattern.hasBackReferences && bits < 16_000_000
        failed = remembers ? Array(repeating: 0, count: bits / 64 + 1) : []
        steps -= failed.count / 16
        for start in place...max(place, text.count) {
            if let end = match(at: start) {
                (saved[0], saved[1]) = (start, end)
                return saved
            }
            if isExhausted { return nil }
        }
        return nil
    }

    private mutating func match(at start: Int) -> Int? {
        for index in saved.indices { saved[index] = -1 }
        undo = [.way(0, start)]
        while let last = undo.popLast() {
            switch last {
            case .save(let index, let value): saved[index] = value
            case .mark(let index, let value): marked[index] = value
            case .way(let instruction, let place):
                if let end = follow(instruction, place) { return end }
            }
            if isExhausted { return nil }
        }
        return nil
    }

    /// Goes on until the pattern matched, or this way fails.
    private mutating func follow(_ first: Int, _ start: Int) -> Int? {
        var (instruction, place) = (first, start)
        while true {
            steps -= 1
            guard steps > 0, !wasTried(instruction, place) else { return nil }
            switch pattern.instructions[instruction] {
            case .match: return place
            case .one(let set):
                guard place < text.count, set.contains(text[place]) else { return nil }
                place += 1
            case .start: guard isStart(place) else { return nil }
            case .end: guard isEnd(place) else { return nil }
            case .save(let index):
                undo.append(.save(index, saved[index]))
                saved[index] = place
            case .back(let group):
                guard let length = repeated(group, at: place) else { return nil }
                place += length
            case .either(let now, let later):
                undo.append(.way(later, place))
                instruction = now
                continue
            case .jump(let target):
                instruction = target
                continue
            case .mark(let index):
                undo.append(.mark(index, marked[index]))
                marked[index] = place
            case .progress(let index): guard marked[index] != place else { return nil }
            }
            instruction += 1
        }
    }

    private mutating func wasTried(_ instruction: Int, _ place: Int) -> Bool {
        guard !failed.isEmpty, case .either = pattern.instructions[instruction] else { return false }
        let bit = instruction * (text.count + 1) + place
        let mask = UInt64(1) << UInt64(bit % 64)
        defer { failed[bit / 64] |= mask }
        return failed[bit / 64] & mask != 0
    }

    private func isStart(_ place: Int) -> Bool {
        place == 0 || (pattern.options.lines && place < text.count && text[place - 1] == "\n")
    }

    private func isEnd(_ place: Int) -> Bool {
        place == text.count || (pattern.options.lines && text[place] == "\n")
    }

    /// How many characters here repeat what a group matched.
    private func repeated(_ group: Int, at place: Int) -> Int? {
        let (from, to) = (saved[group * 2], saved[group * 2 + 1])
        guard from >= 0, to >= from else { return 0 }
        guard place + to - from <= text.count else { return nil }
        for offset in 0..<to - from {
            let (one, other) = (text[from + offset], text[place + offset])
            guard one == other || (pattern.options.ignoresCase && CaseVariants.equal(one, other)) else { return nil }
        }
        return to - from
    }
}
