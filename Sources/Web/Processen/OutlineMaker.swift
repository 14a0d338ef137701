import Bpmn

/// Writes the outline of a process as numbered lines: `4`, its way `4.b`, the steps of that way `4.b.1`.
struct OutlineMaker {
    private let words: Words
    private let names: ElementNames
    private var lines: [OutlinePart.Line] = []
    /// Where each step stands, from a first time of writing: what has no name is called by its number.
    private let places: [ElementID: String]
    private var found: [ElementID: String] = [:]
    /// Far more than any drawing that people read.
    private static let longest = 2_000

    static func part(_ definitions: Definitions, process: String, _ words: Words) -> OutlinePart? {
        guard let found = definitions.processes[ElementID(process)] ?? definitions.processes.first else { return nil }
        let (outline, names) = (ProcessOutline(found), ElementNames(definitions))
        var draft = OutlineMaker(words: words, names: names, places: [:])
        draft.write(outline, number: "", depth: 0)
        var maker = OutlineMaker(words: words, names: names, places: draft.found)
        maker.write(outline, number: "", depth: 0)
        return OutlinePart(lines: maker.lines)
    }

    private init(words: Words, names: ElementNames, places: [ElementID: String]) {
        self.words = words
        self.names = names
        self.places = places
    }

    private mutating func write(_ outline: ProcessOutline, number: String, depth: Int) {
        var count = 0
        for passage in outline.beginnings { count = write(passage, number: number, from: count, depth: depth) }
        guard !outline.apart.isEmpty else { return }
        for passage in outline.apart { count = write(passage, number: number, from: count, depth: depth) }
    }

    /// Writes the steps of a passage; answers the number of the last.
    private mutating func write(_ passage: ProcessOutline.Passage, number: String, from count: Int, depth: Int) -> Int {
        var count = count
        for (index, step) in passage.steps.enumerated() {
            guard lines.count < OutlineMaker.longest else { return count }
            count += 1
            let isLast = index + 1 == passage.steps.count
            write(step, number: number + "\(count)", depth: depth, jump: isLast ? jump(passage.end) : nil)
        }
        if passage.steps.isEmpty, let jump = jump(passage.end) {
            add(number: number + "1", anchor: nil, name: jump.label, kind: "", depth: depth, jump: jump)
        }
        return count
    }

    private mutating func write(_ step: ProcessOutline.Step, number: String, depth: Int, jump: Way?) {
        found[step.id] = number
        let (title, kind) = (names(step.id.text), kind(of: step))
        let isNamed = title != step.id.text
        add(
            number: number, anchor: OutlineMaker.anchor(step.id), name: isNamed ? words.drawn(title) : kind,
            kind: isNamed ? kind : "", details: details(of: step), depth: depth,
            jump: step.parting == nil ? jump : nil)
        if let inside = step.inside { write(inside, number: number + ".", depth: depth + 1) }
        for (index, aside) in step.aside.enumerated() {
            let label = number + "." + OutlineMaker.letter(index, from: "p")
            add(
                number: label, anchor: nil,
                name: words(aside.isInterrupting ? "outline.interrupts" : "outline.meanwhile"), kind: "",
                depth: depth + 1)
            _ = write(aside.passage, number: label + ".", from: 0, depth: depth + 2)
        }
        for (index, branch) in (step.parting?.branches ?? []).enumerated() {
            let label = number + "." + OutlineMaker.letter(index, from: "a")
            add(number: label, anchor: nil, name: name(of: branch.way), kind: words("outline.way"), depth: depth + 1)
            _ = write(branch.passage, number: label + ".", from: 0, depth: depth + 2)
        }
    }

    /// A gateway that only takes ways together is no choice.
    private func kind(of step: ProcessOutline.Step) -> String {
        words(
            step.type.rawValue.hasSuffix("Gateway") && step.parting == nil
                ? "outline.meeting" : "outline.\(step.type.rawValue)")
    }

    private func details(of step: ProcessOutline.Step) -> [SoundnessPart.Line] {
        let texts = [
            step.arrivedBy.map { words("outline.by_way", ["name": name(of: $0)]) },
            step.lane.map { words("outline.lane", ["name": words.drawn($0)]) },
            step.parting.map { words("outline.manner_\($0.manner.word)", count: $0.branches.count) },
            step.reads.isEmpty ? nil : words("outline.reads", ["names": step.reads.joined(separator: ", ")]),
            step.writes.isEmpty ? nil : words("outline.writes", ["names": step.writes.joined(separator: ", ")]),
        ]
        return (texts.compactMap(\.self) + step.remarks).map { SoundnessPart.Line(text: $0) }
    }

    private func name(of way: ProcessOutline.Way) -> String {
        let text = way.name.map(words.drawn) ?? way.condition ?? (way.isDefault ? words("outline.otherwise") : nil)
        return text ?? words("outline.unnamed_way")
    }

    private func jump(_ end: ProcessOutline.End) -> Way? {
        switch end {
        case .over: nil
        case .joins(let id): way("outline.joins", id)
        case .goesBack(let id): way("outline.goes_back", id)
        case .jumps(let id): way("outline.jumps", id)
        }
    }

    private func way(_ key: String, _ id: ElementID) -> Way {
        let name = names(id.text)
        let called = name == id.text ? words("outline.step", ["n": places[id] ?? name]) : words.drawn(name)
        return Way(words(key, ["name": called]), "#" + OutlineMaker.anchor(id))
    }

    private mutating func add(
        number: String, anchor: String?, name: String, kind: String, details: [SoundnessPart.Line] = [], depth: Int,
        jump: Way? = nil
    ) {
        lines.append(
            .init(
                number: number, anchor: anchor, name: name, kind: kind, details: details, depth: String(min(depth, 6)),
                jump: jump))
    }

    private static func anchor(_ id: ElementID) -> String { "s-" + id.text.formEncoded }

    private static func letter(_ index: Int, from first: Unicode.Scalar) -> String {
        UnicodeScalar(first.value + UInt32(min(index, 10))).map { String($0) } ?? "\(index)"
    }
}

extension ProcessOutline.Manner {
    fileprivate var word: String {
        switch self {
        case .oneOf: "one"
        case .someOf: "some"
        case .allOf: "all"
        case .firstEvent: "first"
        }
    }
}
