import Bpmn

/// Writes the outline of a process as lines: the steps numbered through as they are read, each way under its choice with a letter.
struct OutlineMaker {
    private let words: Words
    private let names: ElementNames
    private var lines: [OutlinePart.Line] = []
    /// Where each step stands, from a first time of writing: what has no name is called by its number.
    private let places: [ElementID: String]
    private var found: [ElementID: String] = [:]
    private var count = 0
    /// Who does the step written last.
    private var lane: String?
    /// Far more than any drawing that people read.
    private static let longest = 2_000

    static func part(_ definitions: Definitions, process: String, _ words: Words) -> OutlinePart? {
        guard let found = definitions.processes[ElementID(process)] ?? definitions.processes.first else { return nil }
        let (outline, names) = (ProcessOutline(found), ElementNames(definitions, words))
        var draft = OutlineMaker(words: words, names: names, places: [:])
        draft.write(outline, depth: 0)
        var maker = OutlineMaker(words: words, names: names, places: draft.found)
        maker.write(outline, depth: 0)
        return OutlinePart(lines: maker.lines)
    }

    private init(words: Words, names: ElementNames, places: [ElementID: String]) {
        self.words = words
        self.names = names
        self.places = places
    }

    private mutating func write(_ outline: ProcessOutline, depth: Int) {
        for passage in outline.beginnings + outline.apart { write(passage, depth: depth) }
    }

    private mutating func write(_ passage: ProcessOutline.Passage, depth: Int) {
        for (index, step) in passage.steps.enumerated() {
            guard lines.count < OutlineMaker.longest else { return }
            let isLast = index + 1 == passage.steps.count
            write(step, depth: depth, jump: isLast ? jump(passage.end) : nil)
        }
    }

    private mutating func write(_ step: ProcessOutline.Step, depth: Int, jump: Way?) {
        count += 1
        found[step.id] = "\(count)"
        let (title, kind) = (names.drawn(step.id.text), kind(of: step))
        add(
            number: "\(count)", anchor: OutlineMaker.anchor(step.id), name: title.map(words.drawn), kind: kind,
            details: details(of: step), depth: depth, jump: step.parting == nil ? jump : nil)
        if let inside = step.inside { write(inside, depth: depth + 1) }
        for aside in step.aside {
            add(
                name: words(
                    aside.isInterrupting ? "outline.interrupts" : "outline.meanwhile",
                    ["name": aside.passage.steps.first.map { words.drawn(names($0.id.text)) } ?? ""]), kind: "",
                depth: depth + 1)
            write(aside.passage, depth: depth + 2)
        }
        for (index, branch) in (step.parting?.branches ?? []).enumerated() {
            add(
                number: OutlineMaker.letter(index), name: heading(of: branch.way), kind: "",
                details: condition(of: branch.way).map { [SoundnessPart.Line(text: $0)] } ?? [], depth: depth + 1,
                jump: branch.passage.steps.isEmpty ? self.jump(branch.passage.end) : nil)
            lane = nil
            write(branch.passage, depth: depth + 2)
        }
        if step.parting != nil { lane = nil }
    }

    /// A gateway that only takes ways together is no choice.
    private func kind(of step: ProcessOutline.Step) -> String {
        words(
            step.type.rawValue.hasSuffix("Gateway") && step.parting == nil
                ? "outline.meeting" : "outline.\(step.type.rawValue)")
    }

    /// What else stands there of a step; who does it only where another did the step before.
    private mutating func details(of step: ProcessOutline.Step) -> [SoundnessPart.Line] {
        let isOther = step.lane != lane
        lane = step.lane
        let texts = [
            step.arrivedBy.map { words("outline.by_way", ["name": name(of: $0)]) },
            step.arrivedBy.flatMap { condition(of: $0) },
            isOther ? step.lane.map { words("outline.lane", ["name": words.drawn($0)]) } : nil,
            step.parting.map { words("outline.manner_\($0.manner.word)", count: $0.branches.count) },
            step.reads.isEmpty ? nil : words("outline.reads", ["names": step.reads.joined(separator: ", ")]),
            step.writes.isEmpty ? nil : words("outline.writes", ["names": step.writes.joined(separator: ", ")]),
        ]
        return (texts.compactMap(\.self) + step.remarks).map { SoundnessPart.Line(text: $0) }
    }

    private func heading(of way: ProcessOutline.Way) -> String {
        names.drawn(way.flow.text) == nil ? name(of: way) : words("outline.way", ["name": name(of: way)])
    }

    /// By its words, or by where it leads.
    private func name(of way: ProcessOutline.Way) -> String {
        names.drawn(way.flow.text).map(words.drawn)
            ?? (way.isDefault ? words("outline.otherwise") : names(way.flow.text))
    }

    /// When it is taken, where data decides that.
    private func condition(of way: ProcessOutline.Way) -> String? {
        way.condition.map { words.condition($0) }
            ?? (way.isDefault && names.drawn(way.flow.text) != nil ? words("outline.otherwise") : nil)
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
        let called = [
            places[id].map { words("outline.step", ["n": $0]) }, names.drawn(id.text).map { "“\(words.drawn($0))”" },
        ]
        return Way(
            words(key, ["name": called.compactMap(\.self).joined(separator: " ")]), "#" + OutlineMaker.anchor(id))
    }

    private mutating func add(
        number: String = "", anchor: String? = nil, name: String?, kind: String, details: [SoundnessPart.Line] = [],
        depth: Int, jump: Way? = nil
    ) {
        lines.append(
            .init(
                number: number, anchor: anchor, name: name, kind: kind, details: details, depth: String(min(depth, 6)),
                isWay: anchor == nil, jump: jump))
    }

    private static func anchor(_ id: ElementID) -> String { "s-" + id.text.formEncoded }

    private static func letter(_ index: Int) -> String {
        UnicodeScalar(UInt32(97 + min(index, 25))).map { String($0) } ?? "\(index)"
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
