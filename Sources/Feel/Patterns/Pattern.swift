/// A regular expression of XML Schema with the additions of XPath (Functions and Operators 7.6.1), compiled.
///
/// Matching counts its work down and remembers where it failed, so that no pattern can take more than it is allowed.
struct Pattern {
    enum Instruction {
        case one(CharacterSet)
        case start, end
        case save(Int)
        case back(Int)
        /// Tries the first, and later the second.
        case either(Int, Int)
        case jump(Int)
        /// Notes where a repetition begins, and stops it when it consumed nothing.
        case mark(Int), progress(Int)
        case match
    }

    struct Options {
        var dotMatchesAll = false
        var lines = false
        var ignoresCase = false
        var ignoresSpace = false

        /// From the letters `s`, `m`, `i` and `x`; others are refused.
        init?(_ flags: String) {
            for flag in flags {
                switch flag {
                case "s": dotMatchesAll = true
                case "m": lines = true
                case "i": ignoresCase = true
                case "x": ignoresSpace = true
                default: return nil
                }
            }
        }
    }

    let instructions: [Instruction]
    let groups: Int
    let marks: Int
    let options: Options
    let hasBackReferences: Bool

    init?(_ text: String, flags: String) {
        guard let options = Options(flags), let tree = PatternParser.tree(text, options) else { return nil }
        var compiler = PatternCompiler()
        guard compiler.compile(tree.root) else { return nil }
        instructions = compiler.instructions + [.match]
        (groups, marks, hasBackReferences) = (tree.groups, compiler.marks, tree.hasBackReferences)
        self.options = options
    }
}

/// A parsed pattern.
indirect enum PatternTree {
    case empty
    case one(CharacterSet)
    case start, end
    case back(Int)
    case sequence([PatternTree])
    case choice([PatternTree])
    case group(Int?, PatternTree)
    case repeated(PatternTree, least: Int, most: Int?, greedy: Bool)
}

/// Turns a tree into instructions; repetitions with bounds are written out, up to a size.
struct PatternCompiler {
    static let sizeLimit = 20_000

    var instructions: [Pattern.Instruction] = []
    var marks = 0

    mutating func compile(_ tree: PatternTree) -> Bool {
        guard instructions.count < PatternCompiler.sizeLimit else { return false }
        switch tree {
        case .empty: return true
        case .one(let set): instructions.append(.one(set))
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .back(let group): instructions.append(.back(group))
        case .sequence(let trees): return trees.allSatisfy { compile($0) }
        case .choice(let trees): return compile(trees)
        case .group(nil, let inner): return compile(inner)
        case .group(let number?, let inner):
            instructions.append(.save(number * 2))
            guard compile(inner) else { return false }
            instructions.append(.save(number * 2 + 1))
        case .repeated(let inner, let least, let most, let greedy):
            return compile(inner, least: least, most: most, greedy: greedy)
        }
        return true
    }

    private mutating func compile(_ branches: [PatternTree]) -> Bool {
        var exits: [Int] = []
        for (index, branch) in branches.enumerated() {
            let fork = instructions.count
            let isLast = index == branches.count - 1
            if !isLast { instructions.append(.jump(0)) }
            guard compile(branch) else { return false }
            if isLast { break }
            exits.append(instructions.count)
            instructions.append(.jump(0))
            instructions[fork] = .either(fork + 1, instructions.count)
        }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
        return true
    }

    private mutating func compile(_ inner: PatternTree, least: Int, most: Int?, greedy: Bool) -> Bool {
        for _ in 0..<least { guard compile(inner) else { return false } }
        guard let most else { return compileLoop(inner, greedy: greedy) }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(instructions.count)
            instructions.append(.jump(0))
            guard compile(inner) else { return false }
        }
        for fork in forks { instructions[fork] = either(fork + 1, instructions.count, greedy) }
        return true
    }

    private mutating func compileLoop(_ inner: PatternTree, greedy: Bool) -> Bool {
        let mark = marks
        marks += 1
        let fork = instructions.count
        instructions += [.jump(0), .mark(mark)]
        guard compile(inner) else { return false }
        instructions += [.progress(mark), .jump(fork)]
        instructions[fork] = either(fork + 1, instructions.count, greedy)
        return true
    }

    private func either(_ inside: Int, _ outside: Int, _ greedy: Bool) -> Pattern.Instruction {
        greedy ? .either(inside, outside) : .either(outside, inside)
    }
}
